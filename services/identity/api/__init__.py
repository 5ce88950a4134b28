"""How people reach identity: accounts, sessions, and the keys by which others know its tokens."""
