"""How people reach any service: one kit of ASGI middleware, routes, bodies, answers and problems under every API."""
