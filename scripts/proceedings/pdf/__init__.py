"""What inspection, stamping and assembly share of PDF: objects, geometry, name trees, outlines."""
