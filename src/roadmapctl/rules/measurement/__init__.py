"""Rules of step 7: measure, learn, optimise."""
