"""The four services: who owns what, and who listens to whom.

| service | owns | listens to |
|---|---|---|
| identity | people, their sessions, the keys that sign tokens | nobody |
| templates | templates | identity: people, and their deletion; conversations: completed prompts, for `usage_count` |
| conversations | conversations and their prompts | identity: people; templates: what prompts are rendered from |
| audit | the audit log, its proofs, read models across services | all four, itself among them |

Each has a database and a role of its own, and a log that only it writes. The others learn of it from its events: its
`events.py` is all that they may import, and only in their consumers and projections.
"""
