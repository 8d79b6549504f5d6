"""What the funnel costs and returns, of programmes alone and fully loaded, and what a customer brings over time."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from roadmapctl.analysis.explanation.steps import Step, added
from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.analysis.money.costs import Costs, Loaded
from roadmapctl.analysis.money.lifetime import Lifetime, Payback
from roadmapctl.analysis.money.savings import Saved
from roadmapctl.analysis.plain import percent, plain

Basis = Literal["programme", "loaded"]


def of_costs(costs: Costs, result: FunnelResult) -> Iterator[Step]:
    """The steps of the costs of a funnel."""
    demand, margin = result.demand, costs.margin
    if len(result.sources) > 1:
        yield from _of_source_costs(costs, result)
    if costs.spend is not None:
        stated = [source.cost for source in result.sources if source.cost is not None]
        yield Step("spend", {"spend": costs.spend, "basis": costs.basis}, f"{added(stated)}{plain(costs.spend)}")
        yield from _of_spend(costs, costs.spend, result)
    if costs.loaded is not None and costs.spend is not None:
        yield from _of_loaded(costs.loaded, costs.spend, margin, result)
    if costs.margin_stated and costs.break_even_roas is not None:
        fields = {"margin": margin, "break_even_roas": costs.break_even_roas}
        yield Step("break-even-roas", fields, f"1 / {percent(margin)} = {plain(costs.break_even_roas)}")
    if costs.margin_stated and costs.break_even_cpa is not None and demand.deal_size is not None:
        fields = {"deal_size": demand.deal_size, "margin": margin, "break_even_cpa": costs.break_even_cpa}
        formula = f"{plain(demand.deal_size)} × {percent(margin)} = {plain(costs.break_even_cpa)}"
        yield Step("break-even-cpa", fields, formula)
    if costs.lifetime is not None:
        yield from _of_lifetime(costs.lifetime, costs)
    if costs.saved is not None:
        yield from _of_savings(costs.saved)


def _of_source_costs(costs: Costs, result: FunnelResult) -> Iterator[Step]:
    """What one unit of each source costs at each stage below the one it feeds: its cost there / the rates since."""
    for source in result.sources:
        by_stage = costs.by_source.get(source.id, {})
        for stage_id, cost in by_stage.items():
            if stage_id != source.feeds and source.cost_per_unit and cost:  # nothing to divide where it is free
                formula = f"{plain(source.cost_per_unit)} / {percent(source.cost_per_unit / cost)} = {plain(cost)}"
                yield Step("cost-at-stage", {"source": source.id, "stage": stage_id, "cost": cost}, formula)


def _of_spend(costs: Costs, spend: Fraction, result: FunnelResult) -> Iterator[Step]:
    deals, revenue = result.demand.deals, result.demand.revenue
    if costs.cac is not None:
        yield _cac("cac", spend, deals, costs.cac)
    if costs.roas is not None and revenue is not None:
        yield _roas("roas", revenue, spend, costs.roas)
    if costs.roi is not None and revenue is not None:
        yield _roi("roi", revenue, spend, costs.margin, costs.roi)


def _of_loaded(loaded: Loaded, programmes: Fraction, margin: Fraction, result: FunnelResult) -> Iterator[Step]:
    deals, revenue = result.demand.deals, result.demand.revenue
    fields = {"spend": programmes, "beside": loaded.beside, "loaded_spend": loaded.spend}
    yield Step("loaded-spend", fields, f"{added([programmes, *loaded.beside.values()])}{plain(loaded.spend)}")
    if loaded.cac is not None:
        yield _cac("loaded-cac", loaded.spend, deals, loaded.cac)
    if loaded.roas is not None and revenue is not None:
        yield _roas("loaded-roas", revenue, loaded.spend, loaded.roas)
    if loaded.roi is not None and revenue is not None:
        yield _roi("loaded-roi", revenue, loaded.spend, margin, loaded.roi)


def _cac(key: Literal["cac", "loaded-cac"], spend: Fraction, deals: Fraction, cac: Fraction) -> Step:
    return Step(key, {"spend": spend, "deals": deals, "cac": cac}, f"{plain(spend)} / {plain(deals)} = {plain(cac)}")


def _roas(key: Literal["roas", "loaded-roas"], revenue: Fraction, spend: Fraction, roas: Fraction) -> Step:
    fields = {"revenue": revenue, "spend": spend, "roas": roas}
    return Step(key, fields, f"{plain(revenue)} / {plain(spend)} = {plain(roas)}")


def _roi(
    key: Literal["roi", "loaded-roi"], revenue: Fraction, spend: Fraction, margin: Fraction, roi: Fraction
) -> Step:
    fields = {"revenue": revenue, "spend": spend, "margin": margin, "roi": roi}
    formula = f"({percent(margin)} × {plain(revenue)} − {plain(spend)}) / {plain(spend)} = {plain(roi)}"
    return Step(key, fields, formula)


def _of_lifetime(found: Lifetime, costs: Costs) -> Iterator[Step]:
    monthly = f"{plain(found.monthly_revenue)} × {percent(costs.margin)}"
    fields = {"monthly_revenue": found.monthly_revenue, "margin": costs.margin, "churn": found.churn, "ltv": found.ltv}
    if found.ltv is not None and found.churn is not None:
        yield Step("ltv", fields, f"{monthly} / {percent(found.churn)} = {plain(found.ltv)}")
    loaded_cac = None if costs.loaded is None else costs.loaded.cac
    yield from _held_against("programme", costs.cac, found.ltv_cac, found.payback, found, monthly)
    yield from _held_against("loaded", loaded_cac, found.loaded_ltv_cac, found.loaded_payback, found, monthly)


def _held_against(
    basis: Basis, cac: Fraction | None, ratio: Fraction | None, payback: Payback | None, found: Lifetime, monthly: str
) -> Iterator[Step]:
    """LTV / CAC and the months until a customer has paid for winning it, by one of the two costs of winning it."""
    if cac is None or payback is None:
        return
    if ratio is not None and found.ltv is not None:
        key: Literal["ltv-cac", "loaded-ltv-cac"] = "ltv-cac" if basis == "programme" else "loaded-ltv-cac"
        fields = {"ltv": found.ltv, "cac": cac, "ratio": ratio}
        yield Step(key, fields, f"{plain(found.ltv)} / {plain(cac)} = {plain(ratio)}")
    yield from _payback(basis, cac, payback, found, monthly)


def _payback(basis: Basis, cac: Fraction, payback: Payback, found: Lifetime, monthly: str) -> Iterator[Step]:
    programme = basis == "programme"
    churn = found.churn
    if payback.simple is not None:
        kept = f" × (1 − {percent(churn)})" if churn else ""
        formula = f"{plain(cac)} / ({monthly}{kept}) = {plain(payback.simple)}"
        yield Step("payback" if programme else "loaded-payback", {"cac": cac, "months": payback.simple}, formula)
    if payback.cohort is None:
        brought = f"{plain(found.ltv)} ≤ {plain(cac)}" if found.ltv is not None else f"{monthly} = 0"
        yield Step("payback-never" if programme else "loaded-payback-never", {"cac": cac}, brought)
    elif churn and cac > 0:
        months = plain(payback.cohort)
        formula = f"{monthly} × (1 − (1 − {percent(churn)})^{months}) / {percent(churn)} ≥ {plain(cac)}: {months}"
        fields = {"cac": cac, "months": payback.cohort}
        yield Step("payback-cohort" if programme else "loaded-payback-cohort", fields, formula)


def _of_savings(saved: Saved) -> Iterator[Step]:
    for row in saved.playbooks:
        fields = {"playbook": row.playbook, "runs": row.runs, "hours": row.hours}
        yield Step("saved", fields, f"{plain(row.runs)} × {plain(row.each)} = {plain(row.hours)}")
    if saved.money is not None and saved.hour_cost is not None:
        fields_money = {"hours": saved.hours, "money": saved.money}
        yield Step(
            "saved-money", fields_money, f"{plain(saved.hours)} × {plain(saved.hour_cost)} = {plain(saved.money)}"
        )
