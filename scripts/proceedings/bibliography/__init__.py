"""The bibliography index in its three forms."""
