"""What each kind of assistant is told besides what the person said, and when that is left out."""
