"""A plan held against a method: the rows that `roadmapctl coverage` and the report show, and their JSON."""
