"""Milestones that lie before the start of their goal."""

from roadmapctl.analysis.words.trusted import trusted
from roadmapctl.model import Plan
from roadmapctl.model.milestones import Milestone


def behind(plan: Plan, milestone: Milestone) -> bool:
    """Does the milestone lie before the start of its goal, which leads the right way and whose sentence does not contradict it?"""
    goal, metric = plan.goals.get(milestone.goal or ""), plan.metrics.get(milestone.metric or "")
    if goal is None or metric is None or not metric.is_stock or goal.metric != milestone.metric:
        return False
    if milestone.target is None or goal.aim is None or goal.baseline is None or goal.goes_back(metric.better):
        return False
    short = milestone.target > goal.baseline if goal.aim < goal.baseline else milestone.target < goal.baseline
    return short and trusted(goal, metric)
