"""From a paper and its stamp order to the stamped paper."""
