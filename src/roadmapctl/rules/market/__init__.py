"""Rules of step 2: the target market."""
