"""What a reader sees in a paper, worked out from its facts: type, columns, heads, headings, title, authors."""
