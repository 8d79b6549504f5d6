"""Rules of step 4: how and why."""
