"""From the finished PDFs back to what they say, read by code that shares nothing with their writer."""
