"""Goals whose numbers may be held against others: those that no other finding doubts already."""

from roadmapctl.analysis.funnel.demand import unit_of
from roadmapctl.analysis.words.plain_statement import aims, says_number
from roadmapctl.analysis.words.stated_start import contradicted_start
from roadmapctl.model.goals import Goal
from roadmapctl.model.metrics import Metric


def trusted(goal: Goal, metric: Metric) -> bool:
    """Does the goal lead forward, stay within the whole where it is a rate, and say the same in its sentence and its fields?"""
    if goal.aim is None or goal.goes_back(metric.better):
        return False
    if unit_of(metric, None) == "rate" and metric.unit is not None and abs(goal.aim) > 1:
        return False
    if goal.statement is None:
        return True
    if says_number(goal.statement, aims(goal)):
        return contradicted_start(goal) is None
    from roadmapctl.analysis.words.agreement import contradicted_quantity
    from roadmapctl.analysis.words.wording import judge

    return contradicted_quantity(goal.statement, judge(goal.statement), goal, metric) is None
