"""Checks: pure functions from facts to findings. A new check is one function and one line in the registry."""
