"""The segments of the market: by their traits, in combination, and by size."""
