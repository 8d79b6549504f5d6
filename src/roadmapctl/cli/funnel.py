"""`roadmapctl funnel`."""


def funnel() -> int:
    """Not written yet."""
    return 2
