"""From stamped papers and typeset parts to one PDF."""
