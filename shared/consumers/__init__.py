"""What a service hears: every fact of another service's log takes effect once, in order, and none is missed."""
