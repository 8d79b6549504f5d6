"""Goals at which a finding about the whole plan stands already: what else disagrees with them follows from it."""

from roadmapctl.model import Plan
from roadmapctl.rules.once import once


def doubted(plan: Plan, goal: str) -> bool:
    """Does the goal contradict a definition (RM316) or the funnel (RM817, RM820)? Asked only where something disagrees with it."""
    return goal in _by_definition(plan) or (plan.funnel is not None and goal in _by_the_funnel(plan))


@once
def _by_definition(plan: Plan) -> frozenset[str]:
    from roadmapctl.rules.goals.rm316_figures_that_do_not_go_together import figures_that_do_not_go_together

    return frozenset(str(finding.path[1]) for finding in figures_that_do_not_go_together(plan))


@once
def _by_the_funnel(plan: Plan) -> frozenset[str]:
    from roadmapctl.rules.funnel.rm817_goals_too_small_for_the_funnel import goals_too_small_for_the_funnel
    from roadmapctl.rules.funnel.rm820_customers_dearer_than_their_goal import customers_dearer_than_their_goal

    rules = (goals_too_small_for_the_funnel, customers_dearer_than_their_goal)
    return frozenset(str(finding.path[1]) for rule in rules for finding in rule(plan))
