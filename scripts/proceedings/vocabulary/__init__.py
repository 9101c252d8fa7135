"""Names of software, datasets, systems, accelerators and benchmarks, and how they are found in text."""
