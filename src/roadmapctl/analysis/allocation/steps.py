"""Every number of an allocation as a sum with plain numbers, so that it can be checked by hand."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, Literal, NamedTuple

from roadmapctl.analysis.allocation.allocate import Allocation, Best
from roadmapctl.analysis.allocation.choices import Choice
from roadmapctl.analysis.allocation.conversion import rates
from roadmapctl.analysis.allocation.curves import Amount, Curve, Hill, Lines, Log, Power, Proportional
from roadmapctl.analysis.allocation.totals import Row
from roadmapctl.analysis.plain import percent, plain
from roadmapctl.model.funnel import Funnel

Key = Literal[
    "anyway",  # deals
    "curve",  # source, stage: units for a spend of x
    "conversion",  # source, stage
    "deals",  # source, stage, spend
    "next",  # source, spend
]
CORNERS = 6
THOUSAND = 1000


class Step(NamedTuple):
    """One step: `key` says which, `fields` are its raw values, `formula` is the sum."""

    key: Key
    fields: Mapping[str, Any]
    formula: str


def steps(funnel: Funnel, allocation: Allocation, best: Best) -> Iterator[Step]:
    """From the curves down to what the next deal costs in a split."""
    if allocation.anyway:
        parts = [allocation.in_hand, *(source.deals for source in allocation.fixed)]
        yield Step("anyway", {"deals": allocation.anyway}, _sum([part for part in parts if part], allocation.anyway))
    for choice, row in zip(allocation.choices, best.totals.rows, strict=True):
        yield from _of_source(funnel, choice, row)


def _sum(parts: list[Fraction], total: Fraction) -> str:
    added = " + ".join(map(plain, parts))
    return added if len(parts) == 1 else f"{added} = {plain(total)}"


def _of_source(funnel: Funnel, choice: Choice, row: Row) -> Iterator[Step]:
    named = {"source": choice.id, "stage": choice.feeds}
    curve, spend = choice.option.curve, row.spend - choice.committed
    before = f"{plain(choice.base)} + " if choice.base else ""
    x = "x" if not choice.committed else f"(x − {plain(choice.committed)})"
    yield Step("curve", named, f"{before}{_curve(curve, x)}")
    passed = rates(funnel, choice.id, funnel.sources[choice.id]) if choice.option.conversion != 1 else ()
    product = f"{' × '.join(map(percent, passed))} = " if len(passed) > 1 else ""
    yield Step("conversion", named, f"{product}{percent(choice.option.conversion)}")
    deals = f"{plain(row.units)} × {percent(choice.option.conversion)} = {plain(row.deals)}"
    yield Step("deals", {**named, "spend": row.spend}, deals)
    cost = choice.option.cost_of_next(spend)
    if cost is not None and (spend > 0 or isinstance(curve, Proportional)):
        slope = _slope(curve, plain(spend), spend)
        formula = f"1 / ({slope} × {percent(choice.option.conversion)}) = {plain(cost)}"
        yield Step("next", {**named, "spend": row.spend}, formula)


def _curve(curve: Curve, x: str) -> str:
    """The units that a spend of x brings."""
    if isinstance(curve, Proportional):
        return f"{x} / {plain(1 / curve.rate)}" if curve.rate else "0"
    if isinstance(curve, Lines):
        corners = [f"({plain(spend)}; {plain(units)})" for spend, units in curve.points]
        inner = corners if len(corners) <= CORNERS else [*corners[: CORNERS - 1], "…", corners[-1]]
        return " – ".join(inner)
    if isinstance(curve, Log):
        return f"{_n(curve.scale)} × ln(1 + {x} / {_n(curve.half)})"
    if isinstance(curve, Power):
        return f"{_n(curve.scale)} × {x}^{_n(curve.exponent)}"
    power = "" if curve.shape == 1 else f"^{_n(curve.shape)}"
    return f"{_n(curve.most)} × {x}{power} / ({_n(curve.half)}{power} + {x}{power})"


def _slope(curve: Curve, x: str, spend: Amount) -> str:
    """The units that one more unit of money brings."""
    if isinstance(curve, (Proportional, Lines)):
        return plain(Fraction(curve.marginal(spend)))
    if isinstance(curve, Log):
        return f"{_n(curve.scale)} / ({_n(curve.half)} + {x})"
    if isinstance(curve, Power):
        return f"{_n(curve.scale)} × {_n(curve.exponent)} × {x}^({_n(curve.exponent)} − 1)"
    return _hill_slope(curve, x)


def _hill_slope(curve: Hill, x: str) -> str:
    if curve.shape == 1:
        return f"{_n(curve.most)} × {_n(curve.half)} / ({_n(curve.half)} + {x})^2"
    a, k = _n(curve.shape), _n(curve.half)
    return f"{_n(curve.most)} × {a} × {k}^{a} × {x}^({a} − 1) / ({k}^{a} + {x}^{a})^2"


def _n(value: float) -> str:
    """A fitted value, to six digits."""
    text = f"{value:.6g}"
    return plain(Fraction(text)) if abs(value) >= THOUSAND else text
