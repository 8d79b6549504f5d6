"""The steps of a funnel's arithmetic: which there are, and how their formulas write numbers."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any, Literal, NamedTuple

from roadmapctl.analysis.plain import percent, plain
from roadmapctl.analysis.rounding import whole_up

Key = Literal[
    "net-target",  # target, already_won, other_teams, net_target, unit
    "average-deal",  # deal_size, and the segments: segments
    "deals",  # net_target, deal_size, deals, deals_whole
    "conversion",  # source, conversion: Π r
    "segment-conversion",  # source, segment, conversion
    "source-conversion",  # source, conversion: of its segments together
    "brings",  # source, units, deals: customers of what it brings anyway
    "left",  # deals, left: without those
    "lead-share",  # source, share: its share of what is left, from its share of the leads
    "share",  # source, share, deals: its part of the deals, or of what is left of them
    "segment-deals",  # segment, share, deals
    "surplus",  # surplus: customers beyond the deals
    "new",  # stage, need, in_hand, new: without what is in hand
    "recycled",  # stage, next, units, rate, due, wanted: what recycled units of `stage` spare
    "effective-rate",  # stage, rate, recycling, effective_rate
    "stage",  # stage, next, need, need_whole, and by source: legs
    "coverage",  # stage, need, deals, coverage
    "last-useful-date",  # stage, date, too_late
    "units",  # source, stage, units, units_whole: what a source must bring
    "unwanted",  # source, surplus: units beyond what is wanted of it
    "tier",  # source, tier, events, units
    "tier-registrants",  # source, tier, attendees, show_rate, registrants
    "series",  # source, units: what the series' own size has to bring
    "attendees",  # source, units, rate, attendees
    "events",  # source, attendees, audience, events, events_whole
    "registrants",  # source, attendees, show_rate, registrants
    "all-events",  # source, events_whole: of all sizes
    "all-registrants",  # source, registrants: of all sizes
    "capacity",  # source, wanted, capacity, shortfall
    "cost",  # source, cost
    "spend",  # spend, basis
    "cac",  # spend, deals, cac
    "roas",  # revenue, spend, roas
    "roi",  # revenue, spend, margin, roi
    "cost-at-stage",  # source, stage, cost: one of its units there
    "loaded-spend",  # spend, loaded_spend, beside
    "loaded-cac",  # spend, deals, cac
    "loaded-roas",  # revenue, spend, roas
    "loaded-roi",  # revenue, spend, margin, roi
    "break-even-roas",  # margin, break_even_roas
    "break-even-cpa",  # deal_size, margin, break_even_cpa
    "ltv",  # monthly_revenue, margin, churn, ltv
    "ltv-cac",  # ltv, cac, ratio
    "loaded-ltv-cac",  # the same, fully loaded
    "payback",  # cac, monthly_revenue, margin, churn, months
    "payback-cohort",  # cac, monthly_revenue, margin, churn, months
    "payback-never",  # cac
    "loaded-payback",  # the three again, fully loaded
    "loaded-payback-cohort",
    "loaded-payback-never",
    "saved",  # playbook, runs, hours
    "saved-money",  # hours, money
]


class Step(NamedTuple):
    """One step: `key` says which, `fields` are its raw values, `formula` is the sum with plain numbers (`10,000 / 6% = …`)."""

    key: Key
    fields: Mapping[str, Any]
    formula: str


def up(value: Fraction) -> str:
    """`166,666.67 → 166,667`, or the number alone where it is whole."""
    whole = plain(whole_up(value))
    return whole if value == whole_up(value) else f"{plain(value)} → {whole}"


def difference(value: Fraction | int, *less: Fraction | int, least: Fraction | int = 0) -> str:
    """`400 − 75`; `max(0, 400 − 450)` where the difference is below the least it can be."""
    shown = " − ".join(plain(number) for number in (value, *less))
    return f"max({plain(least)}, {shown})" if value - sum(less) < least else shown


def added(values: Iterable[Fraction | int]) -> str:
    """`12,000 + 3,000 = ` before their sum; nothing before a number alone."""
    shown = [plain(value) for value in values]
    return f"{' + '.join(shown)} = " if len(shown) > 1 else ""


def product(factors: Iterable[Fraction]) -> str:
    """`10% × 25%`."""
    return " × ".join(percent(factor) for factor in factors)
