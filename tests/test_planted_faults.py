"""A fault planted in a realistic plan is found at its place, and nothing else is found with it."""

from pathlib import Path

import pytest

from roadmapctl.project import check
from tests.plans import found

PLAN = (Path(__file__).parents[1] / "examples" / "aurora-crm" / "roadmap.yaml").read_text("utf-8")
CLEAN = Path(__file__).parent / "rules" / "clean"
MARK = "⟦"

# What stood there, what stands there now (⟦ before the place of the finding), the code.
FAULTS = [
    ("milestone: report-read\n    owner: mira", "milestone: ⟦report-raed\n    owner: mira", "RM030"),
    ("owner: tobias\n    channel: email", "owner: ⟦tobais\n    channel: email", "RM030"),
    ("    budget: 16_000\n    contributes: {subscribers", "    ⟦bugdet: 16_000\n    contributes: {subscribers", "RM010"),
    ("{id: mql, rate: 40%", "{id: mql, rate: ⟦40", "RM020"),
    ("end: 2027-06-22", "end: ⟦2027-06-31", "RM022"),
    ("end: 2027-06-22", "end: ⟦2027-06-30", "RM604"),
    ("end: 2027-09-15", "end: ⟦2027-06-30", "RM608"),
    ("start: 2027-04-05", "start: ⟦2027-03-08", "RM611"),
    ("date: 2027-10-08", "date: ⟦2027-10-18", "RM507"),
    ("after: [webinars-spring]", "after: [⟦webinars-summer]", "RM612"),
    ("budget: 265_000", "budget: ⟦235_000", "RM601"),
    ("budget: 38_000", "budget: ⟦380_000", "RM601"),
    ("share: 25%", "share: ⟦20%", "RM803"),
    ("target: 24, due", "target: ⟦8, due", "RM307"),
    ("Sign 8 first customers in packaging and plastics by 30 November 2027", "⟦Win more customers in packaging", "RM302"),
    ("due: 2027-11-30, segment: packaging-makers", "due: ⟦2027-12-15, segment: packaging-makers", "RM310"),
    ("target: 180, due", "target: ⟦1800, due", "RM310"),
    ("contributes: {opportunities: 110}", "contributes: {opportunities: 90}", "RM610"),
    ("contributes: {references: 16}", "contributes: {⟦mqls: 16}", "RM609"),
    ("    owner: lena\n    channel: webinar\n    segment: service", "    channel: webinar\n    segment: service", "RM603"),
    ("    budget: 9_000\n", "", "RM602"),
    ("statement: Let manufacturers teach manufacturers how to", "statement: ⟦Let manufacturers teach. They show how to", "RM402"),
    (", source: newsletter tool", "", "RM702"),
    ("    final: {date: 2027-12-17}", "    final: {date: ⟦2028-12-17}", "RM704"),
    ("supports: pipeline}", "supports: ⟦qualified-leads}", "RM032"),
    ("deal_size: 24_000", "deal_size: ⟦-24_000", "RM021"),
    ("lag: 70d", "lag: ⟦70", "RM023"),
    ("{id: opportunity, rate: 25%", "{id: opportunity, rate: ⟦0", "RM801"),
    ("period: 2027\n", "period: ⟦2027-Q5\n", "RM024"),
    ("currency: EUR", "currency: ⟦EURO", "RM025"),
]  # fmt: skip


# The same for other plans, of other trades: the plan, what stood there, what stands there now, the code.
ELSEWHERE = [
    # The numbers hold: definitions, the same figure twice, parts and wholes.
    ("saas.yaml", "arr, baseline: 1.92M, target: 3M", "arr, baseline: 1.92M, target: 3.6M", "RM310"),
    ("saas.yaml", "Reach 3M USD of annual recurring revenue by 31 December 2027,\n    metric: arr, baseline: 1.92M, target: 3M",
     "Reach 3.6M USD of annual recurring revenue by 31 December 2027,\n    metric: arr, baseline: 1.92M, target: ⟦3.6M", "RM316"),
    ("saas.yaml", "from 160k to 250k USD by 31 December 2027,\n    metric: mrr, baseline: 160_000, target: 250_000",
     "from 160k to 230k USD by 31 December 2027,\n    metric: mrr, baseline: 160_000, target: ⟦230_000", "RM316"),
    ("saas.yaml", "Have 1,000 paying customers on 31 December 2027\",\n    metric: accounts, baseline: 640, target: 1_000",
     "Have 1,200 paying customers on 31 December 2027\",\n    metric: accounts, baseline: 640, target: ⟦1_200", "RM316"),
    ("saas.yaml", "of at least 3 on 31 December 2027,\n    metric: ltv-cac, baseline: 2.8, target: 3",
     "of at least 5 on 31 December 2027,\n    metric: ltv-cac, baseline: 2.8, target: ⟦5", "RM316"),
    ("web-shop.yaml", "Ship 60,000 orders by 31 December 2027\", metric: orders, baseline: 50_400, target: 60_000",
     "Ship 72,000 orders by 31 December 2027\", metric: orders, baseline: 50_400, target: ⟦72_000", "RM316"),
    ("web-shop.yaml", "from 115 to 120 EUR by 31 December 2027, metric: aov, baseline: 115, target: 120",
     "from 115 to 140 EUR by 31 December 2027, metric: aov, baseline: 115, target: ⟦140", "RM316"),
    ("gongye-b2b.yaml", "前签下120家新客户, metric: customers, baseline: 0, target: 120",
     "前签下150家新客户, metric: customers, baseline: 0, target: ⟦150", "RM316"),
    ("saas.yaml", "metric: mrr, baseline: 160_000", "metric: mrr, baseline: ⟦130_000", "RM310"),
    ("web-shop.yaml", "metric: returns, baseline: 9%", "metric: returns, baseline: ⟦12%", "RM310"),
    ("web-shop.yaml", "Sell for 5.9M EUR to homes by 31 December 2027, metric: revenue, baseline: 5.2M, target: 5.9M",
     "Sell for 7.9M EUR to homes by 31 December 2027, metric: revenue, baseline: 5.2M, target: ⟦7.9M", "RM317"),
    ("web-shop.yaml", "Sell for 1.3M EUR to offices by 31 December 2027, metric: revenue, baseline: 0.6M, target: 1.3M",
     "Sell for 0.9M EUR to offices by 31 December 2027, metric: revenue, baseline: 0.6M, target: 0.9M", "RM318"),
    ("web-shop.yaml", "target: 3.6M}", "target: ⟦3.2M}", "RM511"),
    ("saas.yaml", "name: 300 customers won", "name: 350 customers won", "RM512"),
    ("gongye-b2b.yaml", "name: 300个商机", "name: 500个商机", "RM512"),
    # Rates that nobody has seen.
    ("web-shop.yaml", "Convert 2.4% of visits instead of 2.0% by 31 December 2027, metric: order-rate, baseline: 2.0%, target: 2.4%",
     "Convert 24% of visits instead of 2.0% by 31 December 2027, metric: order-rate, baseline: 2.0%, target: ⟦24%", "RM319"),
    ("web-shop.yaml", "Have 4% of the letters clicked by 31 October 2027, metric: letter-clicks, baseline: 2.9%, target: 4%",
     "Have 40% of the letters clicked by 31 October 2027, metric: letter-clicks, baseline: 2.9%, target: ⟦40%", "RM319"),
    ("gongye-b2b.yaml", "name: MQL, rate: 40%", "name: MQL, rate: ⟦4%", "RM818"),
    ("gongye-b2b.yaml", "show_rate: 45%", "show_rate: ⟦4.5%", "RM818"),
    # The funnel and the goals say the same.
    ("gongye-b2b.yaml", "deal_size: 40万", "deal_size: ⟦4万", "RM816"),
    ("gongye-b2b.yaml", "name: 商机, rate: 25%", "name: 商机, rate: ⟦40%", "RM816"),
    ("gongye-b2b.yaml", "name: MQL, rate: 40%", "name: MQL, rate: 30%", "RM817"),
    ("gongye-b2b.yaml", "前新增商机300个, metric: opportunities, baseline: 0, target: 300",
     "前新增商机200个, metric: opportunities, baseline: 0, target: ⟦200", "RM817"),
    ("saas.yaml", "cost_per_unit: 3.5", "cost_per_unit: ⟦8.5", "RM815"),
    ("gongye-b2b.yaml", "cost: 22万", "cost: ⟦220万", "RM815"),
    ("gongye-b2b.yaml", "size: 4_700", "size: 47", "RM814"),
    ("gongye-b2b.yaml", "降到5万元以内, metric: cac, baseline: 6万, target: 5万",
     "降到1万元以内, metric: cac, baseline: 6万, target: ⟦1万", "RM820"),
    ("gongye-b2b.yaml", "Q4: 1.3}", "Q4: 1.3, ⟦\"12\": 2}", "RM819"),
    # Time holds.
    ("saas.yaml", "period: 2027", "period: ⟦2026", "RM050"),
    ("saas.yaml", "baseline: 0, target: 2_667, due: 2027-12-15", "baseline: 0, target: 2_667, due: ⟦2027-12-25", "RM310"),
    ("saas.yaml", "supports: arr-2027}\n  lifetime", "supports: arr-2027}\n  lifetime", ""),
    ("saas.yaml", "customer for 900 USD at most by 31 December 2027,\n    metric: cac, baseline: 1_050, target: 900, due: 2027-12-31",
     "customer for 900 USD at most by 31 December 2027,\n    metric: cac, baseline: 1_050, target: 900, due: ⟦2026-12-31", "RM308"),
    ("saas.yaml", "name: 1_200 trials, date: 2027-05-31", "name: 1_200 trials, date: ⟦2026-05-31", "RM503"),
    ("saas.yaml", "name: 1_200 trials, date: 2027-05-31", "name: 1_200 trials, date: ⟦2027-04-30", "RM604"),
    ("saas.yaml", "start: 2027-08-16, end: 2027-11-19", "start: 2027-08-16, end: ⟦2026-11-19", "RM607"),
    ("saas.yaml", "Start 2_667 trials by 15 December 2027,\n    metric: trials, baseline: 0, target: 2_667, due: 2027-12-15",
     "Start 2_667 trials by 25 December 2027,\n    metric: trials, baseline: 0, target: 2_667, due: ⟦2027-12-25", "RM314"),
    ("web-shop.yaml", "format: trade-show, date: 2027-10-19", "format: trade-show, date: ⟦2027-11-19", "RM621"),
    ("saas.yaml", "midpoint: {date: 2027-06-30}", "midpoint: {date: ⟦2027-12-12}", "RM710"),
    # Hypotheses.
    ("saas.yaml", "metric: trial-rate, from: 16%, to: 19%", "metric: trial-rate, from: 19%, to: ⟦16%", "RM622"),
    ("web-shop.yaml", "order-rate, from: 2.0%, to: 2.2%", "order-rate, from: ⟦1.2%, to: 2.2%", "RM623"),
    # Data hygiene.
    ("web-shop.yaml", "  winter-search:", "  ⟦spring-saerch:", "RM036"),
    ("web-shop.yaml", "channels: [search, email, trade-fair]", "channels: [search, ⟦e-mail, trade-fair]", "RM036"),
    ("web-shop.yaml", "aov: {name: Average order value", "aov: {name: ⟦ORDERS", "RM037"),
    ("web-shop.yaml", "name: Purchase on invoice", "name: ⟦Purсhase on invoice", "RM038"),
    ("saas.yaml", "name: Ledgerly growth plan FY2027", "name: ⟦Ledgerly growth plan FY2026", "RM048"),
    ("saas.yaml", "Win a customer for 900 USD at most", "⟦Win a customer for 900 EUR at most", "RM049"),
    ("gongye-b2b.yaml", "从36万元提高到40万元", "从36万美元提高到40万美元", "RM049"),
    ("gongye-b2b.yaml", "name: 获客成本, unit: CNY", "name: 获客成本, unit: ⟦美元", "RM313"),
    # The quarter against its year.
    ("brightside/q3.yaml", "period: 2027-Q3\nbudget: 105_000", "period: ⟦2027-Q3\nbudget: 105_000", ""),
    ("brightside/q3.yaml", "budget: 105_000", "budget: ⟦405_000", "RM043"),
    ("brightside/q3.yaml", "budget: 26_000", "budget: ⟦260_000", "RM601"),
    ("brightside/q3.yaml", "metric: subscribers, baseline: 8_600, target: 9_200, due: 2027-09-30, supports: blog",
     "metric: subscribers, baseline: 8_600, target: 9_200, due: 2027-09-30, supports: mqls", "RM045"),
    ("brightside/q3.yaml", "mqls: {name: MQLs, unit: leads, kind: flow", "mqls: {name: MQLs, unit: ⟦companies, kind: flow", "RM046"),
    ("brightside/q3.yaml", "parent: year.yaml", "parent: ⟦q3.yaml", "RM040"),
    ("brightside/q3.yaml", "Bring 320 MQLs by 30 September 2027, metric: mqls, baseline: 250, target: 320",
     "\"Bring 1,320 MQLs by 30 September 2027\", metric: mqls, baseline: 250, target: ⟦1_320", "RM317"),
    ("brightside/q3.yaml", "focus: nurturing, owner: tom", "owner: tom", ""),
    ("brightside/q3.yaml", "  nurturing: {name: Nurturing, goals: [mqls-q3, blog-q3]}",
     "  nurturing: {name: Nurturing, goals: [mqls-q3, blog-q3]}\n  ⟦search: {name: Search, goals: [mqls-q3]}", "RM624"),
    ("brightside/q3.yaml", "target: 0.85%}", "target: ⟦0.85}", "RM509"),
]  # fmt: skip


def planted(old: str, new: str, plan: str = PLAN) -> tuple[str, int | None, int | None]:
    """The plan with the fault, and the place that the mark stands for."""
    assert plan.count(old) == 1, old
    text = plan.replace(old, new)
    if MARK not in text:
        return text, None, None
    before = text[: text.index(MARK)]
    return text.replace(MARK, ""), before.count("\n") + 1, len(before) - before.rfind("\n")


def test_the_plan_itself_is_clean() -> None:
    assert found(PLAN) == []


@pytest.mark.parametrize(("old", "new", "code"), FAULTS, ids=[f"{f[2]}-{i}" for i, f in enumerate(FAULTS)])
def test_a_fault_is_found_alone_and_in_its_place(old: str, new: str, code: str) -> None:
    text, line, column = planted(old, new)
    findings = found(text)
    assert [finding[0] for finding in findings] == [code]
    if line is not None:
        assert findings[0][1:] == (line, column)


@pytest.mark.parametrize(
    ("file", "old", "new", "code"), ELSEWHERE, ids=[f"{f[3] or 'none'}-{i}" for i, f in enumerate(ELSEWHERE)]
)
def test_a_fault_in_another_plan_is_found_alone_and_in_its_place(
    file: str, old: str, new: str, code: str, tmp_path: Path
) -> None:
    text, line, column = planted(old, new, (CLEAN / file).read_text("utf-8"))
    for sibling in filter(Path.is_file, (CLEAN / file).parent.iterdir()):
        (tmp_path / sibling.name).write_bytes(sibling.read_bytes())
    path = tmp_path / Path(file).name
    path.write_text(text, "utf-8")
    findings = check(path).diagnostics
    assert [finding.code for finding in findings] == ([code] if code else [])
    if line is not None and code:
        assert (findings[0].span.line, findings[0].span.column) == (line, column)


def test_many_faults_at_once_are_all_found() -> None:
    chosen = [FAULTS[i] for i in (0, 1, 2, 5, 7, 8, 12, 14, 20, 23)]
    text = PLAN
    for old, new, _ in chosen:
        assert text.count(old) == 1
        text = text.replace(old, new.replace(MARK, ""))
    assert sorted(code for code, _, _ in found(text)) == sorted(code for _, _, code in chosen)
