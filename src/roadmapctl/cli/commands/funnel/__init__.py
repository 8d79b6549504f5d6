"""`roadmapctl funnel`: its options, the funnel that is typed in them, and what they add to a plan's."""
