"""A CSV file of actual figures as people keep them, and every fault at its line and column."""

import os
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.actuals.csv_file import CsvFile
from roadmapctl.i18n.text import say
from roadmapctl.model import Plan
from roadmapctl.model.actuals import Record
from roadmapctl.project import Checked, check, check_text

PLAN = """\
roadmap: 1
name: Spring
currency: EUR
period: 2027
market:
  segments:
    firms: {name: 企业}
metrics:
  leads: {name: New leads, unit: people, kind: flow}
  readers: {unit: people, kind: stock}
  contact-rate: {unit: rate, kind: stock}
goals:
  lead-goal: {metric: leads, baseline: 0, target: 400, due: 2027-12-31}
  reader-goal: {metric: readers, baseline: 4_000, target: 5_000, due: 2027-12-31}
  rate-goal: {metric: contact-rate, baseline: 1%, target: 2%, due: 2027-12-31}
milestones:
  all-of-them: {date: 2027-12-17, goal: lead-goal, metric: leads, target: 400}
tactics:
  webinars: {milestone: all-of-them, channel: webinar, start: 2027-01-11, end: 2027-12-11, contributes: {leads: 400}}
measurement:
  actuals: ACTUALS
"""
HEAD = "date,metric,value,source,segment,tactic\n"


@pytest.fixture(scope="module")
def plan() -> Plan:
    plan = check_text(PLAN.encode(), "plan.yaml").plan
    assert plan is not None
    return plan


def written(folder: Path, actuals: str = "actuals.csv") -> Checked:
    (folder / "plan.yaml").write_text(PLAN.replace("ACTUALS", actuals))
    return check(folder / "plan.yaml")


def records(plan: Plan, data: str | bytes) -> tuple[Record, ...]:
    content = data.encode() if isinstance(data, str) else data
    reading = CsvFile("a.csv").records(plan, Path(), lambda path: [(str(path), content)])
    assert reading.faults == () and reading.recorded is not None
    return reading.recorded.records


def faults(plan: Plan, data: str | bytes) -> list[tuple[str, int, int, str]]:
    """(code, line, column, sentence) of what is wrong."""
    content = data.encode() if isinstance(data, str) else data
    reading = CsvFile("a.csv").records(plan, Path(), lambda path: [(str(path), content)])
    found = []
    for fault in reading.faults:
        assert fault.span is not None and say(fault.help.en, fault.help.zh, fault.help.fields, "zh")
        en, zh = (say(fault.message.en, fault.message.zh, fault.message.fields, language) for language in ("en", "zh"))
        assert en != zh
        found.append((fault.code, fault.span.line, fault.span.column, en))
    return found


ONE = Record(date(2027, 1, 31), "leads", Decimal(1200), "webinar", "firms", "webinars", 2)


@pytest.mark.parametrize(
    "data",
    [
        HEAD + "2027-01-31,leads,1200,webinar,firms,webinars\n",
        "\ufeff" + HEAD.replace("\n", "\r\n") + "2027/1/31,leads,1200,webinar,firms,webinars\r\n",
        HEAD.replace(",", ";") + "2027-01-31;leads;1200,0;webinar;firms;webinars",
        HEAD.replace(",", "\t") + "2027年1月31日\tleads\t1200\twebinar\tfirms\twebinars\n\n",
        "Date, Metric ,VALUE,source,segment,tactic\n" + '2027-01-31,leads,"1,200",webinar,firms,webinars\n',
        "日期，指标，数值，来源，细分市场，打法\n2027-01-31，New leads，0.12万，webinar，企业，webinars\n",
        "note,tactic,segment,source,value,metric,date\n" + "late,webinars,firms,webinar,1200,leads,20270131\n",
    ],
    ids=["plain", "mark, CRLF, slashes", "semicolons, decimal comma", "tabs", "quotes", "Chinese", "other order"],
)
def test_forms(plan: Plan, data: str) -> None:
    assert records(plan, data) == (ONE,)


def test_records_stand_in_order_of_their_days_and_empty_values_are_none(plan: Plan) -> None:
    data = "date,metric,value\n2027-02-28,leads,2\n2027-03-31,leads,\n2027-01-31,leads,1\n,,\n2027-04-30,leads\n"
    assert [(r.date.month, r.value, r.is_whole) for r in records(plan, data)] == [(1, 1, True), (2, 2, True)]


def test_money_spent_needs_no_metric(plan: Plan) -> None:
    assert records(plan, "date,metric,value\n2027-01-31,spend,12.5\n")[0].metric == "spend"


def test_sources_are_channels_and_what_is_other(plan: Plan) -> None:
    rows = records(plan, HEAD + "2027-01-31,leads,1,webinar,,\n2027-01-31,leads,2,other,,\n")
    assert [record.source for record in rows] == ["webinar", "other"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("date,metric,value\n2027-02-30,leads,1\n", [("RM722", 2, 1, "does not exist")]),
        ('date,metric,value\n2027-01-31,"leads",n/a\n', [("RM722", 2, 20, "“n/a” is not a number")]),
        ("date,metric,value\n2027-01-31,contact-rate,18\n", [("RM722", 2, 25, "18 times the whole")]),
        ("date,metric,value\n2027-01-31,leads,1,200\n", [("RM722", 2, 20, "more cells than the first line")]),
        ("date,metric,value\n2027-01-31,,5\n", [("RM722", 2, 12, "a value and no metric")]),
        ("date;metric;value\n2027-01-31;leads;1,200\n", [("RM722", 2, 18, "cannot be told")]),
        ("date,metric,value\n2027-01-31,lead,5\n2027-02-28,lead,5\n", [("RM723", 2, 12, "no metric of the plan: lead; rows left aside: 2")]),
        ("date,metric,value\n2027-01-31,churn,5\n2027-01-31,nps,5\n", [("RM723", 2, 12, "no metric of the plan: churn, nps; rows left aside: 2")]),
        (HEAD + "2027-01-31,leads,5,,,webinar\n", [("RM724", 2, 22, "no tactic of the plan: webinar; rows: 1")]),
        (HEAD + "2027-01-31,leads,5,,,x\n2027-01-31,leads,5,,,y\n2027-02-28,leads,5,,,x\n", [("RM724", 2, 22, "no tactic of the plan: x, y; rows: 3")]),
        (HEAD + "2027-01-31,leads,5,webinra,,\n", [("RM724", 2, 20, "no source of the plan: webinra")]),
        (HEAD + "2027-01-31,leads,5,,farms,\n", [("RM724", 2, 21, "no segment of the plan: farms")]),
        ("date,metric,value\n2027-01-31,leads,5\n2027-01-31,leads,6\n", [("RM725", 3, 1, "leads has two values on 2027-01-31: 5 (line 2) and 6")]),
        ("date,metric,value\n2027-01-31,leads,5\n2027/1/31,leads,5.0\n", [("RM726", 3, 1, "the same as line 2")]),
        ("date,metric,value\n2072-01-31,leads,5\n", [("RM727", 2, 1, "more than a year after the plan's end")]),
        (HEAD + "2027-01-10,leads,5,webinar,,\n2027-01-31,leads,4,,,\n", [("RM728", 3, 1, "the parts by source add up to 5, and the whole is 4")]),
        ("date,metric,value,tactics\n2027-01-31,leads,5,x\n", [("RM729", 1, 19, "“tactics” is not read")]),
        ("day,leads\n2027-01-31,5\n", [("RM721", 1, 1, "lacks the columns date, metric, value; it has: day, leads")]),
        ("date,metric,value,value\n2027-01-31,leads,5,6\n", [("RM721", 1, 19, "two columns “value”")]),
        ("", [("RM721", 1, 1, "the file is empty")]),
        ("date,metric,value\n2027-01-31,线索,5\n".encode("gbk"), [("RM721", 2, 12, "it looks like GBK")]),
        ("date,metric,value\n".encode("utf-16"), [("RM721", 1, 1, "not UTF-8")]),
        (b"\x00\x01\x02PK", [("RM721", 1, 1, "control character")]),
        ('date,metric,value\n2027-01-31,leads,"5\n', [("RM721", 2, 1, "check the quotes")]),
        ("<<<<<<< HEAD\ndate,metric,value\n", [("RM721", 1, 1, "git merge conflict")]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_cell(
    plan: Plan, data: str | bytes, expected: list[tuple[str, int, int, str]]
) -> None:
    found = faults(plan, data)
    assert [row[:3] for row in found] == [row[:3] for row in expected]
    assert all(says in sentence for (_, _, _, sentence), (_, _, _, says) in zip(found, expected, strict=True))


def test_an_id_that_the_plan_itself_misspells_is_told_there(tmp_path: Path) -> None:
    (tmp_path / "actuals.csv").write_text(HEAD + "2027-01-31,leads,5,,firms,webinars\n")
    slips = (("    firms: {", "    frims: {"), ("  webinars: {", "  webniars: {"), ("  leads: {", "  laeds: {"))
    for old, new in slips:
        text = PLAN.replace("ACTUALS", "actuals.csv").replace("due: 2027-12-31}", "segment: firms, due: 2027-12-31}", 1)
        text += "  reviews: {midpoint: {date: 2027-06-30, decisions: {webinars: {verdict: continue}}}}\n"
        (tmp_path / "plan.yaml").write_text(text.replace(old, new, 1))
        assert not {d.code for d in check(tmp_path / "plan.yaml").diagnostics} & {"RM723", "RM724"}


def test_figures_of_a_year_serve_its_quarters(tmp_path: Path) -> None:
    (tmp_path / "actuals.csv").write_text(
        HEAD + "2027-01-31,leads,5,webinar,firms,webinars\n2027-02-28,readers,9,,,\n2027-07-31,nonsense,5,,,nobody\n"
    )
    (tmp_path / "year.yaml").write_text(PLAN.replace("ACTUALS", "none.csv"))
    quarter = """\
roadmap: 1
name: First quarter
period: 2027-Q1
parent: year.yaml
metrics: {leads: {name: New leads, unit: people, kind: flow}}
goals: {first: {metric: leads, baseline: 0, target: 100, due: 2027-03-31, supports: lead-goal}}
tactics: {fair: {start: 2027-03-01, end: 2027-03-20, channel: fair}}
measurement: {actuals: actuals.csv}
"""
    (tmp_path / "q1.yaml").write_text(quarter)
    assert not {d.code for d in check(tmp_path / "q1.yaml").diagnostics} & {"RM720", "RM723", "RM724"}


def test_a_flood_of_faults_is_counted(plan: Plan) -> None:
    found = faults(plan, "date,metric,value\n" + "1/2/2027,leads,5\n" * 5000)
    assert len(found) == 11
    assert found[-1][3] == "more rows below cannot be read: 4,990"


def test_a_row_that_cannot_be_read_does_not_hide_the_others(plan: Plan) -> None:
    reading = CsvFile("a.csv").records(
        plan, Path(), lambda path: [("a.csv", b"date,metric,value\n2027-01-31,leads,x\n2027-02-28,leads,5\n")]
    )
    assert reading.recorded is not None and [r.value for r in reading.recorded.records] == [5]


@given(st.binary(max_size=300))
def test_any_bytes_are_records_or_faults(data: bytes) -> None:
    plan = check_text(PLAN.encode(), "plan.yaml").plan
    assert plan is not None
    content = b"date,metric,value,source,segment,tactic\n" + data
    reading = CsvFile("a.csv").records(plan, Path(), lambda path: [("a.csv", content)])
    assert reading.recorded is not None or reading.faults


# --- a plan that names them


def test_a_plan_knows_its_records(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.CSV").write_text("date,metric,value\n2027-01-31,leads,5\n")
    for name in ("data/a.CSV", "{file: data/a.CSV}"):
        checked = written(tmp_path, name)
        assert checked.diagnostics == () and checked.plan is not None
        assert checked.plan.recorded is not None and checked.plan.recorded.name == "data/a.CSV"
        assert [record.value for record in checked.plan.recorded.records] == [5]


@pytest.mark.parametrize(
    ("actuals", "says", "column"),
    [
        ("/etc/passwd.csv", "does not lie beside the plan", 12),
        ("~/a.csv", "does not lie beside the plan", 12),
        ("folder.csv", "“folder.csv” is a folder", 12),
        ("pipe.csv", "pipe.csv: not a regular file", 12),
        ("plan.csv", "is a folder", 12),
        ("actuals.xlsx", "is no CSV file", 12),
        ("'postgresql://me:secret@db/x'", "connections cannot be read yet", 12),
        ("{query: select 1}", "“query” is no source of actuals", 13),
        ("{fil: a.csv}", "“fil” is no source of actuals", 13),
        ("{file: }", "no file is named", 13),
    ],
)
def test_what_cannot_be_read_is_a_warning_at_its_place(tmp_path: Path, actuals: str, says: str, column: int) -> None:
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "plan.csv").mkdir()
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "plan.csv" / "roadmap.yaml").write_text("roadmap: 1\n")
    (tmp_path / "plan.csv" / "goals.yaml").write_text("{}\n")
    checked = written(tmp_path, actuals)
    ((code, span, en),) = [(d.code, d.span, say(*d.message[:2], d.message.fields, "en")) for d in checked.diagnostics]
    assert (code, span.line, span.column) == ("RM720", 21, column) and says in en
    assert "secret" not in en and str(tmp_path) not in en  # it is told in the report too
    assert checked.usable is not None and checked.usable.recorded is None


def test_a_file_that_is_not_there_yet_is_no_fault(tmp_path: Path) -> None:
    checked = written(tmp_path, "no-such.csv")
    assert checked.diagnostics == () and checked.plan is not None
    assert checked.plan.recorded is not None and checked.plan.recorded.records == ()


def test_a_finding_in_the_file_shows_its_line(tmp_path: Path) -> None:
    (tmp_path / "actuals.csv").write_text("date,metric,value\n2027-01-31,leads,five\n")
    checked = written(tmp_path)
    (diagnostic,) = checked.diagnostics
    assert diagnostic.span.file == str(tmp_path / "actuals.csv") and diagnostic.path == ("measurement", "actuals")
    assert checked.source_line(diagnostic.span) == "2027-01-31,leads,five"
    assert checked.usable is None
