"""An event takes place on a day on which its tactic does not run.

The tactic holds the work and the money of the event. If it ends before the day of the event, or begins after it, nobody is at
work when the guests arrive, and the timeline shows the wrong weeks.

Correct the event's date, or the tactic's first or last day.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
tactics:
  spring-fair:
    start: 2027-03-22
    end: 2027-05-14
    event: {format: trade-show, date: 2027-05-20}   # <- RM621
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
tactics:
  spring-fair:
    start: 2027-03-22
    end: 2027-05-28
    event: {format: trade-show, date: 2027-05-20}
```
"""

from collections.abc import Iterator
from datetime import date

from roadmapctl.diagnostics import Message, Path, Severity
from roadmapctl.model import Plan
from roadmapctl.model.tactics import Tactic
from roadmapctl.rules.days import disordered
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM621",
    Severity.WARNING,
    title_zh="活动日期不在其打法的起止时间内",
    en="the event of {tactic} is on {date}, {side} {bound}",
    zh="{tactic} 的活动日期为 {date}，{side_zh} {bound}",
    help_en="correct the event's date, or the days on which the tactic runs",
    help_zh="请更正活动日期，或打法的起止日期",
)
def event_outside_its_tactic(plan: Plan) -> Iterator[Finding]:
    """Events before the first or after the last day of their tactic; where it states none, of the plan."""
    for id, tactic in plan.tactics.items():
        if tactic.event is None or tactic.event.date is None or disordered(plan, tactic):
            continue
        day = tactic.event.date
        for key, bound, path in _bounds(plan, id, tactic):
            if day < bound if key == "start" else day > bound:
                yield Finding(("tactics", id, "event", "date"), _fields(id, day, key, bound), related=_related(path))
                break


def _bounds(plan: Plan, id: str, tactic: Tactic) -> Iterator[tuple[str, date, Path]]:
    """The first and the last day on which the event may be, and where each is said."""
    for key in ("start", "end"):
        own = getattr(tactic, key)
        if own is not None:
            yield key, own, ("tactics", id, key)
        elif plan.period is not None:
            yield key, getattr(plan.period, key), ("period",)


def _fields(id: str, day: date, key: str, bound: date) -> dict[str, object]:
    side = ("before", "早于开始日") if key == "start" else ("after", "晚于结束日")
    return {"tactic": id, "date": day, "side": side[0], "side_zh": side[1], "bound": bound}


def _related(path: Path) -> tuple[tuple[Path, Message], ...]:
    return ((path, Message("that day is here", "该日期在这里")),)
