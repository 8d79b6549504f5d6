"""`roadmapctl rollup`: its options, and the plans that are summed."""
