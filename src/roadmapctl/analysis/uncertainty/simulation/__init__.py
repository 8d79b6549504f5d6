"""The outcome drawn: seeded trials of the whole plan, with NumPy."""
