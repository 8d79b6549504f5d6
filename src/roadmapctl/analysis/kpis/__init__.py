"""What a metric measures by its name, what it must agree with, and what is published about it."""
