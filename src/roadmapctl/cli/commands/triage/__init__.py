"""`roadmapctl triage`: its options, and the request that they describe."""
