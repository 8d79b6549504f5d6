"""What of a plan goes on into the next period: what is left of its goals, and the tactics that are carried over."""
