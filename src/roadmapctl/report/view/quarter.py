"""What the quarterly and the annual method add: focus areas, initiatives, hypotheses, scored ideas, levers."""

from fractions import Fraction

from roadmapctl.analysis.scores import ice_product, rice
from roadmapctl.model.tactics import Idea, Score, Tactic
from roadmapctl.report.figures import Section
from roadmapctl.report.view.telling import Row, chosen, label, rows_of
from roadmapctl.report.wording import Wording

LEVERS = ("audience", "activity", "content", "media")


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
        words.money(tactic.budget),
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


def ideas(words: Wording) -> tuple[Section, ...]:
    """The ideas, those with the highest score first, and what the scores are."""
    ranked = sorted(words.plan.ideas.items(), key=lambda item: -_rank(item[1].score or Score()))
    rows = [_idea(words, id_, idea) for id_, idea in ranked]
    scores = [idea.score for _, idea in ranked if idea.score is not None]
    notes = (
        label(words, "rice_is") if any(_rice(score) is not None for score in scores) else "",
        label(words, "ice_is") if any(_ice(score) is not None for score in scores) else "",
    )
    heads = "idea lever segment goal >budget >reach >impact >confidence >effort >ease >rice >ice"
    return rows_of(words, heads, rows, notes)


def _rank(score: Score) -> Fraction:
    """RICE where it can be computed, else ICE; ideas without a score come last."""
    return _rice(score) or _ice(score) or Fraction(-1)


def _rice(score: Score) -> Fraction | None:
    """RICE, or None where a part of it is not said."""
    parts = (score.reach, score.impact, score.confidence, score.effort)
    known = [Fraction(part) for part in parts if part is not None]
    return rice(*known) if len(known) == len(parts) else None


def _ice(score: Score) -> Fraction | None:
    """ICE as a product, confidence as a part of 1; or None where a part of it is not said."""
    parts = (score.impact, score.confidence, score.ease)
    known = [Fraction(part) for part in parts if part is not None]
    return ice_product(*known) if len(known) == len(parts) else None


def _idea(words: Wording, id_: str, idea: Idea) -> Row:
    score = idea.score or Score()
    return (
        idea.name or words.id(id_),
        _lever(words, idea.lever),
        words.segment(idea.segment),
        words.goal(idea.goal),
        words.money(idea.budget),
        words.count(score.reach),
        words.count(score.impact),
        words.share(score.confidence, 0),
        words.count(score.effort),
        words.count(score.ease),
        words.count(_rice(score)),
        words.count(_ice(score)),
    )


def _lever(words: Wording, lever: str | None) -> str:
    return chosen(words, None if lever is None else f"{lever}_lever")


def levers(words: Wording) -> tuple[Section, ...]:
    """The tactics by the lever they pull."""
    rows = (
        (_lever(words, lever), words.tactic(id_), words.segment(tactic.segment), words.money(tactic.budget))
        for lever in LEVERS
        for id_, tactic in words.plan.tactics.items()
        if tactic.lever == lever
    )
    return rows_of(words, "lever tactic segment >budget", rows)
