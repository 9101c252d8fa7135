"""The chair's report: from the records of a build to one self-contained HTML page."""
