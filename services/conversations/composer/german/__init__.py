"""German: how its sentences are read, and how it says what a prompt says."""
