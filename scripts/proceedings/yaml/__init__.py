"""YAML as it was written: every scalar stays text until a record types it, and every node knows its line."""
