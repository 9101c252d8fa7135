"""What the papers declare of their work, as data: tables, linked data, and records of the authors' own software."""
