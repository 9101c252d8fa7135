"""Offending pages as pictures: which pages of which papers, what is marked on them, and their drawing."""
