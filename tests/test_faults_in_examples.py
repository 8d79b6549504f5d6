"""Ten realistic faults in each example plan: each is found at its place, and nothing else is found with it."""

import shutil
from pathlib import Path

import pytest

from roadmapctl.project import check
from tests.test_planted_faults import MARK, planted

EXAMPLES = Path(__file__).parents[1] / "examples"

# The plan, what stood there, what stands there now (⟦ before the place of the finding), the code.
YEAR = [
    ("previous: 3_300, current: 4_100", "previous: 3_300, current: 41_000", "RM315"),
    ("metric: revenue, baseline: 6.2M", "metric: revenue, baseline: ⟦0.62M", "RM310"),
    ("budget: 640_000 ", "budget: ⟦600_000 ", "RM601"),
    ("currency: GBP", "currency: ⟦USD", "RM313"),
    ("metric: revenue, baseline: 6.2M, target: 7.8M", "metric: revenue, baseline: 6.2M, target: ⟦8.7M", "RM310"),
    ("metric: test-rides, baseline: 4_100", "metric: test-rides, baseline: ⟦4_400", "RM310"),
    ("families: {share: 95%, deal_size: 4_500}", "families: {share: 90%, deal_size: 4_500}", "RM803"),
    ("search: {feeds: lead, share: 30%", "search: {feeds: lead, share: 20%", "RM803"),
    (
        "owner: sasha, channel: test-ride-day, segment: families,\n    start: 2026-04-13",
        "owner: ⟦sacha, channel: test-ride-day, segment: families,\n    start: 2026-04-13",
        "RM030",
    ),
    ("end: 2026-10-23, budget: 68_000", "end: ⟦2026-11-23, budget: 68_000", "RM604"),
    ("contributes: {test-rides: 1_200}", "contributes: {test-rides: 120}", "RM610"),
    ("previous: 13_500, current: 18_000", "current: 18_000", "RM104"),
    ("lever: content, milestone: readers-at-year-end", "milestone: readers-at-year-end", "RM017"),
    ("midpoint:\n      date: 2026-07-03", "midpoint:\n      date: ⟦2026-11-03", "RM710"),
    ("final: {date: 2026-12-11}", "final: {date: ⟦2027-12-11}", "RM704"),
    ("ride-van: {verdict: adjust, because", "ride-van: {verdict: ⟦ajust, because", "RM014"),
    (", priority: No stock left in November}", "}", "RM017"),
    (
        "score: {reach: 6_000, impact: 0.5, confidence: 80%, effort: 2}",
        "score: {reach: 6_000, impact: 0.5, confidence: 80%}",
        "RM017",
    ),
]
QUARTER = [
    ("metric: revenue, baseline: 2.1M, target: 2.73M", "metric: revenue, baseline: 2.1M, target: ⟦27.3M", "RM310"),
    ("metric: subscribers, baseline: 20_250", "metric: subscribers, baseline: ⟦2_025", "RM310"),
    ("budget: 225_000", "budget: ⟦205_000", "RM601"),
    ("supports: fleet-trials, split", "supports: ⟦fleet-trial, split", "RM030"),
    ("metric: no-show, baseline: 21.5%, target: 18%", "metric: no-show, baseline: 21.5%, target: ⟦12%", "RM310"),
    ("from: 55%, to: 75%", "from: 75%, to: ⟦55%", "RM622"),
    (
        "    focus: readers\n    milestone: readers-by-summer\n    owner: elin\n    channel: video",
        "    milestone: readers-by-summer\n    owner: elin\n    channel: video",
        "RM017",
    ),
    ("start: 2026-04-06", "start: ⟦2026-03-06", "RM607"),
    ("end: 2026-06-27", "end: ⟦2026-06-29", "RM604"),
    ("date: 2026-06-16", "date: ⟦2026-06-26", "RM707"),
    ("reports_to: Managing director}", "}", "RM017"),
    ("parent: year.yaml", "parent: ⟦years.yaml", "RM031"),
    ("contributes: {no-show: -3.5pp}", "contributes: {no-show: -2.5pp}", "RM610"),
]
EVENTS = [
    ("currency: CNY", "currency: USD", "RM313"),
    ("already_won: 600万", "already_won: ⟦600w", "RM021"),
    ("rate: 40%, lag: 14d", "rate: ⟦40, lag: 14d", "RM020"),
    ("owns: sql ", "owns: ⟦slq ", "RM030"),
    ("date: 2026-03-26, time", "date: ⟦2026-04-26, time", "RM621"),
    (
        "message: zero-escape, judged_by: [summit-registrations]",
        "message: ⟦zero-escapes, judged_by: [summit-registrations]",
        "RM030",
    ),
    ("start: 2026-06-22\n    end: 2026-09-14", "start: ⟦2026-06-12\n    end: 2026-09-14", "RM611"),
    ("target: 340}", "target: ⟦430}", "RM610"),
    (
        "summit-registrations: 3_000, sqls: 72}\n    event: {date: 2026-09-10, time: 13:30, tier: group, format: online-summit, content: hero",
        "summit-registrations: 3_000, sqls: 72}\n    event: {date: 2026-09-10, time: 13:30, tier: group, format: online-summit, content: ⟦hro",
        "RM014",
    ),
    ("due: 2026-09-10, supports", "due: ⟦2026-10-10, supports", "RM310"),
    ("events: 6, audience: 40, rate: 25%", "events: 6, audience: 40, rate: ⟦125%", "RM020"),
    ("budget: 290万 ", "budget: ⟦230万 ", "RM601"),
]
PYRAMID = [
    ("contributes: {installs: 228}", "contributes: {installs: ⟦2_280}", "RM625"),
    ("metric: mqls, target: 240}", "metric: mqls, target: 24}", "RM625"),
    ("channel: wechat, message: 展位路线", "channel: ⟦wehcat, message: 展位路线", "RM036"),
    ("metric: first-call, target: 90%}", "metric: first-call, target: ⟦9%}", "RM511"),
    ("start: 2027-08-02\n    end: 2027-11-10", "start: 2027-08-02\n    end: ⟦2027-11-20", "RM604"),
    ("{date: 2027-10-27, time", "{date: ⟦2027-11-27, time", "RM621"),
    (
        "owner: lei-hang\n    channel: phone\n    segment: private-chains\n    start: 2027-01-04",
        "owner: ⟦lei-han\n    channel: phone\n    segment: private-chains\n    start: 2027-01-04",
        "RM030",
    ),
    ("head: qin-ruo", "head: ⟦qinruo", "RM030"),
    (
        "metric: store-revenue, baseline: 1_200万, target: 1_800万",
        "metric: store-revenue, baseline: 1_200万, target: ⟦18_000万",
        "RM310",
    ),
    ("goals: [case-clinics], reports_to", "goals: [show-leads], reports_to", "RM905"),
    (", resolution: 主机不上线，耗材线上线下规格分开，同城订单返佣3%，每季度公布一次}", "}", "RM906"),
    ("judged_by: [线索转 MQL 的转化率, MQL 转 SQL 的转化率, 客户满意度]", "judged_by: [⟦销售满意度]", "RM904"),
    ("{at: -14d, channel: email, message: 三个问题", "{at: -63d, channel: email, message: 三个问题", "RM660"),
    ("budget: 470万 ", "budget: ⟦407万 ", "RM601"),
    ("contributes: {installs: 228}", "contributes: {installs: 128}", "RM610"),
    (
        "kpis: {educate: [booth-visits], engage: [mqls, first-call], advocate: [references, installs]}",
        "kpis: {educate: [booth-visits], engage: [mqls, first-call], advocate: [⟦reference, installs]}",
        "RM030",
    ),
]
FAULTS = [
    (file, *fault)
    for file, faults in (
        ("larkwheel/year.yaml", YEAR),
        ("larkwheel/q2.yaml", QUARTER),
        ("tuoli-vision/roadmap.yaml", EVENTS),
        ("muchi-dental/roadmap.yaml", PYRAMID),
    )
    for fault in faults
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "code"), FAULTS, ids=[f"{Path(f[0]).parent}-{i}-{f[3]}" for i, f in enumerate(FAULTS)]
)
def test_a_fault_is_found_alone_and_in_its_place(file: str, old: str, new: str, code: str, tmp_path: Path) -> None:
    original = EXAMPLES / file
    text, line, column = planted(old, new, original.read_text("utf-8"))
    shutil.copytree(original.parent, tmp_path / "plans")
    path = tmp_path / "plans" / original.name
    path.write_text(text, "utf-8")
    findings = check(path).diagnostics
    assert [finding.code for finding in findings] == [code]
    if line is not None:
        assert (findings[0].span.line, findings[0].span.column) == (line, column)


@pytest.mark.parametrize(
    ("file", "faults"),
    [
        ("larkwheel/year.yaml", YEAR),
        ("larkwheel/q2.yaml", QUARTER),
        ("tuoli-vision/roadmap.yaml", EVENTS),
        ("muchi-dental/roadmap.yaml", PYRAMID),
    ],
)
def test_each_example_has_ten_or_more(file: str, faults: list[tuple[str, str, str]]) -> None:
    assert len({new for _, new, _ in faults}) >= 10, file
    assert any(MARK in new for _, new, _ in faults)
