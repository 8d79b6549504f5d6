"""Rules of step 5: key milestones."""
