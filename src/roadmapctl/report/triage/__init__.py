"""A request held against a plan, as people read it and as JSON."""
