"""What is deposited with the registries and indexes that list papers: Crossref, DataCite, dblp, JATS."""
