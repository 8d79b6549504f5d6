"""Plans that belong to a wider one, added up: budgets, goals, one calendar, and where they get into each other's way."""
