"""The papers as a table that chairs edit in a spreadsheet, and the way back into the metadata."""
