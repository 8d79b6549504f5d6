"""The calculators, one a file, each the object of its file's name."""
