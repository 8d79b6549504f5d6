"""Goals at which a finding about the whole plan stands already: what else disagrees with them follows from it."""

from roadmapctl.model import Plan


def doubted(plan: Plan, goal: str) -> bool:
    """Does the goal contradict a definition (RM316) or the funnel (RM817, RM820)? Asked only where something disagrees with it."""
    from roadmapctl.rules.goals.rm316_figures_that_do_not_go_together import figures_that_do_not_go_together

    if any(finding.path[1] == goal for finding in figures_that_do_not_go_together(plan)):
        return True
    return plan.funnel is not None and _by_the_funnel(plan, goal)


def _by_the_funnel(plan: Plan, goal: str) -> bool:
    from roadmapctl.rules.funnel.rm817_goals_too_small_for_the_funnel import goals_too_small_for_the_funnel
    from roadmapctl.rules.funnel.rm820_customers_dearer_than_their_goal import customers_dearer_than_their_goal

    rules = (goals_too_small_for_the_funnel, customers_dearer_than_their_goal)
    return any(finding.path[1] == goal for rule in rules for finding in rule(plan))
