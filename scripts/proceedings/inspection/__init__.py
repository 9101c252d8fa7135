"""From an author's PDF to facts, in one pass that no file can stop."""
