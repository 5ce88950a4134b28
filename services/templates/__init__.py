"""Templates: texts in Liquid from which system prompts are made, private to their authors or public to all."""
