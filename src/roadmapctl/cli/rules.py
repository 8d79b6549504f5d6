"""`roadmapctl rules`."""


def rules() -> int:
    """Not written yet."""
    return 2
