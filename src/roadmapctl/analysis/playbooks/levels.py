"""How a playbook is judged: its KPIs in the three levels educate, engage and advocate."""

from typing import Literal, NamedTuple

from roadmapctl.model import Plan
from roadmapctl.model.playbooks import Playbook

Level = Literal["educate", "engage", "advocate"]
LEVELS: tuple[Level, ...] = ("educate", "engage", "advocate")


class Kpi(NamedTuple):
    """A metric at a level, `place` its place in the list there; `elsewhere` is the level at which it stands otherwise: the
    metric's own, or where it has none, the level at which the playbook named it first."""

    metric: str
    level: Level
    place: int
    elsewhere: Level | None


def kpis(plan: Plan, playbook: Playbook) -> tuple[Kpi, ...]:
    """The KPIs of a playbook, level by level."""
    first: dict[str, Level] = {}
    found = []
    for level in LEVELS:
        for place, metric in enumerate(getattr(playbook.kpis, level) if playbook.kpis is not None else ()):
            known = plan.metrics.get(metric)
            home = known.level if known is not None and known.level is not None else first.setdefault(metric, level)
            found.append(Kpi(metric, level, place, None if home == level else home))
    return tuple(found)


def empty_levels(playbook: Playbook) -> tuple[Level, ...]:
    """The levels at which nothing tells whether the playbook works."""
    return tuple(level for level in LEVELS if playbook.kpis is None or not getattr(playbook.kpis, level))
