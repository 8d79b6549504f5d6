"""When units must have entered a stage to become customers in time."""

from collections.abc import Sequence
from datetime import date
from math import ceil, erf, exp, log, sqrt
from typing import Literal, NamedTuple

from roadmapctl.model.time import DAYS, Duration, Lag, SpreadLag

Percentile = Literal["p50", "p90"]
SHARES = {"p50": 0.5, "p90": 0.9}
NORMAL_P90 = 1.2815515655446004
NORMALS = {"p50": 0.0, "p90": NORMAL_P90}
"""The standard normal's value at each percentile."""
Days = Sequence[int]
"""Days by their number, `date.toordinal`: those of a whole period are a range, and remain one where fixed lags move them."""
FIRST = date.min.toordinal()
MAX_DAYS = 200 * 366
# Beyond five years the grid's cells become longer than a day.
MAX_CELLS = 2048
# The sum of more terms than these is so nearly lognormal again that its mean and variance tell its percentiles.
MAX_TERMS = 30
SCALE_BITS = 40
# What a grid of days is off by; without it a 90th percentile of 120 days and a hair would be 121.
GRID_ERROR = 0.1
CELL_BYTES = 12  # two scaled probabilities multiplied, with room to spare


def last_useful_dates(lags: Sequence[Lag | None], end: date) -> tuple[date | None, ...]:
    """For each stage, top first, the last day to enter it and still be through all of them by `end`.

    All None where no lag is stated. Varying lags count by what nine of ten units take.
    """
    if all(lag is None for lag in lags):
        return (None,) * (len(lags) + 1)
    return tuple(date.fromordinal(days[0]) for days in entry_days(lags, [end.toordinal()], "p90"))


def entry_days(lags: Sequence[Lag | None], due: Days, percentile: Percentile) -> tuple[Days, ...]:
    """For each stage, top first, when to enter it to be through all of them by each of the days `due`.

    `lags` are the times from each stage to the next (one fewer than stages); an unstated one counts as 0.
    Fixed lags go by the calendar from the bottom up; varying ones by a percentile of their *sum* (the sum of
    90th percentiles would be longer than nine of ten units take).
    """
    varying = [lag for lag in reversed(lags) if isinstance(lag, SpreadLag)]
    sums = percentiles_of_sums(varying, percentile) if len(varying) > 1 else ()
    fixed, met = due, 0
    rows = [fixed]
    for lag in reversed(lags):
        if isinstance(lag, Duration):
            fixed = _all_before(lag, fixed)
        met += isinstance(lag, SpreadLag)
        if met > 1:
            rows.append(_days_before(sums[met - 1], fixed))
        else:  # with one varying lag its own percentile is the answer, by the calendar
            rows.append(_all_before(getattr(varying[0], percentile), fixed) if met else fixed)
    return tuple(reversed(rows))


def _all_before(lag: Duration, days: Days) -> Days:
    """Each of the days so long before."""
    if lag.unit in DAYS:
        return _days_before(lag.number * DAYS[lag.unit], days)
    return [_before(lag, day) for day in days]


def _before(lag: Duration, day: int) -> int:
    """So long before the day; the calendar's first day where it would lie before that."""
    try:
        return lag.before(date.fromordinal(day)).toordinal()
    except (OverflowError, ValueError):
        return FIRST


def _days_before(number: int | None, days: Days) -> Days:
    """So many days before each of them, in the same manner; None is more than there are."""
    if number is None:
        return [FIRST] * len(days)
    if isinstance(days, range) and days.start - number >= FIRST:
        return range(days.start - number, days.stop - number)
    return [max(FIRST, day - number) for day in days]


class Lognormal(NamedTuple):
    """A lag in days whose logarithm is normal with mean `mu` and standard deviation `sigma`."""

    mu: float
    sigma: float

    def below(self, days: float) -> float:
        """P(lag ≤ days)."""
        return 0.5 * (1 + erf((log(days) - self.mu) / (self.sigma * sqrt(2)))) if days > 0 else 0.0

    def quantile(self, normal: float) -> float:
        """Its value at a quantile of the standard normal."""
        return exp(self.mu + normal * self.sigma)


def lognormal(lag: SpreadLag) -> Lognormal:
    """The lognormal with the lag's median and 90th percentile."""
    p50, p90 = float(lag.p50.days), float(lag.p90.days)
    return Lognormal(log(p50), log(p90 / p50) / NORMAL_P90)


def percentiles_of_sums(lags: Sequence[SpreadLag], percentile: Percentile) -> tuple[int | None, ...]:
    """A percentile, in whole days rounded up, of the first lag, of the first two together, and so on.

    Independent lags, convolved on a daily grid. None beyond two hundred years.
    """
    terms = [lognormal(lag) for lag in lags]
    length = min(MAX_DAYS, _long_enough(terms[:MAX_TERMS]))
    step = max(1.0, length / MAX_CELLS)
    cells = ceil(length / step) + 2
    found: list[int | None] = []
    total: list[int] = []
    for term in terms[:MAX_TERMS]:
        own = masses(term, cells, step)
        total = convolved(total, own) if total else own
        found.append(_reached(total, step, SHARES[percentile]))
    return (*found, *_by_moments(terms, NORMALS[percentile])[MAX_TERMS:])


def _long_enough(terms: Sequence[Lognormal]) -> int:
    """Days that the sum exceeds with less than one chance in ten: each term exceeds its part with a tenth of
    that chance by m.

    From the bound Q(z) ≤ ½·exp(−z²/2) on the normal's tail.
    """
    normal = sqrt(2 * log(5 * max(1, len(terms))))
    return ceil(sum(term.quantile(normal) for term in terms)) + 1


def masses(term: Lognormal, cells: int, step: float) -> list[int]:
    """The probability of each cell, centred on a multiple of `step` days, in units of 2^-40."""
    edges = [term.below((cell + 0.5) * step) for cell in range(cells)]
    scale = 1 << SCALE_BITS
    return [round((high - low) * scale) for low, high in zip([0.0, *edges], edges, strict=False)]


def convolved(left: Sequence[int], right: Sequence[int]) -> list[int]:
    """The masses of the sum of two independent lags, as far as the grid reaches.

    The masses are written one after another into two long integers, whose product holds all sums of products
    (Kronecker's substitution): as fast as plain Python gets.
    """
    product = _packed(left) * _packed(right)
    size = len(left) * CELL_BYTES
    raw = (product & ((1 << 8 * size) - 1)).to_bytes(size, "little")
    return [int.from_bytes(raw[at : at + CELL_BYTES], "little") >> SCALE_BITS for at in range(0, size, CELL_BYTES)]


def _packed(found: Sequence[int]) -> int:
    return int.from_bytes(b"".join(mass.to_bytes(CELL_BYTES, "little") for mass in found), "little")


def _reached(found: Sequence[int], step: float, share: float) -> int | None:
    """The first day by which that share of the mass has arrived, each cell's lying evenly about its centre."""
    wanted = share * (1 << SCALE_BITS)
    before = 0
    for cell, mass in enumerate(found):
        if before + mass >= wanted:
            return ceil((cell - 0.5 + (wanted - before) / mass) * step - GRID_ERROR)
        before += mass
    return None


def _by_moments(terms: Sequence[Lognormal], normal: float) -> list[int | None]:
    """The same from lognormals with the sums' means and variances (Fenton–Wilkinson)."""
    found: list[int | None] = []
    mean = variance = 0.0
    for term in terms:
        mean += exp(term.mu + term.sigma**2 / 2)
        variance += (exp(term.sigma**2) - 1) * exp(2 * term.mu + term.sigma**2)
        spread = log(1 + variance / mean**2)
        days = exp(log(mean) - spread / 2 + normal * sqrt(spread))
        found.append(ceil(days) if days <= MAX_DAYS else None)
    return found
