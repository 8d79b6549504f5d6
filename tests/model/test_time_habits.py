"""Times that are written as people write them are answered with the plan's form of them."""

import pytest

from tests.plans import checked, mend

HEADER = "roadmap: 1\nname: 春季\n"


def _answer(text: str) -> tuple[str, str]:
    finding = checked(HEADER + text).diagnostics[0]
    return finding.code, mend(finding, "zh")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2027年1月4日", "2027-01-04"),
        ("2027/1/4", "2027-01-04"),
        ("2027.02.01", "2027-02-01"),
        ("２０２７-02-01", "2027-02-01"),
    ],
)
def test_a_date(written: str, meant: str) -> None:
    assert _answer(f"period: 2027\nmilestones: {{a: {{date: {written}}}}}\n") == ("RM022", f"请写成 {meant}")


@pytest.mark.parametrize(("written", "meant"), [("21天", "21d"), ("3个月", "3mo"), ("2 weeks", "2w"), ("1年", "1y")])
def test_a_duration(written: str, meant: str) -> None:
    stages = f"[{{id: lead, rate: 10%, lag: {written}}}, {{id: customer}}]"
    assert ("RM023", f"请写成 {meant}") in [
        (d.code, mend(d, "zh")) for d in checked(f"{HEADER}funnel: {{stages: {stages}}}\n").diagnostics if d.help
    ]


@pytest.mark.parametrize(("written", "meant"), [("-7天", "-7d"), ("+2小时", "+2h"), ("-30 min", "-30m")])
def test_a_time_before_an_event(written: str, meant: str) -> None:
    steps = f"[{{at: {written}, channel: 短信, message: 明天见}}]"
    assert _answer(f"playbooks: {{show: {{sequence: {steps}}}}}\n") == ("RM023", f"请写成 {meant}")


@pytest.mark.parametrize(
    ("written", "meant"),
    [("2027年", "2027"), ("2027年第四季度", "2027-Q4"), ("2027年3季度", "2027-Q3"), ("2027年上半年", "2027-H1"),
     ("2027Q4", "2027-Q4"), ("Q4 2027", "2027-Q4"), ("2027年10月", "2027-10"), ("2027年度", "2027")],
)  # fmt: skip
def test_a_period(written: str, meant: str) -> None:
    assert _answer(f"period: {written}\n") == ("RM024", f"请写成 {meant}")


@pytest.mark.parametrize("written", ["2027年13月40日", "明年春天", "2027年底"])
def test_what_cannot_be_told_is_answered_with_the_form(written: str) -> None:
    assert _answer(f"period: 2027\nmilestones: {{a: {{date: {written}}}}}\n") == (
        "RM022",
        "请写成 年-月-日：2027-03-31",
    )


def test_an_endless_duration_is_answered_with_the_form() -> None:
    text = f"{HEADER}funnel: {{stages: [{{id: lead, rate: 10%, lag: 99999天}}, {{id: customer}}]}}\n"
    assert any(d.code == "RM023" and "14d" in mend(d) for d in checked(text).diagnostics if d.help)
