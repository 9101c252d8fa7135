"""The typesetter: text to lines, lines to pages, pages to PDF. Each page kind is one module."""
