"""A plan's period in parts (quarters, halves, months), and what of its goals, tactics and money belongs to each of them."""
