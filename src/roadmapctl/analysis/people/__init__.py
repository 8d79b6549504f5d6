"""What teams can carry."""
