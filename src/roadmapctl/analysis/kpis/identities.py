"""Figures that are tied to each other by definition: customers × average deal = revenue, MRR = ARPU × customers, LTV / CAC."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from roadmapctl.analysis.funnel.demand import unit_of
from roadmapctl.analysis.kpis.names import figures_of, says_new, steps_of
from roadmapctl.analysis.kpis.published_rates import published_on
from roadmapctl.analysis.words.trusted import trusted
from roadmapctl.model import Plan
from roadmapctl.model.goals import Goal
from roadmapctl.model.metrics import Metric

Ratio = Fraction
ONE_UNIT = 1
"""Whole customers and leads are rounded: a difference of one is none."""
MONEY = {"revenue", "deal_size", "order_value", "arpu", "mrr", "arr", "ltv", "cac", "ad_spend", "ad_revenue"}
STAGES = ("visit", "lead", "mql", "sql", "opportunity", "customer")


class Identity(NamedTuple):
    """`whole` = the product of `factors` (the last one divides where `divides`), times one of `scales`.

    A stated whole is taken to agree between `low` and `high` times what follows from the factors.
    """

    whole: str
    factors: tuple[str, ...]
    scales: tuple[Fraction, ...] = (Fraction(1),)
    divides: bool = False
    low: Fraction = Fraction(95, 100)
    high: Fraction = Fraction(105, 100)


AT_LEAST = r"\bat least\b|\bmin\b|\bminimum\b|\bno less\b|\babove\b|\bover\b|\bmore than\b|≥|>|至少|不低于|以上|高于|超过|不少于"
A_YEAR = (Fraction(1), Fraction(12))
A_MONTH = (Fraction(1), Fraction(1, 12))
IDENTITIES = (
    Identity("arr", ("mrr",), (Fraction(12),)),
    Identity("mrr", ("arpu", "customer base"), A_MONTH),
    Identity("arr", ("arpu", "customer base"), A_YEAR),
    Identity("revenue", ("order", "order_value")),
    Identity("revenue", ("customer", "deal_size")),
    Identity("order", ("visit", "order_rate"), low=Fraction(9, 10), high=Fraction(11, 10)),
    Identity("ltv_cac", ("ltv", "cac"), divides=True, low=Fraction(2, 3)),
    Identity("ad_revenue", ("ad_spend", "roas")),
    *(
        Identity(lower, (upper, f"{upper} to {lower}"), low=Fraction(9, 10), high=Fraction(11, 10))
        for number, upper in enumerate(STAGES)
        for lower in STAGES[number + 1 :]
    ),
)


class Term(NamedTuple):
    """A goal as the value of a figure: its aim, or for a stock that stands for new customers the way to it."""

    goal: str
    value: Fraction
    new: bool


class Contradiction(NamedTuple):
    """The goals of an identity that does not hold: the whole first, then its factors; `doubted` is the one most likely wrong."""

    whole: str
    factors: tuple[str, ...]
    divides: bool
    scale: Fraction
    stated: Fraction
    implied: Fraction
    doubted: str


def contradictions(plan: Plan) -> Iterator[Contradiction]:
    """Goals due on one day, for one segment, whose targets contradict an identity; goals tied by several are told once."""
    broken: list[Contradiction] = []
    kept: list[frozenset[str]] = []
    for terms in _terms(plan).values():
        for identity in IDENTITIES:
            found = _held(identity, terms, plan)
            if isinstance(found, Contradiction):
                broken.append(found)
            elif found:
                kept.append(found)
    told: set[str] = set()
    for one in broken:
        goals = {one.whole, *one.factors}
        if told.isdisjoint(goals):
            yield one._replace(doubted=_most_doubtful(plan, one, broken, kept))
        told |= goals


def _most_doubtful(
    plan: Plan, one: Contradiction, broken: Sequence[Contradiction], kept: Sequence[frozenset[str]]
) -> str:
    """The goal of most broken identities, of fewest that hold, and whose milestones lead elsewhere; the whole on a tie."""

    def doubt(goal: str) -> int:
        ties = sum(goal in (b.whole, *b.factors) for b in broken) - sum(goal in goals for goals in kept)
        return ties - _confirmed(plan, goal)

    return max((one.whole, *one.factors), key=doubt)


Terms = dict[str, list[Term]]


def _terms(plan: Plan) -> dict[tuple[date, str | None], Terms]:
    """The goals that stand for well-known figures, by due date and segment."""
    found: dict[tuple[date, str | None], Terms] = {}
    for id_, goal in plan.goals.items():
        metric = plan.metrics.get(goal.metric or "")
        if metric is None or goal.metric is None or goal.due is None or goal.aim is None:
            continue
        for figure in _figures(goal.metric, metric, plan.currency):
            term = _term(id_, goal, metric, figure)
            if term is not None:
                found.setdefault((goal.due, goal.segment), {}).setdefault(figure, []).append(term)
    return {key: terms for key, terms in found.items() if len(terms) > 1}


def _figures(id_: str, metric: Metric, currency: str | None) -> Iterator[str]:
    """The figures a metric may stand for, as far as its unit allows; customers as a stock are a `customer base` too."""
    steps = steps_of(metric.name or id_)
    if steps is not None:
        yield f"{steps[0]} to {steps[1]}"
    for figure in figures_of(id_, metric):
        if figure not in MONEY or unit_of(metric, currency) == "money":
            yield figure
            if figure == "customer" and metric.kind == "stock":
                yield "customer base"


def _term(id_: str, goal: Goal, metric: Metric, figure: str) -> Term | None:
    value = Fraction(goal.aim or 0)
    new = says_new(metric.name or goal.metric or "")
    if metric.kind == "stock" and figure in STAGES:  # of a level, what is added
        if goal.baseline is None:
            return None
        value, new = value - Fraction(goal.baseline), True
    return Term(id_, value, new) if value > 0 else None


def _held(identity: Identity, terms: Terms, plan: Plan) -> Contradiction | frozenset[str] | None:
    """The contradiction, the goals that agree, or None where the plan does not state exactly one of each figure."""
    stated = [terms.get(figure, []) for figure in (identity.whole, *identity.factors)]
    if identity.factors[-1] == "deal_size" and "order" in terms and terms.get("order_value") == stated[-1]:
        return None  # 客单价 is by order where orders are counted
    if any(len(ones) != 1 for ones in stated) or (_is_a_step(identity) and _comes_from_elsewhere(plan)):
        return None
    whole, *factors = (ones[0] for ones in stated)
    goals = frozenset((whole.goal, *(factor.goal for factor in factors)))
    if len(goals) != len(stated) or not all(_sound(plan, goal) for goal in goals):
        return None
    product = factors[0].value
    for factor in factors[1:]:
        product = product / factor.value if identity.divides else product * factor.value
    more = identity.whole == "revenue" and ((factors[0].new and not whole.new) or _comes_from_elsewhere(plan))
    high = None if more else identity.high  # customers there are already, sales and partners bring revenue too
    scale, implied = min(((s, s * product) for s in identity.scales), key=lambda pair: abs(pair[1] - whole.value))
    slack = ONE_UNIT if identity.whole in STAGES else 0
    low = 0 if identity.divides and _at_least(plan.goals[whole.goal]) else identity.low
    if implied * low - slack <= whole.value and (high is None or whole.value <= implied * high + slack):
        return goals
    names = tuple(factor.goal for factor in factors)
    return Contradiction(whole.goal, names, identity.divides, scale, whole.value, implied, whole.goal)


def _at_least(goal: Goal) -> bool:
    """Does the goal's sentence ask for so much or more?"""
    return goal.statement is not None and re.search(AT_LEAST, goal.statement, re.IGNORECASE) is not None


def _sound(plan: Plan, id_: str) -> bool:
    goal = plan.goals[id_]
    metric = plan.metrics.get(goal.metric or "")
    if metric is None or goal.aim is None or not trusted(goal, metric):
        return False
    published = published_on(goal.metric or "", metric) if unit_of(metric, None) == "rate" else None
    return published is None or not published.far_from(Fraction(goal.aim))


def _confirmed(plan: Plan, id_: str) -> int:
    """What the goal's own milestones say of its target: 1 where they lead to it, -1 where they lead elsewhere, 0 without any."""
    goal = plan.goals[id_]
    targets = [
        m.target for m in plan.milestones.values() if m.goal == id_ and m.metric == goal.metric and m.target is not None
    ]
    if not targets:
        return 0
    return 1 if goal.aim in (max(targets), min(targets), sum(targets)) else -1


def _is_a_step(identity: Identity) -> bool:
    return identity.whole in STAGES and identity.factors[0] in STAGES


def _comes_from_elsewhere(plan: Plan) -> bool:
    """Does the plan's funnel know of units and revenue beyond what comes down from its top in this period?"""
    funnel = plan.funnel
    if funnel is None or not funnel.stages:
        return False
    beside = funnel.already_won or funnel.other_teams or any(stage.in_hand or stage.recycled for stage in funnel.stages)
    return bool(beside) or any(source.feeds not in (None, funnel.stages[0].id) for source in funnel.sources.values())
