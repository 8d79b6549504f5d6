"""Rules of the people behind the plan."""
