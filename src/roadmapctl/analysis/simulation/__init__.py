"""A plan's funnel in many trials, for what is not worked out exactly: drawn with NumPy, the same for the same seed."""
