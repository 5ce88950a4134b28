"""The embedded default: a real PostgreSQL and a real Kafka on this machine, without Docker."""
