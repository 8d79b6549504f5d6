"""From points that people know to a curve.

One point says what a unit costs. Several are fitted by least squares: of the forms that media-mix models use, the simplest one
that comes close enough to every point is taken; where none does, the points themselves are, joined by straight lines.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from math import exp, log
from typing import Literal, NamedTuple

from roadmapctl.analysis.allocation.curves import Curve, Hill, Lines, Log, Power, Proportional, Smooth

Point = tuple[Fraction, Fraction]
"""A spend in money and the units it brings."""

Form = Literal["proportional", "hill", "log", "power", "lines"]

NONE = Fraction(0)
# How far a form may be from any point, as a part of the largest response: so far at once, so far if no other is closer.
CLOSE, CLOSE_ENOUGH = 0.01, 0.03
# From so many points on a curve is drawn, not guessed.
DRAWN = 8
MOST_POINTS, MOST_CORNERS = 25, 100
# Where free values are looked for; `half` in parts of the first known spend and of the last. Were half of all to come from less
# than a quarter of what was ever tried, nobody could know.
NEAREST_HALF, FURTHEST_HALF = 0.25, 100.0
EXPONENTS = (0.2, 1.0)
SHAPES = (0.2, 1.0, 8.0)
GOLDEN = (5**0.5 - 1) / 2
GRID = 8
NARROWINGS, ROUGHLY = 60, 30

Span = tuple[float, float]
Family = Callable[[float], Smooth]
Known = Sequence[tuple[float, float]]


class Fit(NamedTuple):
    """A curve through known points: `base` units come without any spend, the curve's on top of them.

    `error` is the largest distance of the curve from a known point, as a part of the largest number of units. Between `first`
    and `last`, spends in money, it is known; beyond them it is a guess. `points` is how many were fitted.
    """

    curve: Curve
    form: Form
    base: Fraction
    error: float
    first: Fraction
    last: Fraction
    points: int


def fitted(points: Sequence[Point]) -> Fit:
    """The curve of some points in order of spend, units never falling, one spend at least above 0."""
    base = points[0][1] if points[0][0] == 0 else NONE
    known = [(spend, units - base) for spend, units in points if spend > 0]
    curve, form, error = _chosen(known)
    return Fit(curve, form, base, error, known[0][0], known[-1][0], len(points))


class _Fitted(NamedTuple):
    curve: Curve
    form: Form
    error: float


def _chosen(known: Sequence[Point]) -> _Fitted:
    """The first that is close, in the order of simplicity, else the closest if it is close enough, else lines.

    What is drawn by many points needs no guess between them: there only what is close goes before lines.
    """
    if not known[-1][1]:
        return _Fitted(Proportional(NONE), "proportional", 0.0)
    best: _Fitted | None = None
    for form, curve in _candidates(_thinned(known, MOST_POINTS)):
        candidate = _Fitted(curve, form, _error(curve, known))
        if candidate.error <= CLOSE:
            return candidate
        if best is None or candidate.error < best.error:
            best = candidate
    if best is not None and best.error <= CLOSE_ENOUGH and len(known) < DRAWN:
        return best
    lines = Lines(((NONE, NONE), *_thinned(known, MOST_CORNERS)))
    return _Fitted(lines, "lines", _error(lines, known))


def _thinned(known: Sequence[Point], most: int) -> Sequence[Point]:
    """No more points than so many, evenly taken, the first and the last among them."""
    if len(known) <= most:
        return known
    return [known[round(number * (len(known) - 1) / (most - 1))] for number in range(most)]


def _candidates(known: Sequence[Point]) -> Iterator[tuple[Form, Curve]]:
    """Each form at its best, the simplest first. None is S-shaped where the points are not."""
    yield "proportional", Proportional(sum((x * y for x, y in known), NONE) / sum((x * x for x, _ in known), NONE))
    if len(known) < 2:
        return
    points = [(float(x), float(y)) for x, y in known]
    halves = (log(points[0][0] * NEAREST_HALF), log(points[-1][0] * FURTHEST_HALF))
    yield "hill", _best(_hills(1.0), halves, points, NARROWINGS)
    yield "log", _best(lambda half: Log(1.0, exp(half)), halves, points, NARROWINGS)
    yield "power", _best(lambda exponent: Power(1.0, exponent), EXPONENTS, points, NARROWINGS)
    if len(known) > 2:
        low, one, high = map(log, SHAPES)
        span = (low, one) if _diminishing(known) else (one, high)
        times = NARROWINGS if len(points) < DRAWN else ROUGHLY
        shape = _lowest(lambda v: _misfit(_best(_hills(exp(v)), halves, points, times), points), span, times)
        yield "hill", _best(_hills(exp(shape)), halves, points, NARROWINGS)


def _hills(shape: float) -> Family:
    return lambda half: Hill(1.0, exp(half), shape)


def _diminishing(known: Sequence[Point]) -> bool:
    """Does each point bring less for its money than the one before it?"""
    slopes = [(y1 - y0) / (x1 - x0) for (x0, y0), (x1, y1) in pairwise([(NONE, NONE), *known])]
    return all(later <= earlier for earlier, later in pairwise(slopes))


def _best(family: Family, span: Span, points: Known, narrowings: int) -> Smooth:
    """The curve of a family with one free value that comes closest, in squares, once it is scaled to the points."""
    return _to_scale(family(_lowest(lambda v: _misfit(_to_scale(family(v), points), points), span, narrowings)), points)


def _to_scale(curve: Smooth, points: Known) -> Smooth:
    """The curve times the factor that least squares ask for: Σ y·g / Σ g²."""
    heights = [curve.units(x) for x, _ in points]
    factor = sum(y * g for (_, y), g in zip(points, heights, strict=True)) / sum(g * g for g in heights)
    return curve._replace(most=factor) if isinstance(curve, Hill) else curve._replace(scale=factor)


def _misfit(curve: Smooth, points: Known) -> float:
    """Σ (f(x) − y)²."""
    return sum((curve.units(x) - y) ** 2 for x, y in points)


def _error(curve: Curve, known: Sequence[Point]) -> float:
    return max(abs(float(curve.units(x) - y)) for x, y in known) / float(known[-1][1])


def _lowest(height: Callable[[float], float], span: Span, narrowings: int) -> float:
    """Where a function is lowest between two ends: on a grid, then by golden section around its lowest point."""
    low, high = span
    width = (high - low) / GRID
    nearest = min((low + number * width for number in range(GRID + 1)), key=height)
    left, right = max(low, nearest - width), min(high, nearest + width)
    inner, outer = right - GOLDEN * (right - left), left + GOLDEN * (right - left)
    at_inner, at_outer = height(inner), height(outer)
    for _ in range(narrowings):
        if at_inner <= at_outer:
            right, outer, at_outer = outer, inner, at_inner
            inner = right - GOLDEN * (right - left)
            at_inner = height(inner)
        else:
            left, inner, at_inner = inner, outer, at_outer
            outer = left + GOLDEN * (right - left)
            at_outer = height(outer)
    return (left + right) / 2
