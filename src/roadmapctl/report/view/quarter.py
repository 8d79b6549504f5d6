"""What the quarterly method adds: focus areas, initiatives, hypotheses."""

from roadmapctl.model.tactics import Tactic
from roadmapctl.report.figures import Section
from roadmapctl.report.view.telling import Row, rows_of
from roadmapctl.report.wording import Wording


def focus(words: Wording) -> tuple[Section, ...]:
    """The focus areas, with the goals they serve and the metrics they improve."""
    rows = (
        (
            area.name or words.id(id_),
            words.join(words.goal(goal) for goal in area.goals),
            words.join(words.metric(metric) for metric in area.improves),
            area.why or "",
        )
        for id_, area in words.plan.focus.items()
    )
    return rows_of(words, "focus_area serves improves why", rows)


def initiatives(words: Wording) -> tuple[Section, ...]:
    """The tactics, one section a focus area; those of none come last, without a title."""
    areas: dict[str | None, list[str]] = {**{id_: [] for id_ in words.plan.focus}, None: []}
    for id_, tactic in words.plan.tactics.items():
        areas[tactic.focus if tactic.focus in words.plan.focus else None].append(id_)
    found: list[Section] = []
    for area, members in areas.items():
        rows = [_initiative(words, id_, words.plan.tactics[id_]) for id_ in members]
        title = "" if area is None else words.plan.focus[area].name or words.id(area)
        found += [s._replace(title=title) for s in rows_of(words, "initiative what owner when >budget", rows)]
    return tuple(found)


def _initiative(words: Wording, id_: str, tactic: Tactic) -> Row:
    return (
        words.tactic(id_),
        tactic.what or "",
        words.person(tactic.owner),
        words.span(tactic.start, tactic.end),
        words.budget(tactic.budget),
    )


def hypotheses(words: Wording) -> tuple[Section, ...]:
    """Every hypothesis: because of what, which change, which metric, from where to where."""
    rows = (
        (
            words.tactic(id_),
            hypothesis.because or "",
            hypothesis.change or "",
            words.metric(hypothesis.metric),
            words.quantity(hypothesis.from_, hypothesis.metric),
            words.quantity(hypothesis.to, hypothesis.metric),
        )
        for id_, tactic in words.plan.tactics.items()
        if (hypothesis := tactic.hypothesis) is not None
    )
    return rows_of(words, "initiative because change metric >from >to", rows)
