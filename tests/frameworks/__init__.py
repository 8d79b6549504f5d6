"""The planning methods."""
