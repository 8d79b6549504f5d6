"""Rules of step 6: tactics, timeline, budget."""
