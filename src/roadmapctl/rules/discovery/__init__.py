"""Rules of step 1: who are we today."""
