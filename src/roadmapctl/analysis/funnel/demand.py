"""What is to be won: from a goal to a net target and a number of deals."""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple

from roadmapctl.analysis.funnel.infeasible import Infeasible
from roadmapctl.analysis.rounding import whole_up
from roadmapctl.model import Plan
from roadmapctl.model.currency import DECIMALS
from roadmapctl.model.funnel import Funnel
from roadmapctl.model.funnel_values import Part
from roadmapctl.model.goals import Goal
from roadmapctl.model.metrics import RATE_UNITS, Metric

Amount = Fraction | Decimal | int
NONE = Fraction(0)

# Units of metrics, in lower case.
MONEY = """
money revenue currency sales turnover amount arr mrr tcv acv gmv bookings pipeline rmb cnh
$ us$ ¥ ￥ € £ dollar dollars euro euros pound pounds yuan renminbi
元 圆 人民币 美元 欧元 英镑 日元 港元 港币 新台币 金额 收入 营收 营业额 销售额 货币
"""
SCALED_MONEY = "千元 万元 百万元 千万元 亿元 万 亿 千美元 万美元 亿美元 万元人民币 亿元人民币"


class Demand(NamedTuple):
    """T, what is subtracted from it, T* and W.

    `target`, `already_won`, `other_teams` and `net_target` are money in the plan's currency, or customers
    where `unit` says so; `deals` (W) are customers to win; `deal_size` (D) is money per customer, None where
    nothing needs it and it is not said.
    """

    target: Fraction
    already_won: Fraction
    other_teams: Fraction
    net_target: Fraction
    deal_size: Fraction | None
    deals: Fraction
    unit: Literal["money", "customers"] = "money"

    @property
    def deals_whole(self) -> int:
        """Whole deals to win."""
        return whole_up(self.deals)

    @property
    def revenue(self) -> Fraction | None:
        """What the deals bring, W · D, in money; None without a deal size."""
        return None if self.deal_size is None else self.deals * self.deal_size


def money_demand(
    target: Amount, deal_size: Amount, *, already_won: Amount = 0, other_teams: Amount | Part = 0
) -> Demand:
    """W = T* / D with T* = max(0, T − already won − other teams'). All in one currency; `deal_size` must be above 0."""
    return _demand(Fraction(target), Fraction(deal_size), Fraction(already_won), other_teams, "money")


def customer_demand(
    customers: Amount,
    *,
    deal_size: Amount | None = None,
    already_won: Amount = 0,
    other_teams: Amount | Part = 0,
) -> Demand:
    """The same for a goal counted in customers: W is T* itself."""
    size = None if deal_size is None else Fraction(deal_size)
    return _demand(Fraction(customers), size, Fraction(already_won), other_teams, "customers")


def _demand(
    target: Fraction,
    deal_size: Fraction | None,
    already_won: Fraction,
    other_teams: Amount | Part,
    unit: Literal["money", "customers"],
) -> Demand:
    whole = max(NONE, target)
    others = whole * Fraction(other_teams.value) if isinstance(other_teams, Part) else Fraction(other_teams)
    net = max(NONE, target - already_won - others)
    deals = net / deal_size if unit == "money" and deal_size is not None else net
    return Demand(target, already_won, others, net, deal_size, deals, unit)


def plan_demand(plan: Plan) -> Demand | Infeasible:
    """The demand of a plan's funnel: its goal's target (a stock's: target − baseline), net, in deals."""
    funnel = plan.funnel
    if funnel is None:
        return Infeasible(("funnel",), "no_funnel")
    goal = plan.goals.get(funnel.goal) if funnel.goal is not None else None
    if goal is None or funnel.goal is None:
        return Infeasible(("funnel", "goal"), "no_goal")
    metric = plan.metrics.get(goal.metric) if goal.metric is not None else None
    target = goal_target(goal, metric)
    if target is None:
        return Infeasible(("goals", funnel.goal, "target"), "no_target", {"goal": funnel.goal})
    unit = unit_of(metric, plan.currency)
    if unit in ("rate", "scaled"):
        reason: Literal["rate_goal", "scaled_unit"] = "rate_goal" if unit == "rate" else "scaled_unit"
        named = {"goal": funnel.goal, "metric": goal.metric, "unit": metric.unit if metric else None}
        return Infeasible(("goals", funnel.goal, "metric"), reason, named)
    if unit == "money" and funnel.deal_size is None and not funnel.segments:
        return Infeasible(("funnel", "deal_size"), "no_deal_size", {"goal": funnel.goal})
    return _funnel_demand(target, funnel, "money" if unit == "money" else "customers")


def _funnel_demand(target: Fraction, funnel: Funnel, unit: Literal["money", "customers"]) -> Demand | Infeasible:
    size = funnel.deal_size.point if funnel.deal_size is not None else None
    others = 0 if funnel.other_teams is None else funnel.other_teams
    demand = _demand(target, size, Fraction(funnel.already_won or 0), others, unit)
    return _of_segments(demand, funnel) if funnel.segments else demand


def _of_segments(demand: Demand, funnel: Funnel) -> Demand | Infeasible:
    """The same net target in the deals of the segments' mix, and their average."""
    from roadmapctl.analysis.funnel.segments import mixed_deals  # rules ask for demands of plans that have no segments

    mixed = mixed_deals(funnel, demand.net_target, in_money=demand.unit == "money")
    return mixed if isinstance(mixed, Infeasible) else demand._replace(deals=mixed.deals, deal_size=mixed.deal_size)


def goal_target(goal: Goal, metric: Metric | None) -> Fraction | None:
    """T: a flow's target; for a stock the way from its baseline (0 unless said) to the target. None without a target."""
    aim = goal.aim
    if aim is None:
        return None
    if metric is None or metric.kind != "stock":
        return Fraction(aim)
    way = Fraction(aim) - Fraction(goal.baseline or 0)
    return -way if metric.better == "down" else way


def unit_of(metric: Metric | None, currency: str | None) -> Literal["money", "customers", "rate", "scaled"]:
    """What a goal on this metric counts. An unsaid unit is money: a revenue target is what funnels mostly
    start from.

    `scaled` is money in units of ten thousand or the like, whose numbers cannot be read without guessing.
    """
    return _meaning((metric.unit or "").strip() if metric is not None else "", currency)


@lru_cache  # a plan has few units, and every goal, milestone and metric asks for its own
def _meaning(unit: str, currency: str | None) -> Literal["money", "customers", "rate", "scaled"]:
    if not unit or unit == currency or unit.upper() in DECIMALS or unit.lower() in MONEY.split():
        return "money"
    if unit in SCALED_MONEY.split():
        return "scaled"
    return "rate" if unit.lower() in RATE_UNITS.split() else "customers"
