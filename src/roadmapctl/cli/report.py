"""`roadmapctl report`."""


def report() -> int:
    """Not written yet."""
    return 2
