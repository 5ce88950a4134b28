"""What two services need and a stranger could use unchanged: the log, the relay, sealing, consumers, the API kit."""
