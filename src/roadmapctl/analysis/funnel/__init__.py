"""From a target back to the units of every stage, and forwards again."""
