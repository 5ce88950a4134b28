"""What Sysloom is measured against: the same routes as most people would write them, tuned."""
