"""Marketing roadmaps as text: validated like code, computed exactly, reported in two languages."""

__version__ = "0.1.0"
