"""One slip in how a plan is laid out is one finding, however many keys it spoils."""

from pathlib import Path

import pytest

from roadmapctl.project import check
from tests.plans import found

HEADER = "roadmap: 1\nname: 春季\nlanguage: zh\nperiod: 2027\ncurrency: CNY\n"
GOALS = """\
leads:
  statement: 2027年6月30日前拿到400条线索
  metric: leads
  baseline: 0
  target: 400
  due: 2027-06-30
deals:
  statement: 2027年12月31日前签下20家客户
  metric: deals
  baseline: 0
  target: 20
  due: 2027-12-31
"""


def _folder(at: Path, files: dict[str, str]) -> list[tuple[str, str, int, int]]:
    for name, text in files.items():
        (at / name).parent.mkdir(exist_ok=True)
        (at / name).write_text(text, "utf-8")
    return [(Path(d.span.file).name, d.code, d.span.line, d.span.column) for d in check(at).diagnostics]


def _under(section: str, text: str) -> str:
    return f"{section}:\n" + "".join(f"  {line}\n" for line in text.splitlines())


METRICS = "metrics:\n  leads: {name: 线索, unit: 条, kind: flow}\n  deals: {name: 签约, unit: 家, kind: flow}\n"


def test_a_section_file_without_its_section_is_told_once(tmp_path: Path) -> None:
    header = f"{HEADER}framework: [quarterly]\nfocus: {{calls: {{goals: [leads]}}}}\n"
    files = {"roadmap.yaml": HEADER, "metrics.yaml": METRICS, "goals.yaml": GOALS}
    assert _folder(tmp_path, files) == [("goals.yaml", "RM010", 1, 1)]
    assert not {"RM301", "RM030"} & {code for _, code, _, _ in _folder(tmp_path, {**files, "roadmap.yaml": header})}


def test_with_its_section_it_is_read(tmp_path: Path) -> None:
    assert (
        _folder(tmp_path, {"roadmap.yaml": HEADER, "metrics.yaml": METRICS, "goals.yaml": _under("goals", GOALS)}) == []
    )


def test_another_key_beside_the_section_is_a_wrong_key(tmp_path: Path) -> None:
    goals = _under("goals", GOALS) + "gaols: {}\n"
    assert _folder(tmp_path, {"roadmap.yaml": HEADER, "metrics.yaml": METRICS, "goals.yaml": goals}) == [
        ("goals.yaml", "RM010", 14, 1)
    ]


def test_a_file_in_a_sections_folder_stands_for_itself(tmp_path: Path) -> None:
    files = {
        "tactics/a.yaml": "tactics:\n  calls: {start: 2027-01-04, end: 2027-02-26}\n",
        "tactics/b.yaml": "mails: {}\nfairs: {}\n",
    }
    assert _folder(tmp_path, {"roadmap.yaml": HEADER, **files}) == [("b.yaml", "RM010", 1, 1)]


def test_a_sentence_with_two_commas_is_told_once() -> None:
    goal = (
        "{statement: 年底付费客户从2,000家增加到2,800家, metric: deals, baseline: 2000, target: 2800, due: 2027-12-31}"
    )
    text = f"{HEADER}{METRICS}goals:\n  paying: {goal}\n"
    line, column = text.count("\n"), len("  paying: ") + goal.index(",") + 2
    assert found(text) == [("RM010", line, column)]


def test_two_sentences_with_commas_are_two_slips() -> None:
    goal = "{name: 先到1,200家, statement: 年底到2,800家}"
    assert [code for code, _, _ in found(f"{HEADER}goals:\n  paying: {goal}\n")] == ["RM010", "RM010"]


TACTICS = """\
milestones:
  many: {date: 2027-06-25, goal: leads, metric: leads, target: 400}
tactics:
  calls: {milestone: many, start: 2027-01-04, end: 2027-03-26, contributes: {leads: 150}}
  fairs: {milestone: many, start: 2027-02-01, end: 2027-04-30, contributes: {leads: 120}}
  posts: {milestone: many, start: 2027-03-01, end: 2027-06-18, contributes: {leads: 130}}
"""


@pytest.mark.parametrize("copied", ["fairs", "posts"])
def test_a_copied_tactic_with_the_id_of_another_is_told_once(copied: str) -> None:
    plan = f"{HEADER}{METRICS}{_under('goals', GOALS)}{TACTICS}"
    assert found(plan) == []
    findings = found(plan.replace(f"  {copied}:", "  calls:"))
    assert [code for code, _, _ in findings] == ["RM003"]


def test_a_doubled_key_hides_no_other_fault() -> None:
    plan = f"{HEADER}{METRICS}{_under('goals', GOALS)}{TACTICS}"
    slips = plan.replace("  fairs:", "  calls:").replace("end: 2027-06-18", "end: 2027-06-28")
    assert [code for code, _, _ in found(slips)] == ["RM003", "RM604"]
