"""The author's proof: one page and one letter for every paper."""
