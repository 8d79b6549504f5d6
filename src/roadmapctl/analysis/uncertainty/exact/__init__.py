"""The outcome worked out: distributions multiplied, added and thinned."""
