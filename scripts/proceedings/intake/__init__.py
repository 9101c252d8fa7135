"""From metadata/ and the listing of papers/ to one record, with everything that is wrong with them."""
