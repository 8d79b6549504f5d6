"""Ideas: their scores, their order, and the best of them that money and people allow together."""
