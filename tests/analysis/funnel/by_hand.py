"""Random funnels with all they may have at once, and what they come to when somebody follows each deal back by hand.

Nothing of the program is used here: days are walked one by one, and every number is a fraction.
"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import Any, NamedTuple

NONE, WHOLE = Fraction(0), Fraction(1)
PERIODS = {
    "2027": (date(2027, 1, 1), date(2027, 12, 31)),
    "2028-H1": (date(2028, 1, 1), date(2028, 6, 30)),
    "2027-Q2": (date(2027, 4, 1), date(2027, 6, 30)),
}
Lag = tuple[int, str]


class Way(NamedTuple):
    """A source: its share, the number of the stage it feeds, and its rate at each stage."""

    share: Fraction
    feeds: int
    rates: list[Fraction]

    @property
    def conversion(self) -> Fraction:
        """The part of its units that become customers."""
        found = WHOLE
        for rate in self.rates[self.feeds :]:
            found *= rate
        return found


class Written(NamedTuple):
    """A plan's text as data, and the same in fractions. `weights` are by month."""

    plan: dict[str, Any]
    deals: Fraction
    ways: list[Way]
    by_leads: bool
    in_hand: list[int]
    lags: Sequence[Lag]
    weights: dict[int, Fraction]
    days: tuple[date, date]


class Stage(NamedTuple):
    """Units that must pass a stage and how many of them are new; `spared` is the part of all deals, the first of them, that units
    in hand there and below bring already."""

    need: Fraction
    new: Fraction
    spared: Fraction


def funnel_of(seed: int) -> Written:
    """A funnel of one to four steps with rates of every form, units in hand, lags, a season, and up to three sources."""
    chance = Random(seed)
    steps, period = chance.randint(1, 4), chance.choice(sorted(PERIODS))
    in_hand = [chance.choice([0, 0, chance.randint(1, 3000)]) for _ in range(steps + 1)]
    stages: list[dict[str, Any]] = [{"id": f"s{n}", "in_hand": units} for n, units in enumerate(in_hand)]
    rates, lags = zip(*(_step(chance, stage) for stage in stages[:-1]), strict=True)
    weights = {month: Fraction(chance.choice([5, 8, 10, 13]), 10) for month in range(1, 13) if chance.random() < 0.5}
    target, size = chance.choice([90_000, 1_000_000]), chance.choice([1_200, 333])
    seasonality = {f"{month:02d}": float(weight) for month, weight in weights.items()}
    funnel = {"goal": "won", "deal_size": size, "stages": stages, "seasonality": seasonality}
    by_leads, ways = False, [Way(WHOLE, 0, list(rates))]
    if chance.random() < 0.7:
        by_leads = chance.random() < 0.4
        funnel["mix"] = "leads" if by_leads else "deals"
        ways, funnel["sources"] = _sources(
            chance, rates, by_leads, {n for n, s in enumerate(stages) if "recycling" in s}
        )
    plan = {
        "roadmap": 1,
        "name": "By hand",
        "period": period,
        "metrics": {"revenue": {"name": "Revenue", "unit": "EUR", "kind": "flow"}},
        "goals": {"won": {"metric": "revenue", "target": target}},
        "funnel": funnel,
    }
    return Written(plan, Fraction(target, size), ways, by_leads, in_hand, lags, weights, PERIODS[period])


def _step(chance: Random, stage: dict[str, Any]) -> tuple[Fraction, Lag]:
    """Gives a stage a rate, now and then those who try again, and a lag; the rate that comes of it, and the lag."""
    stage["rate"], rate = _rate(chance)
    again = chance.choice([NONE, NONE, Fraction(chance.randint(1, 50), 100)])
    if again:
        stage["recycling"] = f"{again * 100}%"
    days, weeks, months = (chance.randint(1, 90), "d"), (chance.randint(1, 9), "w"), (chance.randint(1, 4), "mo")
    lag = chance.choice([(0, "d"), days, weeks, months])
    stage["lag"] = f"{lag[0]}{lag[1]}"
    return rate / (1 - again * (1 - rate)), lag


def _rate(chance: Random) -> tuple[Any, Fraction]:
    """A rate as a plan writes it, and its point value."""
    low, likely, high = sorted(chance.sample(range(2, 96), 3))
    return chance.choice(
        [
            (f"{likely}.5%", Fraction(2 * likely + 1, 200)),
            ({"won": low, "of": high}, Fraction(low, high)),
            ({"low": f"{low}%", "likely": f"{likely}%", "high": f"{high}%"}, Fraction(low + 4 * likely + high, 600)),
        ]
    )


def _sources(
    chance: Random, rates: Sequence[Fraction], by_leads: bool, recycling: set[int]
) -> tuple[list[Way], dict[str, dict[str, Any]]]:
    """Sources that feed any stage (of leads all the top), now and then at a rate of their own."""
    cuts = sorted(chance.sample(range(1, 100), chance.randint(0, 2)))
    ways, sources = [], {}
    for number, (low, high) in enumerate(zip([0, *cuts], [*cuts, 100], strict=True)):
        feeds = 0 if by_leads else chance.randrange(len(rates))
        source: dict[str, Any] = {"feeds": f"s{feeds}", "share": f"{high - low}%"}
        own = list(rates)
        for step in set(range(feeds, len(rates))) - recycling:
            if chance.random() < 0.3:
                written, own[step] = _rate(chance)
                source.setdefault("rates", {})[f"s{step}"] = written
        ways.append(Way(Fraction(high - low, 100), feeds, own))
        sources[f"q{number}"] = source
    return ways, sources


# --- followed back


def stages_of(written: Written) -> list[Stage]:
    """Need and new units of every stage, top first: need_k = Σ over the sources of max(0, need − in hand) below, by rate."""
    won = [way.share * way.conversion for way in written.ways] if written.by_leads else [w.share for w in written.ways]
    flow = [written.deals * part / sum(won) for part in won]
    found: list[Stage] = []
    left = keep = WHOLE
    for number in range(len(written.in_hand) - 1, -1, -1):
        if found:
            flow = [
                units * keep / way.rates[number] if way.feeds <= number else NONE
                for units, way in zip(flow, written.ways, strict=True)
            ]
        need = sum(flow, NONE)
        new = max(NONE, need - written.in_hand[number])
        keep = new / need if need else NONE
        left *= keep
        found.append(Stage(need, new, 1 - left))
    return found[::-1]


def entries(written: Written, stage: int, spared: Fraction) -> dict[date, Fraction]:
    """The part of the deals behind the spared ones whose units enter a stage on each day: all lags before their own day."""
    found: dict[date, Fraction] = {}
    before = NONE
    for day, part in _due(written):
        counts = max(NONE, min(part, before + part - spared))
        before += part
        if counts:
            for lag in reversed(written.lags[stage:]):
                day = _earlier(day, lag)
            found[day] = found.get(day, NONE) + counts / (1 - spared)
    return found


def _due(written: Written) -> Iterator[tuple[date, Fraction]]:
    """The part of all deals that is due on each day: months by their weight, evenly over their days."""
    first, last = written.days
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    worth = [written.weights.get(day.month, WHOLE) / monthrange(day.year, day.month)[1] for day in days]
    whole = sum(worth, NONE)
    return ((day, part / whole) for day, part in zip(days, worth, strict=True))


def _earlier(day: date, lag: Lag) -> date:
    number, unit = lag
    if unit != "mo":
        return day - timedelta(days=number * (7 if unit == "w" else 1))
    year, month = divmod(day.year * 12 + day.month - 1 - number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
