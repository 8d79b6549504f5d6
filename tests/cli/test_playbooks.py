"""`roadmapctl playbooks`: dated touches in both languages, a new run, the diagram, and what cannot be done."""

import csv
import json
from pathlib import Path

import pytest

from tests.cli.run import roadmapctl

PLAN = """\
roadmap: 1
name: Fairs
period: 2027
market: {segments: {workshops: {name: Workshops, who: Owners}}}
metrics:
  visits: {name: Visits, unit: people, kind: flow, level: educate}
  leads: {name: Leads, unit: people, kind: flow, level: engage}
playbooks:
  fair:
    name: Fair
    touchpoints: [{customer: scans the code, behind: the visit is noted, system: scrm}]
    systems:
      scrm: {does: knows the visit, sends: {crm: [visit, "score | 1"]}}
      crm: {does: holds the deal}
    sequence:
      - {at: -7d, channel: email, message: invitation}
      - {at: -1h, channel: sms, message: the stand}
      - {at: +1d, channel: email, message: thanks}
    kpis: {educate: [visits], engage: [leads]}
    saves_hours: 6
    learned: [A guide at the code doubles the scans.]
tactics:
  spring: {name: Spring fair, channel: trade-show, segment: workshops, start: 2027-04-01, end: 2027-05-28, playbook: fair,
    event: {date: 2027-05-12, time: "09:30"}}
  autumn: {name: Autumn fair, channel: trade-show, segment: workshops, start: 2027-08-02, end: 2027-10-29, playbook: fair,
    event: {date: 2027-10-06}}
  road-show: {name: Road show, start: 2027-08-02, end: 2027-10-29, playbook: fair, event: {format: road-show}}
measurement:
  insights: [{learned: Calls before ten are answered, from: spring, so: call at nine}, {learned: Nothing to do with it}]
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "roadmap.yaml"
    path.write_text(PLAN, "utf-8")
    return path


def test_text_has_every_touch_on_its_day(plan: Path) -> None:
    done = roadmapctl("playbooks", plan)
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    rows = [" ".join(line.split()) for line in lines]
    assert rows[:5] == [
        "Playbooks: Fairs",
        "Playbooks Fair",
        "Runs Spring fair (12 May 2027), Autumn fair (6 Oct 2027)",
        "Touches 6, 5 May – 7 Oct 2027",
        "Saves 6 hours a run, 18 in all",
    ]
    assert "Road show has no day to count from: write its event.date." in rows
    assert "Dated touches in 2027" in rows
    start = next(n for n, row in enumerate(rows) if row.startswith("Date Time"))
    assert rows[start + 2 : start + 10] == [
        "Wed 5 May 7 days before Spring fair E-mail Workshops invitation",
        "Wed 12 May 08:30 1 hour before Spring fair Text message Workshops the stand",
        "Wed 12 May 09:30 the event Spring fair Trade show Workshops",
        "Thu 13 May 1 day after Spring fair E-mail Workshops thanks",
        "Wed 29 Sep 7 days before Autumn fair E-mail Workshops invitation",
        "Wed 6 Oct 1 hour before Autumn fair Text message Workshops the stand",
        "Wed 6 Oct the event Autumn fair Trade show Workshops",
        "Thu 7 Oct 1 day after Autumn fair E-mail Workshops thanks",
    ]
    assert "Advocate gap: no KPI" in rows
    assert "Spring fair: Calls before ten are answered → call at nine" in rows
    assert not any("Nothing to do with it" in row for row in rows)


def test_chinese_says_the_same(plan: Path) -> None:
    english = roadmapctl("playbooks", plan, "--format", "md")
    chinese = roadmapctl("playbooks", plan, "--format", "markdown", "--language", "zh")
    assert len(chinese.out.splitlines()) == len(english.out.splitlines())
    for words in (
        "# 剧本：Fairs",
        "提前7天",
        "1天后",
        "活动当日",
        "缺口：没有指标",
        "2027年5月12日",
        "5月12日 周三",
        "2027年触达日历",
    ):
        assert words in chinese.out.replace("\u00a0", " ")
    assert "Road show 没有可作基准的日期：请填写 event.date。" in chinese.out


def test_json_is_stable(plan: Path) -> None:
    data = json.loads(roadmapctl("playbooks", plan, "--format", "json").out)
    assert list(data) == ["version", "playbooks", "runs", "touches", "clashes", "findings"] and data["version"] == 1
    [book] = data["playbooks"]
    assert book["runs"] == ["spring", "autumn", "road-show"]
    assert book["kpi_gaps"] == ["advocate"] and book["kpis"] == {
        "educate": ["visits"],
        "engage": ["leads"],
        "advocate": [],
    }
    assert book["flows"] == [{"from": "scrm", "to": "crm", "fields": ["visit", "score | 1"]}]
    assert [lesson["tactic"] for lesson in book["learned"]] == [None, "spring"]
    assert data["runs"][0] == {
        "tactic": "spring", "playbook": "fair", "segment": "workshops", "date": "2027-05-12", "time": "09:30", "counted_from": "event",
        "number": 1, "of": 1, "estimated": False,
    }  # fmt: skip
    assert data["runs"][2]["date"] is None and data["runs"][2]["counted_from"] is None
    assert data["touches"][1] == {
        "date": "2027-05-12", "time": "08:30", "at": "-1h", "tactic": "spring", "number": 1, "playbook": "fair", "step": 2,
        "channel": "sms", "segment": "workshops", "message": "the stand", "outside": None,
    }  # fmt: skip


def test_csv_has_a_row_for_every_touch_and_no_formula(plan: Path) -> None:
    plan.write_text(PLAN.replace("message: thanks", "message: =1+1"), "utf-8")
    rows = list(csv.DictReader(roadmapctl("playbooks", plan, "--format", "csv").out.splitlines()))
    assert [(row["date"], row["time"], row["tactic"]) for row in rows] == [
        ("2027-05-05", "", "spring"),
        ("2027-05-12", "08:30", "spring"),
        ("2027-05-13", "", "spring"),
        ("2027-09-29", "", "autumn"),
        ("2027-10-06", "", "autumn"),
        ("2027-10-07", "", "autumn"),
    ]
    assert {row["message"][0] for row in rows if "1+1" in row["message"]} == {"'"}
    assert rows[0]["channel"] == "email" and rows[0]["segment"] == "workshops" and rows[0]["step"] == "1"


def test_a_new_run_is_dated_and_held_against_what_is_planned(plan: Path) -> None:
    new = ("--for", "fair", "--date", "2027-05-20")
    done = roadmapctl("playbooks", plan, *new, "--time", "14:00", "--segment", "workshops")
    assert done.code == 0
    assert "14:00" in done.out and "13:00" in done.out
    met = "13 May 2027: E-mail reaches Workshops for Spring fair (1 day after), New: Fair (7 days before)."
    assert met in done.out.replace("\u00a0", " ")
    data = json.loads(roadmapctl("playbooks", plan, *new, "--segment", "workshops", "--format", "json").out)
    assert [(t["date"], t["at"], t["tactic"]) for t in data["touches"]] == [
        ("2027-05-13", "-7d", None),
        ("2027-05-20", "-1h", None),
        ("2027-05-21", "+1d", None),
    ]
    assert [(c["date"], len(c["touches"])) for c in data["clashes"]] == [("2027-05-13", 2)]
    early = roadmapctl("playbooks", plan, "--for", "fair", "--date", "2027-01-02")
    assert early.code == 0 and "Touches before the plan begins: 1." in early.out


def test_the_diagram_is_one_that_no_name_can_break(plan: Path) -> None:
    done = roadmapctl("playbooks", plan, "--format", "mermaid")
    assert done.out == ('flowchart LR\n    n0["Social CRM"]\n    n1["CRM"]\n    n0 -->|"visit, score #124; 1"| n1\n')


def test_what_cannot_be_done(plan: Path, tmp_path: Path) -> None:
    for arguments, said in (
        (("--for", "fiar"), "--for fiar: the plan has no such playbook; did you mean fair?"),
        (("--date", "2027-05-12"), "--for trade-show --date 2027-05-12"),
        (("--for", "fair", "--time", "9:00"), "--for trade-show --date 2027-05-12"),
        (("--for", "fair", "--date", "12.5.2027"), "write it as year-month-day"),
        (("--for", "fair", "--date", "2027-02-30"), "2027-02-28"),
        (("--for", "fair", "--date", "2027-05-12", "--time", "24:00"), "09:30"),
        (("--for", "fair", "--date", "2027-05-12", "--segment", "workshop"), "did you mean workshops?"),
    ):
        done = roadmapctl("playbooks", plan, *arguments)
        assert (done.code, done.out) == (2, "") and said in done.err, (arguments, done)
    bare = tmp_path / "bare.yaml"
    bare.write_text("roadmap: 1\nname: X\n")
    done = roadmapctl("playbooks", bare)
    assert (done.code, done.out) == (1, "") and "playbooks: {trade-show:" in done.err
    bare.write_text("roadmap: 1\nname: X\nlanguage: zh\nplaybooks: {a: {systems: {crm: {does: x}}}}\n")
    done = roadmapctl("playbooks", bare, "--format", "mermaid")
    assert (done.code, done.out) == (1, "") and "系统之间没有字段流转" in done.err
    assert roadmapctl("playbooks", bare).code == 0


def test_a_series_is_dated_evenly_and_says_that_its_days_are_estimates(plan: Path) -> None:
    plan.write_text(PLAN.replace("{date: 2027-10-06}", "{date: 2027-10-06, events: 3}"), "utf-8")
    out = roadmapctl("playbooks", plan).out
    rows = [" ".join(line.replace("\u00a0", " ").split()) for line in out.splitlines()]
    assert "Runs 4, 12 May – 29 Oct 2027" in rows
    assert "Sun 17 Oct the event Autumn fair (2 of 3) Trade show Workshops day estimated" in rows
    assert "Fri 29 Oct the event Autumn fair (3 of 3) Trade show Workshops day estimated" in rows
    assert any(row.startswith("Autumn fair is a series of 3: its days lie evenly") for row in rows)
    assert "Autumn fair（第2场，共3场）" in roadmapctl("playbooks", plan, "--language", "zh", "--format", "md").out
    plan.write_text(PLAN.replace("{date: 2027-10-06}", "{date: 2027-10-06, events: 3000}"), "utf-8")
    assert "is a series of 3000, and only its first event has a date" in roadmapctl("playbooks", plan).out


def test_a_playbook_that_nobody_follows_says_how_to_run_it(plan: Path) -> None:
    plan.write_text(PLAN.replace("playbooks:\n", "playbooks:\n  empty: {name: Empty}\n", 1), "utf-8")
    out = roadmapctl("playbooks", plan).out
    assert "No tactic follows the playbook Empty yet: write playbook: empty into one" in out
    assert "The playbook Empty has no steps" in out
    assert "Fair has no steps" not in out and "follows the playbook Fair" not in out


def test_days_that_meet_are_told_up_to_a_number(plan: Path) -> None:
    again = "".join(
        f"  t{n}: {{segment: workshops, start: 2027-03-01, end: 2027-11-30, playbook: fair, event: {{date: 2027-06-{2 + n:02d}}}}}\n"
        for n in range(0, 27, 2)
    )
    plan.write_text(PLAN.replace("measurement:\n", f"{again}measurement:\n"), "utf-8")
    out = roadmapctl("playbooks", plan, "--language", "zh").out
    assert "2027年6月" in out and "另有 " in out and "与其他触达撞期" in out
