"""Playbooks and people of any plan can be shown, in both languages in the same shape."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.analysis.playbooks.runs import runs
from roadmapctl.analysis.playbooks.touches import clashes, touches
from roadmapctl.i18n import Language
from roadmapctl.model import Plan
from roadmapctl.project import check_text
from roadmapctl.report.figures import Figures
from roadmapctl.report.figures.markdown import as_markdown
from roadmapctl.report.figures.text import as_text
from roadmapctl.report.people.json import people_json
from roadmapctl.report.people.view import people_figures
from roadmapctl.report.people.words import Words as PeopleWords
from roadmapctl.report.playbooks.calendar import Calendar
from roadmapctl.report.playbooks.json import playbooks_json
from roadmapctl.report.playbooks.view import playbook_figures
from roadmapctl.report.playbooks.words import Words as PlaybookWords
from roadmapctl.report.wording import Wording
from tests.strategies import DATES, SHARES, TEXTS, collection, optional

FEW = st.sampled_from(["a", "b", "c"])
OFFSETS = st.builds(
    "{}{}{}".format, st.sampled_from(["-", "+", ""]), st.integers(0, 9999), st.sampled_from(["m", "h", "d", "w", "mo"])
)
LISTED = st.lists(FEW, max_size=3)
SYSTEMS = st.dictionaries(
    FEW, optional(does=TEXTS, sends=st.dictionaries(FEW, st.lists(TEXTS, max_size=2), max_size=2)), max_size=3
)
PLAYBOOKS = optional(
    name=TEXTS,
    touchpoints=st.lists(optional(customer=TEXTS, behind=TEXTS, system=FEW), max_size=2),
    systems=SYSTEMS,
    sequence=st.lists(optional(at=OFFSETS, channel=FEW, message=TEXTS), max_size=3),
    kpis=optional(educate=LISTED, engage=LISTED, advocate=LISTED),
    saves_hours=st.integers(1, 99),
    learned=st.lists(TEXTS, max_size=2),
)
EVENTS = optional(
    date=DATES, time=st.sampled_from(["00:00", "9:30", "23:59"]), events=st.integers(0, 9), hours=st.integers(0, 99)
)
TACTICS = optional(
    owner=FEW, milestone=FEW, segment=FEW, channel=FEW, playbook=FEW, start=DATES, end=DATES, budget=st.integers(0, 10**9),
    event=EVENTS, contributes=st.dictionaries(FEW, st.integers(0, 10**6), max_size=2),
)  # fmt: skip
PEOPLE = optional(name=TEXTS, functions=st.lists(TEXTS, max_size=2), capacity=SHARES, goals=LISTED, unit=TEXTS)
STAKEHOLDERS = optional(
    level=st.sampled_from(["executive", "middle"]), decides=TEXTS, concern=TEXTS, resolution=TEXTS,
    stance=st.sampled_from(["agreed", "concerned", "opposed", "unknown"]),
)  # fmt: skip
PLANS = st.fixed_dictionaries(
    {"roadmap": st.just(1), "name": TEXTS},
    optional={
        "period": st.sampled_from([2027, "2028-Q1"]),
        "metrics": st.dictionaries(
            FEW, optional(kind=st.sampled_from(["stock", "flow"]), unit=st.sampled_from(["rate", "EUR"]))
        ),
        "goals": st.dictionaries(
            FEW, optional(metric=FEW, baseline=st.integers(0, 9), target=st.integers(0, 99), supports=FEW)
        ),
        "milestones": st.dictionaries(FEW, optional(goal=FEW, metric=FEW, target=st.integers(0, 99), date=DATES)),
        "playbooks": st.dictionaries(FEW, PLAYBOOKS, max_size=2),
        "tactics": collection(TACTICS),
        "organization": optional(
            structure=st.sampled_from(["startup", "centralized", "by-unit", "hybrid"]),
            functions=st.lists(TEXTS, max_size=2),
            head=FEW,
            headcount=optional(now=st.integers(0, 9), asked=st.integers(0, 9)),
            people=st.dictionaries(FEW, PEOPLE),
            stakeholders=st.dictionaries(FEW, STAKEHOLDERS),
            handovers=st.dictionaries(FEW, optional(reports_to=TEXTS, judged_by=st.lists(TEXTS, max_size=2))),
        ),
    },
)


def shape(figures: Figures) -> list[tuple[Any, ...]]:
    return [
        (len(s.lines), None if s.table is None else [len(row) for row in s.table.rows], len(s.notes), s.flow is None)
        for s in figures.sections
    ]


def both(plan: Plan, language: Language) -> tuple[Figures, Figures]:
    dated = touches(plan, runs(plan))
    calendar = Calendar(runs(plan), dated, clashes(dated))
    books = playbook_figures(calendar, tuple(plan.playbooks), PlaybookWords(Wording(plan, language)))
    assert json.loads(playbooks_json(plan, calendar, tuple(plan.playbooks)))["version"] == 1
    return books, people_figures(PeopleWords(Wording(plan, language)))


@given(PLANS)
def test_any_plan_is_shown_in_the_same_shape_in_both_languages(value: dict[str, Any]) -> None:
    checked = check_text(json.dumps(value, ensure_ascii=False).encode(), "plan.yaml")
    assert "RM099" not in {diagnostic.code for diagnostic in checked.diagnostics}
    assert checked.plan is not None
    english, chinese = both(checked.plan, "en"), both(checked.plan, "zh")
    assert [shape(figures) for figures in english] == [shape(figures) for figures in chinese]
    for figures in (*english, *chinese):
        assert as_text(figures, width=80, colour=False).strip() and as_markdown(figures).startswith("## ")
    assert json.loads(people_json(checked.plan))["version"] == 1
