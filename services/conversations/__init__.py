"""Conversations: what people say on their way to a system prompt, and every prompt that came of it."""
