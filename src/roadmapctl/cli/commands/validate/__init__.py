"""`roadmapctl validate`: its options, and what answers them. Nothing is imported here: known plans are answered without Typer."""
