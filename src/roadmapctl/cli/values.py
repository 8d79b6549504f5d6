"""Values that flags carry: read as a plan's are, and refused with what to write instead."""

from datetime import date
from fractions import Fraction


def share(text: str) -> Fraction:
    """A part of a whole, `80%` or 0.8; leaves with 2 for anything else."""
    from roadmapctl.cli.console import give_up
    from roadmapctl.load.scalars import resolve
    from roadmapctl.model import numbers
    from roadmapctl.model.unreadable import Unreadable

    try:
        return Fraction(numbers.share(resolve(text)))
    except Unreadable as error:
        give_up(error.message, "en", error.help)


def day(text: str) -> date:
    """A day, 2027-03-31; leaves with 2 for anything else."""
    from roadmapctl.cli.console import give_up
    from roadmapctl.model.time import iso_date
    from roadmapctl.model.unreadable import Unreadable

    try:
        return iso_date(text)
    except Unreadable as error:
        give_up(error.message, "en", error.help)
