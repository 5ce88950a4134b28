"""One service's log: written in groups, read in order."""
