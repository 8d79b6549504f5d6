"""Plans added up, as people read it and as JSON."""
