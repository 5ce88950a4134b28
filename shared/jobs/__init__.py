"""What a service does unasked: queued work, run until it is done, and scheduled work, run by one process at a time."""
