"""A fault planted in a realistic plan is found at its place, and nothing else is found with it."""

from pathlib import Path

import pytest

from tests.plans import found

PLAN = (Path(__file__).parents[1] / "examples" / "aurora-crm" / "roadmap.yaml").read_text("utf-8")
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


def planted(old: str, new: str) -> tuple[str, int | None, int | None]:
    """The plan with the fault, and the place that the mark stands for."""
    assert PLAN.count(old) == 1, old
    text = PLAN.replace(old, new)
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


def test_many_faults_at_once_are_all_found() -> None:
    chosen = [FAULTS[i] for i in (0, 1, 2, 5, 7, 8, 12, 14, 20, 23)]
    text = PLAN
    for old, new, _ in chosen:
        assert text.count(old) == 1
        text = text.replace(old, new.replace(MARK, ""))
    assert sorted(code for code, _, _ in found(text)) == sorted(code for _, _, code in chosen)
