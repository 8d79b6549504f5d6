"""The plan held against what really happened: attainment, pacing, projection, and what a gap comes from."""
