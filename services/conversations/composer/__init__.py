"""The built-in composer: a system prompt from one sentence, by rules, without a model and without the network."""
