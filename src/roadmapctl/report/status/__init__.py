"""Where a plan stands, as tables and sentences for people, and as JSON."""
