"""People as a plan has them: goals broken down to them, their load, and the organisation around them."""
