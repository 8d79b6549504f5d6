"""How many events bring the units that are wanted."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from roadmapctl.analysis.funnel.events import EventNeed, events_needed
from roadmapctl.calculators.calculator import Kind, Result, calculator
from roadmapctl.calculators.inputs import money, number, rate
from roadmapctl.calculators.readers import exact, refused
from roadmapctl.model.estimates import Exact
from roadmapctl.model.funnel import SourceEvent


@calculator(
    "funnel",
    en="events: how many webinars or fairs bring the leads wanted",
    zh="活动场次：要带来所需线索，得办多少场",
    example="--units 340k --rate 18% --audience 200 --show-rate 40%",
)
def events(
    units: Annotated[
        Fraction,
        number(
            ("units wanted", "所需数量"),
            "340k",
            ("Leads, MQLs or SQLs that the events shall bring.", "希望活动带来的线索、MQL 或 SQL 数。"),
        ),
    ],
    rate: Annotated[
        Fraction,
        rate(
            ("rate", "参会者转化率"),
            "18%",
            ("The share of attendees that become such a unit.", "参会者转化为该线索的比率。"),
            positive=True,
        ),
    ],
    audience: Annotated[
        Fraction | None, number(("audience", "每场人数"), "200", ("People who attend one event.", "每场实际参会人数。"))
    ] = None,
    events: Annotated[
        Fraction | None,
        number(
            ("events", "场次"),
            "12",
            ("Events there will be, to learn how many must attend each.", "计划场次；用来倒算每场需要多少人。"),
        ),
    ] = None,
    show_rate: Annotated[
        Fraction | None,
        rate(
            ("show rate", "到场率"),
            "40%",
            ("The share of registrants who attend.", "报名者中实际到场的比率。"),
            positive=True,
        ),
    ] = None,
    cost: Annotated[
        Fraction | None, money(("cost of an event", "每场成本"), "5k", ("What one event costs.", "每场成本。"))
    ] = None,
) -> Iterator[Result]:
    """Attendees = units / rate; events = attendees / audience; registrants = attendees / show rate."""
    if audience is None and events is None:
        raise refused(
            "neither --audience nor --events is given",
            "--audience 和 --events 都没有写",
            ("write --audience 200, or --events 12", "请写 --audience 200 或 --events 12"),
        )
    need = _need(units, rate, audience or Fraction(1), show_rate, cost)
    yield Result("attendees", ("attendees", "参会人数"), Kind.NUMBER, need.attendees, "{units} / {rate}")
    if audience is not None:
        yield Result("events_exact", ("events", "场次（精确值）"), Kind.NUMBER, need.events, "{attendees} / {audience}")
        whole = Fraction(need.events_whole)
        yield Result("events_whole", ("whole events", "场次（取整）"), Kind.NUMBER, whole, "⌈{events_exact}⌉")
    if events is not None:
        each = need.attendees / events
        label = ("attendees needed at each event", "每场所需参会人数")
        yield Result("audience_needed", label, Kind.NUMBER, each, "{attendees} / {events}")
    if need.registrants is not None:
        yield Result(
            "registrants", ("registrants", "报名人数"), Kind.NUMBER, need.registrants, "{attendees} / {show_rate}"
        )
    if audience is not None and need.cost is not None:
        yield Result("total_cost", ("cost", "总成本"), Kind.MONEY, need.cost, "{events_whole} × {cost}")


def _need(
    units: Fraction, rate: Fraction, audience: Fraction, show_rate: Fraction | None, cost: Fraction | None
) -> EventNeed:
    event = SourceEvent.model_construct(
        audience=exact(audience),
        rate=Exact(rate),
        show_rate=None if show_rate is None else exact(show_rate),
        cost=None if cost is None else exact(cost),
    )
    need = events_needed(units, event)
    if not isinstance(need, EventNeed):
        raise refused(
            "more than 10^18 people or events would be needed",
            "所需人数或场次超过 10^18",
            ("check --rate, --audience and --show-rate", "请检查 --rate、--audience 和 --show-rate"),
        )
    return need
