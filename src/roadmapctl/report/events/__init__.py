"""The event programme for people and programs: `roadmapctl events`, and the same sections in a report."""
