"""Forms for the reproducibility block: templates for editors, sheets and questions for authors, and their way back."""
