"""RM407: the journey of the strategy, whatever method the plan follows."""
