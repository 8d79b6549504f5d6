"""Distributions as numbers: densities on a grid, laws, products and sums, counts, and where a probability reaches a level."""
