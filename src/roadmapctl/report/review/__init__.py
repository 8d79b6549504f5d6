"""A review, as people read it and as JSON."""
