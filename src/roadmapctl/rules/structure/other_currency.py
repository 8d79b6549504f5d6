"""Where a plan speaks of money in another currency than its own, as the rules about it ask."""

from collections.abc import Iterator

from roadmapctl.analysis.words.foreign_money import currencies_of, foreign_amounts, may_be_foreign
from roadmapctl.diagnostics import Path
from roadmapctl.model import Plan
from roadmapctl.model.currency import DECIMALS
from roadmapctl.model.goals import Goal
from roadmapctl.rules.once import once


@once
def foreign_units(plan: Plan) -> dict[str, str]:
    """The units of the metrics that count money in another currency than the plan's, by metric."""
    if plan.currency is None:
        return {}
    money = {id: (m.unit, _meant(m.unit)) for id, m in plan.metrics.items() if m.unit is not None}
    return {id: unit for id, (unit, meant) in money.items() if meant and plan.currency not in meant.split()}


def _meant(unit: str) -> str:
    return unit if unit in DECIMALS else currencies_of(unit)


@once
def speaks_of_another(plan: Plan) -> bool:
    """Do all metrics that count money, two or more or the sentences with them, agree on one currency that is not the plan's?"""
    foreign = foreign_units(plan)
    if len(set(foreign.values())) != 1:
        return False
    own = (m.unit for m in plan.metrics.values() if m.unit is not None and plan.currency in _meant(m.unit).split())
    if next(own, None) is not None:
        return False
    return len(foreign) > 1 or next(amounts_in_another(plan), None) is not None


def amounts_in_another(plan: Plan) -> Iterator[tuple[Path, str]]:
    """The first amount in another currency than the plan's of each text that has one, as it is written, with the text's place."""
    if plan.currency is None or not may_be_foreign(_all_texts(plan), plan.currency):
        return
    for path, text in _texts(plan):
        own = (amount.text for amount in foreign_amounts(text, plan.currency) if not amount.of_others)
        amount = next(own, None)
        if amount is not None:
            yield path, amount


def _all_texts(plan: Plan) -> str:
    """All that `_texts` tells apart, for one quick look."""
    texts = [goal.statement for goal in plan.goals.values()]
    for section in (plan.milestones, plan.tactics, plan.ideas):
        for member in section.values():
            texts += (member.name, member.what)
    return "\n".join(filter(None, texts))


def _texts(plan: Plan) -> Iterator[tuple[Path, str]]:
    for id, goal in plan.goals.items():
        if goal.statement is not None and not _counts_another(plan, goal):
            yield ("goals", id, "statement"), goal.statement
    for name, section in (("milestones", plan.milestones), ("tactics", plan.tactics), ("ideas", plan.ideas)):
        for id, member in section.items():
            for key, text in (("name", member.name), ("what", member.what)):
                if text is not None:
                    yield (name, id, key), text


def _counts_another(plan: Plan, goal: Goal) -> bool:
    """Is the goal's metric in another currency too? Then that is the fault (RM313)."""
    metric = plan.metrics.get(goal.metric or "")
    meant = currencies_of(metric.unit) if metric is not None and metric.unit is not None else ""
    return bool(meant) and plan.currency not in meant.split()
