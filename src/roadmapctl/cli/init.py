"""`roadmapctl init`."""


def init() -> int:
    """Not written yet."""
    return 2
