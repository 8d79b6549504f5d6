"""A plan's ideas as people read them and as data: their order, the best of them together, the four levers."""
