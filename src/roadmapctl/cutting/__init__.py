"""From a part of a plan to a plan of its own: its values, the comments for whoever goes on with it, and their YAML text."""
