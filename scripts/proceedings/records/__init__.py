"""What travels between stages: frozen records, each defined once, and the one module that reads and writes them."""
