"""Repairs on request: lossless changes to an author's file, each proved by pages that look the same."""
