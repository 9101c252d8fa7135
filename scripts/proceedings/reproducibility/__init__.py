"""What a reproducibility block is worth: the ladder of its items, the rules of benchmarks, badges and licences."""
