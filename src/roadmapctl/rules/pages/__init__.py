"""The pages of what the loader and the models find themselves: read by `roadmapctl rules`, not loaded to check a plan."""
