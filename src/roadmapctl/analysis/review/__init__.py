"""A review of a plan: where it stands, what becomes of each tactic, what held, what has changed since."""
