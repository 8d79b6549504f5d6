"""What teams can carry in each span, against what comes."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from roadmapctl.analysis.calendar.rows import Calendar
from roadmapctl.analysis.people.teams import StageLoad
from roadmapctl.i18n.calendar_words import LABELS, NOTES
from roadmapctl.i18n.dates import day
from roadmapctl.i18n.funnel_words import word
from roadmapctl.i18n.numbers import number
from roadmapctl.i18n.text import say
from roadmapctl.report.figures import Column, Section, Table
from roadmapctl.report.funnel.calendar import span_column, span_name
from roadmapctl.report.funnel.forms import Forms
from roadmapctl.report.json_number import plain


def teams_sections(loads: Sequence[StageLoad], calendar: Calendar, forms: Forms) -> tuple[Section, ...]:
    """A table for each stage that teams work."""
    return tuple(_section(load, calendar, forms, first=load is loads[0]) for load in loads)


def _section(load: StageLoad, calendar: Calendar, forms: Forms, *, first: bool) -> Section:
    heads = [say(*LABELS["carries"], {"team": forms.name(team.name, team.id)}, forms.language) for team in load.teams]
    heads += [word(LABELS, key, forms.language) for key in ("asked", "short")]
    rows = tuple(
        (
            span_name(span, forms),
            *(_amount(team.capacity[at], load, forms) for team in load.teams),
            _amount(load.demand[at], load, forms),
            _amount(load.short[at], load, forms) if load.short[at] else "",
        )
        for at, span in enumerate(calendar.spans)
    )
    return Section(
        title=word(LABELS, "teams", forms.language) if first else "",
        table=Table((span_column(calendar, forms), *map(Column, heads)), rows),
        notes=tuple(_notes(load, calendar, forms)),
    )


def _amount(value: Fraction, load: StageLoad, forms: Forms) -> str:
    return forms.cell(value) if load.measure == "money" else number(value, 0)


def _notes(load: StageLoad, calendar: Calendar, forms: Forms) -> Iterator[str]:
    names = {stage.id: forms.name(stage.name, stage.id) for stage in calendar.stages}
    if load.worst is None:
        yield say(*NOTES["enough"], {"stage": names[load.stage]}, forms.language)
        return
    short = _amount(max(load.short), load, forms)
    fields = {"stage": names[load.stage], "short": short, "span": span_name(load.worst, forms)}
    yield say(*NOTES["worst"], fields, forms.language)
    if load.hires is not None:
        teams = {team.id: forms.name(team.name, team.id) for team in load.teams}
        hires = {
            "people": load.hires.people,
            "team": teams[load.hires.team],
            "by": day(load.hires.by, forms.language),
        }
        yield say(*NOTES["hires"], hires, forms.language)


def teams_data(loads: Sequence[StageLoad]) -> list[dict[str, Any]]:
    """The same for JSON."""
    return [
        {
            "stage": load.stage,
            "measure": load.measure,
            "teams": [
                {"id": team.id, "people": team.people, "capacity": [plain(units) for units in team.capacity]}
                for team in load.teams
            ],
            "demand": [plain(units) for units in load.demand],
            "short": [plain(units) for units in load.short],
            "short_in_total": plain(load.short_in_total),
            "worst": None if load.worst is None else load.worst.key,
            "hires": None
            if load.hires is None
            else {"people": load.hires.people, "by": load.hires.by.isoformat(), "team": load.hires.team},
        }
        for load in loads
    ]
