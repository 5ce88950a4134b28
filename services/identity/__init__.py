"""Identity: who people are, how they prove it, and the tokens that say so to the other services."""
