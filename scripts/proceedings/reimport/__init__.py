"""Importing again into an edition that is there: what has changed, and what of it may be taken."""
