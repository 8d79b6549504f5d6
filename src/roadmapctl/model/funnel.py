"""The funnel: its stages with their rates and lags, and the sources that feed it."""

import re
from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple

from roadmapctl.model import number_patterns as patterns
from roadmapctl.model.element import Element, Read
from roadmapctl.model.estimates import MoneyEstimate, Rate
from roadmapctl.model.numbers import (
    BEYOND,
    Count,
    Money,
    Positive,
    Share,
    amount,
    numeric,
    percentage,
    plain_number,
    plain_text,
    share,
)
from roadmapctl.model.text import Id, Name, Ref, Slug
from roadmapctl.model.time import LagTime
from roadmapctl.model.unreadable import unreadable

CAPACITY = re.compile(r"([0-9]{1,9}) per (week|month|quarter|year)")
Season = Literal["Q1", "Q2", "Q3", "Q4", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"]


class Part(NamedTuple):
    """A part of the whole target: 0.5 for `50%`."""

    value: Decimal


class UnitsPer(NamedTuple):
    """So many units in each week, month, quarter or year."""

    number: int
    per: str

    def __str__(self) -> str:
        return f"{self.number} per {self.per}"


def capacity(value: Any) -> UnitsPer:
    """Reads `4 per month`. Raises Unreadable."""
    if isinstance(value, str) and (match := CAPACITY.fullmatch(value)):
        return UnitsPer(int(match.group(1)), match.group(2))
    raise unreadable(
        "RM012",
        "“{value}” is not a capacity",
        "“{value}”不是产能",
        ("write a number and a period: 4 per month", "请写数量和周期：4 per month"),
        value=str(value),
    )


def amount_or_part(value: Any) -> Decimal | Part:
    """An amount, or with a per cent sign a part of the whole. Raises Unreadable."""
    if isinstance(value, str) and percentage(value) is not None:
        return Part(share(value))
    number = amount(value)
    if 0 < number < 1:
        raise unreadable(
            "RM021",
            "{value} may be a part of the target or an amount",
            "{value} 可能是占比，也可能是金额",
            ("write {percent}% for a part, or the whole amount", "占比请写 {percent}%，金额请写全额"),
            value=plain_text(number),
            percent=plain_text(number * 100),
        )
    return number


def plain_amount_or_part(value: Decimal | Part) -> Any:
    """The YAML value it is read from."""
    return f"{plain_text(value.value * 100)}%" if isinstance(value, Part) else plain_number(value)


_CAPACITY = {
    "type": "string",
    "pattern": f"^{CAPACITY.pattern}$",
    "patternErrorMessage": "write a number and a period: 4 per month",
    "examples": ["4 per month", "200 per quarter"],
}
_AMOUNT_OR_PART = {
    **numeric(
        patterns.AMOUNT_OR_PART,
        "write 50% for a part of the target, or an amount such as 1.2M",
        ["50%", 200000],
        minimum=0,
        exclusiveMaximum=BEYOND,
    ),
    "not": {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1},
}

Capacity = Annotated[UnitsPer, Read(capacity, str, _CAPACITY)]
AmountOrPart = Annotated[Decimal | Part, Read(amount_or_part, plain_amount_or_part, _AMOUNT_OR_PART)]


class Recycled(Element):
    """Units handed over once and not converted, tried again at a rate of their own."""

    units: Count
    """How many there are."""
    rate: Rate
    """The share of them that converts this time."""


class Stage(Element):
    """A stage of the funnel; `rate` is the share of its units that reaches the next one."""

    id: Slug
    """Its id."""
    name: Name | None = None
    """Its name, in any language."""
    rate: Rate | None = None
    """The share that reaches the next stage; none for the last stage."""
    multiplier: Positive | None = None
    """In place of a rate, where one unit becomes several (opportunities per account)."""
    lag: LagTime | None = None
    """How long it takes to reach the next stage."""
    in_hand: Count = 0
    """Units at this stage today."""
    recycled: Recycled | None = None
    """Units that come back to this stage for another try."""
    recycling: Share | None = None
    """The share of those who do not convert that tries again within this stage."""


class SourceEvent(Element):
    """What one event brings: audience times rate."""

    audience: Positive
    """People who attend one event."""
    rate: Rate
    """The share of them that becomes a unit of the stage it feeds."""
    show_rate: Share | None = None
    """The share of registrants who attend."""
    cost: Money | None = None
    """What one event costs."""


class ResponsePoint(Element):
    """One known point of a response curve."""

    spend: Money
    """Money spent."""
    leads: Count
    """What it brought."""


class Response(Element):
    """How a source answers to more money, as points people know."""

    gives: tuple[ResponsePoint, ...] = ()
    """The points, in order of spend."""


class Source(Element):
    """Where units come from."""

    name: Name | None = None
    """Its name, in any language."""
    feeds: Annotated[Id, Ref("funnel.stages")] | None = None
    """The stage its units enter at; the top one unless said."""
    share: Share | None = None
    """Its share of the deals (or of the leads, see `mix`)."""
    event: SourceEvent | None = None
    """Set where the source is a series of events."""
    capacity: Capacity | None = None
    """The most it can carry."""
    cost_per_unit: Money | None = None
    """What one unit of it costs."""
    rates: dict[Slug, Rate] = {}
    """Rates of its own, by stage, where they differ from the funnel's."""
    response: Response | None = None
    """How it answers to more money."""


class Funnel(Element):
    """From a revenue target back to customers, opportunities, leads, events, money and dates."""

    goal: Annotated[Id, Ref("goals")] | None = None
    """The goal whose target it starts from."""
    deal_size: MoneyEstimate | None = None
    """The average deal."""
    margin: Share | None = None
    """Gross margin: the part of revenue that is left after what is sold has been paid for."""
    already_won: Money | None = None
    """Revenue of the target that is won already."""
    other_teams: AmountOrPart | None = None
    """What sales and partners bring: an amount, or a part of the whole target (`50%`)."""
    mix: Literal["deals", "leads"] = "deals"
    """What the sources' shares are shares of."""
    owns: Annotated[Id, Ref("funnel.stages")] | None = None
    """The stage marketing answers for."""
    stages: tuple[Stage, ...] = ()
    """The stages, top first."""
    sources: dict[Slug, Source] = {}
    """What feeds the funnel, by id."""
    seasonality: dict[Season, Positive] = {}
    """Weights of the quarters (Q1…Q4) or months (01…12)."""
