"""Every step of a funnel, in words and numbers: what `--explain` prints."""
