"""Well-known figures are recognised by their whole names, and nothing else is taken for one."""

import pytest

from roadmapctl.analysis.kpis.names import FIGURES, WIN_RATES, figures, figures_of, plain, says_new, stage_of, steps_of
from roadmapctl.model.funnel import Stage
from roadmapctl.model.metrics import Metric


def test_the_names_in_the_tables_are_plain() -> None:
    names = [name for names in (*FIGURES.values(), WIN_RATES) for name in names.split("|")]
    assert [name for name in names if plain(name) != name] == []


@pytest.mark.parametrize(
    ("name", "figure"),
    [
        ("New customers", "customer"),
        ("Number of orders", "order"),
        ("Marketing-qualified leads", "mql"),
        ("MQLs", "mql"),
        ("Monthly recurring revenue (MRR)", "mrr"),
        ("LTV:CAC ratio", "ltv_cac"),
        ("Opportunities", "opportunity"),
        ("新增客户数", "customer"),
        ("市场合格线索（MQL）", "mql"),
        ("销售认可线索", "sql"),
        ("新签合同额", "revenue"),
        ("年度经常性收入（ARR）", "arr"),
        ("获客成本", "cac"),
        ("ＭＲＲ", "mrr"),
    ],
)
def test_a_figure_is_known_by_its_name(name: str, figure: str) -> None:
    assert figure in figures(name)


@pytest.mark.parametrize(
    "name",
    [
        "New customers in packaging",
        "Leads (trade show)",
        "Monthly revenue",
        "Customer satisfaction",
        "Customers lost",
        "展会线索",
        "老客户收入",
        "Revenue per visit",
        "",
        "的",
    ],
)
def test_a_figure_of_its_own_is_not_taken_for_a_known_one(name: str) -> None:
    assert figures(name) == frozenset()


def test_a_name_says_more_than_an_id() -> None:
    assert figures_of("leads", Metric(name="Leads from trade fairs")) == frozenset()
    assert figures_of("leads", Metric()) == {"lead"}


def test_a_price_per_sale_may_be_by_deal_or_by_order() -> None:
    assert figures("客单价") == {"deal_size", "order_value"}


@pytest.mark.parametrize(
    ("name", "steps"),
    [
        ("Opportunity-to-customer rate", ("opportunity", "customer")),
        ("Win rate", ("opportunity", "customer")),
        ("MQL到SQL转化率", ("mql", "sql")),
        ("线索转MQL率", ("lead", "mql")),
        ("Lead → MQL conversion rate", ("lead", "mql")),
        ("Visitor to lead conversion", ("visit", "lead")),
        ("Session-to-contact rate", None),
        ("Road to success", None),
        ("提到率", None),
    ],
)
def test_the_stages_of_a_rate_are_read_from_its_name(name: str, steps: tuple[str, str] | None) -> None:
    assert steps_of(name) == steps


def test_a_stage_is_known_by_its_id_or_its_name() -> None:
    assert stage_of(Stage(id="mql")) == "mql"
    assert stage_of(Stage(id="s3", name="商机")) == "opportunity"
    assert stage_of(Stage(id="tasting")) is None


@pytest.mark.parametrize(
    ("name", "new"), [("New revenue", True), ("新签合同额", True), ("Revenue", False), ("Renewals", False)]
)
def test_new_business_says_so(name: str, new: bool) -> None:
    assert says_new(name) is new
