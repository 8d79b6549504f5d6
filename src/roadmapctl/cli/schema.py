"""`roadmapctl schema`."""


def schema() -> int:
    """Not written yet."""
    return 2
