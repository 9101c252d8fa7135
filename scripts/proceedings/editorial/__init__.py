"""What the editor of a joint volume, or a publisher, sets anew: contents, authors, organisation, to be edited."""
