"""What lies beside a paper's PDF: its sources in one archive, and the signed form."""
