"""From what a review carries over to the next period's plan: its values, and the comments for whoever goes on with it."""
