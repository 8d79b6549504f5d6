"""Rules of the funnel."""
