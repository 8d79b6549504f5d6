"""What a plan says twice: the edges between a contradiction and two things that may well stand side by side."""

import pytest

from tests.plans import checked, sentence

HEAD = "roadmap: 1\nname: Plan\ncurrency: EUR\nperiod: 2027\n"


def codes(body: str, *wanted: str) -> list[tuple[str, str]]:
    """(code, path) of the findings, or of those with one of these codes."""
    found = checked(HEAD + body).diagnostics
    return [(d.code, ".".join(map(str, d.path))) for d in found if not wanted or d.code in wanted]


def goals(metrics: str, *rows: str) -> str:
    """A plan of metrics and goals, one a line."""
    return f"metrics:\n{metrics}goals:\n" + "".join(f"  {row}\n" for row in rows)


STOCK = "  s: {name: Subscribers of all kinds, unit: people, kind: stock}\n"
FLOW = "  f: {name: Calls made, unit: calls, kind: flow}\n"


# --- RM315: the same figure twice


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ("b: {metric: s, baseline: 4, target: 9, due: 2027-06-30}", [("RM315", "goals.b.target")]),
        ("b: {metric: s, baseline: 3, target: 8, due: 2027-06-30}", [("RM315", "goals.b.baseline")]),
        ("b: {metric: s, baseline: 4, change: 5, due: 2027-06-30}", [("RM315", "goals.b.change")]),
        ("b: {metric: s, baseline: 4, target: 8, due: 2027-06-30}", []),
        ("b: {metric: s, baseline: 4, target: 9, due: 2027-07-31}", []),
        ("b: {metric: s, baseline: 3, target: 9, due: 2027-06-30}", []),
        ("b: {metric: s, baseline: 4, target: 7, due: 2027-06-30, supports: a}", []),
        ("b: {metric: s, baseline: 4, target: 9, due: 2027-06-30, segment: big}", []),
        ("b: {metric: s, baseline: 0, target: 9, due: 2027-06-30}", []),
    ],
)
def test_twin_goals(second: str, found: list[tuple[str, str]]) -> None:
    text = goals(STOCK, "a: {metric: s, baseline: 4, target: 8, due: 2027-06-30}", second)
    assert codes(text + "market: {segments: {big: {size: 9}}}\n", "RM315") == found


@pytest.mark.parametrize(
    ("kind", "goal", "current", "found"),
    [
        ("stock", "baseline: 100, target: 200", 130, [("RM315", "goals.a.baseline")]),
        ("stock", "baseline: 100, target: 200", 109, []),
        ("stock", "baseline: 100, target: 200", 100, []),
        ("flow", "baseline: 100, target: 200", 130, []),
        ("stock", "target: 200", 130, []),
        ("stock", "baseline: 100, target: 200, segment: big", 130, []),
    ],
)
def test_the_review_and_the_baseline(kind: str, goal: str, current: int, found: list[tuple[str, str]]) -> None:
    metric = f"  s: {{name: Readers, unit: people, kind: {kind}}}\n"
    text = goals(metric, f"a: {{metric: s, due: 2027-06-30, {goal}}}") + "market: {segments: {big: {size: 900}}}\n"
    text += f"discovery: {{review: {{readers: {{metric: s, previous: 90, current: {current}}}}}}}\n"
    assert codes(text, "RM315") == found


def test_twin_milestones_are_told_once() -> None:
    text = f"metrics:\n{STOCK}milestones:\n" + "".join(
        f"  m{n}: {{date: 2027-03-31, metric: s, target: {n}}}\n" for n in range(1, 5)
    )
    assert codes(text, "RM315") == [("RM315", "milestones.m2.target")]
    assert codes(text.replace("kind: stock", "kind: flow"), "RM315") == []


# --- RM316: definitions


def identity(*rows: tuple[str, str, str, str]) -> str:
    """Goals of one day: name of the metric, its kind, unit, and the goal's fields."""
    metrics = "".join(
        f"  m{i}: {{name: {name}, unit: {unit}, kind: {kind}}}\n" for i, (name, kind, unit, _) in enumerate(rows)
    )
    return goals(
        metrics, *(f"g{i}: {{metric: m{i}, due: 2027-12-31, {fields}}}" for i, (*_, fields) in enumerate(rows))
    )


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ([("MRR", "stock", "EUR", "target: 100"), ("ARR", "stock", "EUR", "target: 1_200")], False),
        ([("MRR", "stock", "EUR", "target: 100"), ("ARR", "stock", "EUR", "target: 1_230")], False),
        ([("MRR", "stock", "EUR", "target: 100"), ("ARR", "stock", "EUR", "target: 1_400")], True),
        ([("MRR", "stock", "people", "target: 100"), ("ARR", "stock", "EUR", "target: 1_400")], False),
        ([("ARPU", "stock", "EUR", "target: 50"), ("Customers", "stock", "customers", "baseline: 40, target: 200"),
          ("MRR", "stock", "EUR", "target: 10_000")], False),
        ([("ARPU", "stock", "EUR", "target: 600"), ("Customers", "stock", "customers", "baseline: 40, target: 200"),
          ("MRR", "stock", "EUR", "target: 10_000")], False),  # by the year
        ([("ARPU", "stock", "EUR", "target: 50"), ("Customers", "stock", "customers", "baseline: 40, target: 300"),
          ("MRR", "stock", "EUR", "target: 10_000")], True),
        ([("New customers", "flow", "customers", "target: 10"), ("Average deal size", "stock", "EUR", "target: 500"),
          ("New revenue", "flow", "EUR", "target: 5_000")], False),
        ([("New customers", "flow", "customers", "target: 10"), ("Average deal size", "stock", "EUR", "target: 500"),
          ("New revenue", "flow", "EUR", "target: 8_000")], True),
        ([("New customers", "flow", "customers", "target: 10"), ("Average deal size", "stock", "EUR", "target: 500"),
          ("Revenue", "flow", "EUR", "target: 8_000")], False),  # the rest from customers there are already
        ([("New customers", "flow", "customers", "target: 10"), ("Average deal size", "stock", "EUR", "target: 500"),
          ("Revenue", "flow", "EUR", "target: 3_000")], True),
        ([("订单数", "flow", "单", "target: 1000"), ("客单价", "stock", "EUR", "target: 20"),
          ("新客户数", "flow", "个", "target: 400"), ("销售额", "flow", "EUR", "target: 20000")], False),  # 客单价 by order
        ([("LTV", "stock", "EUR", "target: 900"), ("CAC", "stock", "EUR, better: down", "target: 300"),
          ("LTV/CAC", "stock", "times", "target: 3")], False),
        ([("LTV", "stock", "EUR", "target: 900"), ("CAC", "stock", "EUR, better: down", "target: 300"),
          ("LTV/CAC", "stock", "times", "target: 4")], True),
        ([("Leads", "flow", "people", "target: 1000"), ("Lead-to-MQL rate", "stock", "rate", "target: 20%"),
          ("MQLs", "flow", "people", "target: 200")], False),
        ([("Leads", "flow", "people", "target: 1000"), ("Lead-to-MQL rate", "stock", "rate", "target: 20%"),
          ("MQLs", "flow", "people", "target: 400")], True),
        ([("Leads from fairs", "flow", "people", "target: 1000"), ("Lead-to-MQL rate", "stock", "rate", "target: 20%"),
          ("MQLs", "flow", "people", "target: 400")], False),
    ],
)  # fmt: skip
def test_definitions(rows: list[tuple[str, str, str, str]], wrong: bool) -> None:
    assert bool(codes(identity(*rows), "RM316")) is wrong


def test_goals_of_other_days_and_segments_are_not_tied() -> None:
    text = identity(("MRR", "stock", "EUR", "target: 100"), ("ARR", "stock", "EUR", "target: 1_400"))
    assert codes(text.replace("metric: m1, due: 2027-12-31", "metric: m1, due: 2027-06-30"), "RM316") == []
    other = text.replace("metric: m1,", "metric: m1, segment: big,") + "market: {segments: {big: {size: 9}}}\n"
    assert codes(other, "RM316") == []


def test_at_least_so_much_is_no_contradiction() -> None:
    rows = [("LTV", "stock", "EUR", "target: 900"), ("CAC", "stock", "EUR, better: down", "target: 100")]
    ratio = ("LTV/CAC", "stock", "times", "target: 3")
    said = ("LTV/CAC", "stock", "times", 'target: 3, statement: "An LTV of at least 3 times CAC by 31 December 2027"')
    assert codes(identity(*rows, ratio), "RM316") != []
    assert codes(identity(*rows, said), "RM316") == []


def test_the_sentence_shows_the_sum() -> None:
    text = identity(("MRR", "stock", "EUR", "target: 100"), ("ARR", "stock", "EUR", "target: 1_400"))
    told = next(d for d in checked(HEAD + text).diagnostics if d.code == "RM316")
    assert sentence(told) == "g0 × 12 makes 1,200, but g1 is to be 1,400"
    assert sentence(told, "zh") == "g0 × 12 得出 1,200，而 g1 的目标是 1,400"


# --- RM317 and RM318: parts and wholes


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ((60, 40), []),
        ((70, 60), []),
        ((60, 39), []),
        ((60, 30), [("RM318", "goals.all.target")]),
        ((120, 10), [("RM317", "goals.p0.target")]),
        ((100,), []),
        ((60,), []),
    ],
)
def test_parts(parts: tuple[int, ...], found: list[tuple[str, str]]) -> None:
    rows = [f"p{i}: {{metric: f, target: {part}, due: 2027-06-30, supports: all}}" for i, part in enumerate(parts)]
    text = goals(FLOW, "all: {metric: f, baseline: 0, target: 100, due: 2027-12-31}", *rows)
    assert codes(text, "RM317", "RM318") == found


def test_parts_on_another_metric_or_on_a_stock_are_not_added_up() -> None:
    rows = ["all: {metric: s, target: 100, due: 2027-12-31}"]
    rows += [f"p{i}: {{metric: s, target: 30, due: 2027-06-30, supports: all}}" for i in range(2)]
    assert codes(goals(STOCK, *rows), "RM318") == []
    assert (
        codes(goals(STOCK + FLOW, rows[0], *(row.replace("metric: s", "metric: f") for row in rows[1:])), "RM318") == []
    )


def test_less_is_more_where_less_is_better() -> None:
    metric = "  c: {name: Complaints heard, unit: complaints, kind: stock, better: down}\n"
    wide, part = (
        "all: {metric: c, target: 10, due: 2027-12-31}",
        "p: {{metric: c, target: {}, due: 2027-06-30, supports: all}}",
    )
    assert codes(goals(metric, wide, part.format(12)), "RM317") == []
    assert codes(goals(metric, wide, part.format(8)), "RM317") == [("RM317", "goals.p.target")]


# --- RM511 and RM512: milestones


@pytest.mark.parametrize(
    ("kind", "targets", "found"),
    [
        ("stock", (60, 100), []),
        ("stock", (60, 90), [("RM511", "milestones.m1.target")]),
        ("flow", (60, 40), []),
        ("flow", (60, 100), []),
        ("flow", (60, 30), [("RM511", "milestones.m1.target")]),
    ],
)
def test_the_last_milestone_reaches_the_goal(kind: str, targets: tuple[int, int], found: list[tuple[str, str]]) -> None:
    metric = f"  x: {{name: Things, unit: things, kind: {kind}}}\n"
    text = goals(metric, "g: {metric: x, baseline: 10, target: 100, due: 2027-06-30}") + "milestones:\n"
    dates = ("2027-03-31", "2027-06-30")
    text += "".join(
        f"  m{i}: {{date: {day}, goal: g, metric: x, target: {target}}}\n"
        for i, (day, target) in enumerate(zip(dates, targets, strict=True))
    )
    assert codes(text, "RM511") == found
    assert codes(text.replace("m1: {date: 2027-06-30", "m1: {date: 2027-06-25"), "RM511") == []


@pytest.mark.parametrize(
    ("kind", "better", "targets", "day", "found"),
    [
        ("stock", "up", (40, 54), "2027-06-25", True),  # not half of the way from 10 to 100
        ("stock", "up", (30, 56), "2027-06-25", False),
        ("stock", "up", (30, 54), "2027-05-10", False),  # seven weeks before, much may come
        ("flow", "up", (6, 72), "2027-06-25", True),  # 78 of 100 in parts
        ("flow", "up", (9, 72), "2027-06-25", False),
        ("flow", "up", (40, 90), "2027-06-25", False),  # counted from the beginning
    ],
)
def test_the_last_milestone_shortly_before_the_goal_is_near_it(
    kind: str, better: str, targets: tuple[int, int], day: str, found: bool
) -> None:
    metric = f"  x: {{name: Things, unit: things, kind: {kind}, better: {better}}}\n"
    text = goals(metric, "g: {metric: x, baseline: 10, target: 100, due: 2027-06-30}") + "milestones:\n"
    for i, (date, target) in enumerate(zip(("2027-03-31", day), targets, strict=True)):
        text += f"  m{i}: {{date: {date}, goal: g, metric: x, target: {target}}}\n"
    assert codes(text, "RM511") == ([("RM511", "milestones.m1.target")] if found else [])


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("9,000 subscribers", True),
        ("Nine thousand subscribers", True),
        ("8,000 subscribers", False),
        ("eight thousand subscribers", False),
        ("1,000 subscribers more", False),
        ("Subscribers after 3 webinars", False),
        ("Subscribers by 30 June 2027", False),
        ("Phase 2", False),
        ("500 posts for subscribers", False),
    ],
)
def test_the_number_in_a_name(name: str, found: bool) -> None:
    metric = "  s: {name: E-mail subscribers, unit: people, kind: stock}\n"
    text = goals(metric, "g: {metric: s, baseline: 7_000, target: 8_000, due: 2027-12-31}")
    text += f'milestones:\n  m: {{name: "{name}", date: 2027-06-30, goal: g, metric: s, target: 8_000}}\n'
    assert bool(codes(text, "RM512")) is found


# --- days


def test_a_period_in_which_nothing_lies_is_told_once() -> None:
    days = [f"t{n}: {{start: 2027-0{n}-01, end: 2027-0{n}-20}}" for n in range(1, 4)]
    text = "tactics:\n" + "".join(f"  {day}\n" for day in days)
    whole = HEAD.replace("2027", "2026") + text
    assert [(d.code, d.path) for d in checked(whole).diagnostics] == [("RM050", ("period",))]
    one = HEAD.replace("2027", "2026") + text.replace(
        "start: 2027-01-01, end: 2027-01-20", "start: 2026-01-01, end: 2026-01-20"
    )
    assert {d.code for d in checked(one).diagnostics} == {"RM607"}


@pytest.mark.parametrize(("date", "found"), [("2027-07-02", []), ("2027-10-15", ["RM710"]), ("2028-01-15", ["RM704"])])
def test_the_midpoint_review(date: str, found: list[str]) -> None:
    text = f"measurement: {{reviews: {{midpoint: {{date: {date}}}, final: {{date: 2027-12-01}}}}}}\n"
    assert [code for code, _ in codes(text)] == found


def test_capacity_counts_when_somebody_owns_too_much() -> None:
    rows = "".join(f"  t{n}: {{owner: lin, start: 2027-02-01, end: 2027-02-2{n}}}\n" for n in range(4))
    person = "organization: {people: {lin: {name: Lin%s}, bo: {name: Bo, functions: [web]}}}\n"
    assert codes(f"tactics:\n{rows}" + person % "", "RM618") == []
    assert codes(f"tactics:\n{rows}" + person % ", capacity: 60%", "RM618") == []
    assert codes(f"tactics:\n{rows}" + person % ", capacity: 50%", "RM618") == [("RM618", "organization.people.lin")]


# --- ids and currencies that everything else contradicts


def test_a_slip_in_a_definition_is_told_there_and_once() -> None:
    text = goals(FLOW, "pipleine: {metric: f, target: 9, due: 2027-12-31}")
    text += "milestones:\n  a: {date: 2027-05-31, goal: pipeline}\n  b: {date: 2027-06-30, goal: pipeline}\n"
    assert codes(text) == [("RM051", "goals.pipleine")]
    once = text.replace("  b: {date: 2027-06-30, goal: pipeline}\n", "")
    assert codes(once) == [("RM030", "milestones.a.goal")]
    named = text + "organization: {people: {lin: {name: Lin, goals: [pipleine]}}}\n"
    assert [code for code, _ in codes(named)] == ["RM030", "RM030"]


def test_a_currency_that_nothing_agrees_with_is_told_there() -> None:
    metrics = "".join(f"  m{n}: {{name: Money {n}, unit: USD, kind: flow}}\n" for n in range(2))
    rows = [f"g{n}: {{metric: m{n}, target: {n + 5}, due: 2027-12-31}}" for n in range(2)]
    assert codes(goals(metrics, *rows)) == [("RM313", "currency")]
    mixed = goals(metrics.replace("USD", "EUR", 1), *rows)
    assert codes(mixed) == [("RM313", "metrics.m1.unit")]
