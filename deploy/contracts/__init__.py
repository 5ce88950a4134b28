"""What the services promise to others: event schemas, AsyncAPI and OpenAPI, and the check that keeps them."""
