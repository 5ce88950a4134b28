"""Who did what: every event of every service as a row of the audit log, and the proof that none is missing."""
