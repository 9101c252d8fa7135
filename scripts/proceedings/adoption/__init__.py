"""What a publisher made of the volume: its pages, DOIs, number and ISBN, read back into the metadata."""
