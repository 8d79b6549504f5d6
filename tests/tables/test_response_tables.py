"""Tables of spend and response as marketing-mix tools write them, and as accidents leave them."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.i18n.text import say
from roadmapctl.model.funnel import Response
from roadmapctl.project import check
from roadmapctl.tables.csv_file import MAX_BYTES, MAX_ROWS
from roadmapctl.tables.response import table_points
from roadmapctl.tables.unusable import Unusable

# Columns as each tool writes them; the numbers are ours.
ROBYN = """\
"","ds","channel","response","spend"
"1","2025-11-03","search_S",310.5,12000
"2","2025-11-10","tv_S",90,8000
"3","2025-11-17","search_S",0,0
"4","2025-11-24","search_S",500.25,3e+04
"5","2025-12-01","tv_S",150,2e+04
"6","2025-12-08","search_S",310.5,12000
"""
MERIDIAN = """\
channel,metric,spend_multiplier,spend,incremental_outcome
search,mean,0.0,0.0,0.0
search,ci_lo,0.0,0.0,0.0
search,mean,1.0,26000.0,410.0
search,ci_lo,1.0,26000.0,300.0
search,mean,2.0,52000.0,640.0
search,ci_lo,2.0,52000.0,500.0
tv,mean,1.0,9000.0,99.0
"""
MERIDIAN_PLANNER = """\
Group ID,Channel,Spend,Incremental Outcome
7f,search,0,0
7f,search,26000,52000.5
7f,tv,9000,30000
"""
PYMC_MARKETING = """\
x,channel,mean,median,abs_error_94_lower,abs_error_94_upper
0.0,search,0.0,0.0,0.0,0.0
500.0,search,21.5,21.0,15.0,28.0
1000.0,search,33.0,32.5,24.0,41.0
500.0,tv,4.0,4.0,1.0,7.0
"""


def points(text: str | bytes, **keys: Any) -> list[tuple[float, float]]:
    data = text.encode() if isinstance(text, str) else text
    found = table_points(data, "curves.csv", Response(table="curves.csv", **keys))
    return [(float(point.spend), float(point.response)) for point in found]


def fault(text: str | bytes, **keys: Any) -> tuple[str, str]:
    """The key that is blamed, and what is said of it."""
    with pytest.raises(Unusable) as error:
        points(text, **keys)
    message = error.value.message
    assert say(message.en, message.zh, message.fields, "zh") != say(message.en, message.zh, message.fields, "en")
    return error.value.key, say(message.en, message.zh, message.fields, "en")


def test_robyn() -> None:
    curve = points(ROBYN, rows={"channel": "search_S"}, units="response")
    assert curve == [(0, 0), (12_000, 310.5), (30_000, 500.25)]


def test_meridian() -> None:
    rows = {"channel": "search", "metric": "mean"}
    assert points(MERIDIAN, rows=rows, units="incremental_outcome") == [(0, 0), (26_000, 410), (52_000, 640)]
    planner = points(MERIDIAN_PLANNER, rows={"Channel": "search"}, revenue="Incremental Outcome")
    assert planner == [(0, 0), (26_000, 52_000.5)]


def test_pymc_marketing() -> None:
    assert points(PYMC_MARKETING, rows={"channel": "search"}, spend="x", units="mean") == [
        (0, 0),
        (500, 21.5),
        (1000, 33),
    ]


@pytest.mark.parametrize(
    "text",
    ["spend,leads\n100,5\n200,8\n", "spend;leads\n100,0;5,0\n200;8\n", "spend\tleads\n100\t5\n\n200\t8", "\ufeffspend,leads\r\n200,8\r\n100,5\r\n", '"Spend","leads"\n"100"," 5 "\n200,8\n'],
    ids=["comma", "semicolon and decimal comma", "tab and a blank line", "mark, CRLF, any order", "quotes and capitals"],
)  # fmt: skip
def test_forms_of_csv(text: str) -> None:
    assert points(text, units="leads") == [(100, 5), (200, 8)]


@pytest.mark.parametrize(
    ("text", "keys", "key", "says"),
    [
        ("spend,leads\n1,2\n", {"units": "mqls"}, "units", "curves.csv has no column “mqls”; it has: spend, leads"),
        ("spend,leads\n1,2\n", {"revenue": "sales"}, "revenue", "no column “sales”"),
        ("cost,leads\n1,2\n", {"units": "leads"}, "table", "no column “spend”; it has: cost, leads"),
        ("cost,leads\n1,2\n", {"units": "leads", "spend": "costs"}, "spend", "no column “costs”"),
        ("spend,Leads,LEADS\n1,2,3\n", {"units": "leads"}, "units", "several columns “leads”"),
        (MERIDIAN, {"units": "incremental_outcome", "rows": {"channel": "radio"}}, "rows", "no row with “radio” in the column channel; there are: search, tv"),
        (MERIDIAN, {"units": "incremental_outcome", "rows": {"Kanal": "tv"}}, "rows", "no column “Kanal”"),
        (MERIDIAN, {"units": "incremental_outcome", "rows": {"channel": "search"}}, "table", "more spend brings less, or the same spend something else (lines 5 and 4)"),
        (ROBYN, {"units": "response"}, "table", "lines 7 and 6"),
        ("spend,leads\n1,2\n5,1\n", {"units": "leads"}, "table", "lines 2 and 3"),
        ("spend,leads\n1,2\n5,\n", {"units": "leads"}, "table", "curves.csv:3: “” in the column leads is not a number"),
        ("spend,leads\n1,2\n5,NA\n", {"units": "leads"}, "table", "curves.csv:3: “NA”"),
        ("spend,leads\n1,2\n5,inf\n", {"units": "leads"}, "table", "“inf”"),
        ("spend,leads\n1,2\n5\n", {"units": "leads"}, "table", "curves.csv:3: “” in the column leads"),
        ("spend,leads\n-1,2\n", {"units": "leads"}, "table", "“-1”"),
        ("spend,leads\n1e400,2\n", {"units": "leads"}, "table", "“1e400”"),
        ("spend,leads\n=1+1,2\n", {"units": "leads"}, "table", "“=1+1” in the column spend is not a number"),
        ("spend,leads\n0,2\n", {"units": "leads"}, "table", "no row with a spend above 0"),
        ("spend,leads\n", {"units": "leads"}, "table", "no rows below a header"),
        ("", {"units": "leads"}, "table", "curves.csv:1: the file is empty"),
        ('spend,leads\n"1,2\n', {"units": "leads"}, "table", "this is no CSV; check the quotes"),
        (b"spend,leads\n1,2\n3,\xff\n", {"units": "leads"}, "table", "curves.csv:3: the file is not UTF-8 (byte 0xFF here)"),
        ("spend,leads\n1,2\n".encode("utf-16"), {"units": "leads"}, "table", "not UTF-8"),
        (b"spend,leads\n1,2\n\0\n", {"units": "leads"}, "table", "curves.csv:3: a control character (U+0000) stands here"),
        ("spend,leads\n1," + "9" * 200_000, {"units": "leads"}, "table", "curves.csv:2"),
        (b"1" * (MAX_BYTES + 1), {"units": "leads"}, "table", "larger than 8 MB"),
        ("spend,leads\n" + "1,1\n" * (MAX_ROWS + 1), {"units": "leads"}, "table", "more than 100,000 rows"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line(text: str | bytes, keys: dict[str, Any], key: str, says: str) -> None:
    blamed, said = fault(text, **keys)
    assert blamed == key and says in said


def test_the_noise_of_written_floats_is_no_fault() -> None:
    assert points("spend,leads\n1,100.0000000000001\n2,100\n3,120\n", units="leads") == [
        (1, 100.0000000000001),
        (2, 100.0000000000001),
        (3, 120),
    ]


@given(st.binary(max_size=300))
def test_any_bytes_are_points_or_a_fault(data: bytes) -> None:
    try:
        found = table_points(b"spend,leads\n" + data, "x.csv", Response(table="x.csv", units="leads"))
    except Unusable:
        return
    assert found[-1].spend > 0 and all(isinstance(value, Decimal) for point in found for value in point)


# --- a plan that names them

PLAN = """\
roadmap: 1
name: Spring
currency: EUR
period: 2027
metrics:
  revenue: {name: Revenue, unit: EUR, kind: flow}
goals:
  sales: {metric: revenue, baseline: 0, target: 90_000, due: 2027-12-31}
funnel:
  goal: sales
  deal_size: 1_200
  stages:
    - {id: lead, rate: 30%}
    - {id: customer}
  sources:
    search:
      response: {table: TABLE, rows: {channel: search, metric: mean}, units: incremental_outcome}
"""


def findings(folder: Path, table: str) -> list[tuple[str, str, int, int]]:
    (folder / "plan.yaml").write_text(PLAN.replace("TABLE", table))
    checked = check(folder / "plan.yaml")
    return [(d.code, ".".join(map(str, d.path)), d.span.line, d.span.column) for d in checked.diagnostics]


@pytest.mark.parametrize("name", ["curves.csv", "data/curves.csv", "funnel/curves.csv", "../beside.CSV"])
def test_a_table_is_found_from_the_plans_folder(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "plan"
    folder.mkdir()
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(MERIDIAN)
    assert findings(folder, name) == []
    plan = check(folder / "plan.yaml").plan
    assert plan is not None and [tuple(map(int, point)) for point in plan.tables["search"]] == [
        (0, 0),
        (26_000, 410),
        (52_000, 640),
    ]


def test_a_table_in_a_plan_folder_is_found_from_it(tmp_path: Path) -> None:
    (tmp_path / "roadmap.yaml").write_text(PLAN.replace("TABLE", "funnel/curves.csv"))
    (tmp_path / "funnel").mkdir()
    (tmp_path / "funnel" / "curves.csv").write_text(MERIDIAN)
    assert check(tmp_path).diagnostics == ()


@pytest.mark.parametrize(
    "name", ["no-such.csv", "/etc/passwd", "secrets.txt", "~/curves.csv", "C:\\\\curves.csv", ".", "a-folder.csv"]
)
def test_what_is_no_table_beside_the_plan_is_a_finding_at_its_place(tmp_path: Path, name: str) -> None:
    (tmp_path / "secrets.txt").write_text("spend,incremental_outcome\n1,1\n")
    (tmp_path / "a-folder.csv").mkdir()
    assert findings(tmp_path, f'"{name}"') == [("RM843", "funnel.sources.search.response.table", 17, 25)]


def test_a_wrong_row_is_a_finding_at_rows(tmp_path: Path) -> None:
    (tmp_path / "curves.csv").write_text(MERIDIAN.replace("search", "social"))
    ((code, path, _, _),) = findings(tmp_path, "curves.csv")
    assert (code, path) == ("RM843", "funnel.sources.search.response.rows")
