"""The wider plan that a quarter or a unit carries out: its part of the budget, and which goal serves which."""

from collections.abc import Iterator
from fractions import Fraction

from roadmapctl.model import Plan
from roadmapctl.model.goals import Goal
from roadmapctl.report.figures import Section
from roadmapctl.report.view.telling import Row, label, rows_of
from roadmapctl.report.wording import Wording


def wider(words: Wording) -> tuple[Section, ...]:
    """Nothing where the plan names no parent, or where it could not be read."""
    above = words.plan.above
    if above is None:
        return ()
    notes = (label(words, "carries_out", plan=above.name), _budget(words, above))
    goals = rows_of(words, "goal >target serves >wider_target >of_it", _goals(words, above))
    return (Section(notes=tuple(note for note in notes if note)), *goals)


def _budget(words: Wording, above: Plan) -> str:
    """The part of the wider budget that is this plan's."""
    own, whole = words.plan.budget, above.budget
    if own is None or not whole or words.plan.currency != above.currency:
        return ""
    part = words.share(Fraction(own) / Fraction(whole), 0)
    return label(words, "part_of_budget", own=words.money(own), whole=words.money(whole), share=part)


def _goals(words: Wording, above: Plan) -> Iterator[Row]:
    for id_, goal in words.plan.goals.items():
        served = above.goals.get(goal.supports or "")
        if served is None:
            continue
        yield (
            words.goal(id_),
            words.quantity(goal.aim, goal.metric),
            served.name or words.id(goal.supports or ""),
            words.quantity(served.aim, served.metric),
            _part(words, goal, served),
        )


def _part(words: Wording, goal: Goal, served: Goal) -> str:
    """Of what adds up over a period, the part of the wider target that is this plan's."""
    metric = words.plan.metrics.get(goal.metric or "")
    if metric is None or metric.kind != "flow" or goal.metric != served.metric or not goal.aim or not served.aim:
        return ""
    return words.share(Fraction(goal.aim) / Fraction(served.aim), 0)
