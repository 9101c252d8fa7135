"""From camera-ready papers to published proceedings: pure functions and frozen records."""
