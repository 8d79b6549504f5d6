"""How far a sentence says that it is from today to the target, held against the fields."""

import pytest

from roadmapctl.analysis.words.stated_way import contradicted_way
from tests.plans import checked, found

HEADER = "roadmap: 1\nname: Spring\nperiod: 2027\n"
METRICS = {
    "contacts": "{name: Contacts, unit: contacts, kind: flow}",
    "churn": "{name: Monthly churn, unit: rate, kind: stock, better: down}",
    "known": "{name: Unaided awareness, unit: rate, kind: stock}",
    "nps": "{name: Net promoter score, unit: points, kind: stock}",
}
CONTACTS = "metric: contacts, baseline: 120_000, target: 180_000, due: 2027-06-30"
CHURN = "metric: churn, baseline: 4.1%, target: 3.2%, due: 2027-09-30"
KNOWN = "metric: known, baseline: 38%, target: 45%, due: 2027-05-31"


def plan_with(statement: str, fields: str) -> str:
    metric = fields.split(",")[0].removeprefix("metric: ")
    goal = f'{{statement: "{statement}", {fields}}}'
    return f"{HEADER}metrics:\n  {metric}: {METRICS[metric]}\ngoals:\n  goal: {goal}\n"


@pytest.mark.parametrize(
    ("statement", "fields"),
    [
        ("180,000 contacts by 30 June 2027, +50% on 2026", CONTACTS),
        ("180,000 contacts by 30 June 2027, 50% more than last year", CONTACTS),
        ("180,000 contacts by 30 June 2027, about 45% more than last year", CONTACTS),
        ("180,000 contacts by 30 June 2027 with 20% of the budget", CONTACTS),
        ("Churn down to 3.2% by 30 September 2027, from 4.1%", CHURN),
        ("Churn down by 22% by 30 September 2027, to 3.2%", CHURN),
        ("45% unaided awareness on 31 May 2027, seven points more than 38%", KNOWN),
        ("45% unaided awareness on 31 May 2027, 7 percentage points more than last year", KNOWN),
        ("A score of 45 on 31 May 2027, seven points more than 38", KNOWN.replace("%", "").replace("known", "nps")),
    ],
)
def test_a_way_that_agrees_is_no_finding(statement: str, fields: str) -> None:
    assert found(plan_with(statement, fields)) == []


@pytest.mark.parametrize(
    ("statement", "fields", "said"),
    [
        ("180,000 contacts by 30 June 2027, +5% on 2026", CONTACTS, "5% on 2026"),
        ("Churn down by 3.2% by 30 September 2027, from 4.1%", CHURN, "down by 3.2%"),
        ("45% unaided awareness on 31 May 2027, nine points more than 38%", KNOWN, "nine points more"),
        ("45% unaided awareness on 31 May 2027, 9 percentage points more than last year", KNOWN, "9 percentage points more"),
    ],
)  # fmt: skip
def test_another_way_is_told_at_the_target(statement: str, fields: str, said: str) -> None:
    text = plan_with(statement, fields)
    line = text.splitlines()[-1]
    assert found(text) == [("RM310", 7, line.index("target: ") + len("target: ") + 1)]
    plan = checked(text).plan
    assert plan is not None
    assert contradicted_way(plan.goals["goal"]) == said
