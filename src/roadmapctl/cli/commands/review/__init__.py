"""`roadmapctl review`: its options, the plan as it was before, and the plan that is carried over."""
