"""One value or two, each at several sizes: what the funnel comes to in every combination."""

from fractions import Fraction
from typing import Any, NamedTuple

from roadmapctl.analysis.funnel.infeasible import Infeasible
from roadmapctl.analysis.rounding import Rounding
from roadmapctl.load import Document
from roadmapctl.load.scalars import resolve
from roadmapctl.model.numbers import plain_text, quantity
from roadmapctl.model.unreadable import Unreadable
from roadmapctl.scenarios.overlay import Outcome, Refused, Values, outcome

MOST = 25


class Axis(NamedTuple):
    """A dotted path and the values it takes, as a plan would write them."""

    path: str
    values: tuple[Any, ...]


class NotAnAxis(ValueError):
    """The text is no `path=10%..30%/5` and no `path=10%,20%`."""


class Grid(NamedTuple):
    """What the funnel comes to: `cells[i][j]` under the i-th value of `down` and the j-th of `across`, if there is one."""

    down: Axis
    across: Axis | None
    cells: tuple[tuple[Outcome | Infeasible, ...], ...]


def axis(text: str) -> Axis:
    """Reads `funnel.stages.mql.rate=10%..30%/5` (both ends and what lies evenly between) or `…=10%,20%`. Raises NotAnAxis."""
    path, equals, values = text.partition("=")
    path = path.strip()
    if not equals or not all(path.split(".")):
        raise NotAnAxis(text)
    try:
        found = _range(values) if ".." in values else tuple(resolve(part.strip()) for part in values.split(","))
    except NotAnAxis:
        raise NotAnAxis(text) from None
    if not 1 <= len(found) <= MOST or "" in found or None in found:
        raise NotAnAxis(text)
    return Axis(path, found)


def _range(text: str) -> tuple[Any, ...]:
    ends, slash, number = text.partition("/")
    low, _, high = ends.partition("..")
    unit = "%" if low.strip().endswith("%") else ""
    first, last = (_end(part, unit) for part in (low, high))
    if not slash or not number.strip().isdecimal() or not 2 <= int(number) <= MOST:
        raise NotAnAxis(text)
    steps = int(number) - 1
    return tuple(_written(first + (last - first) * step / steps, unit) for step in range(steps + 1))


def _end(text: str, unit: str) -> Fraction:
    text = text.strip()
    if unit and not text.endswith(unit):
        raise NotAnAxis(text)
    try:
        return Fraction(quantity(resolve(text.removesuffix(unit))))
    except Unreadable:
        raise NotAnAxis(text) from None


def _written(value: Fraction, unit: str) -> Any:
    text = plain_text(round(value, 9))
    return f"{text}{unit}" if unit else resolve(text)


def vary(document: Document, down: Axis, across: Axis | None = None, rounding: Rounding = "final") -> Grid | Refused:
    """The grid, or the findings of the first value that cannot be read. Raises NoSuchItem."""
    rows: list[tuple[Outcome | Infeasible, ...]] = []
    for one in down.values:
        row: list[Outcome | Infeasible] = []
        for other in across.values if across is not None else (None,):
            values: Values = {down.path: one, **({} if across is None else {across.path: other})}
            cell = outcome(document, "", values, rounding)
            if isinstance(cell, Refused):
                return cell
            row.append(cell)
        rows.append(tuple(row))
    return Grid(down, across, tuple(rows))
