"""English: its words, its grammar and how it says things."""
