"""Tables and lists longer than people read are cut, in both languages; what is left out is counted, and JSON has it."""

import json
import re
from fractions import Fraction
from pathlib import Path

import pytest

from roadmapctl.report.figures import Bar, Column, Figures, Section, Table
from roadmapctl.report.figures.capped import MOST_COLUMNS, MOST_NOTES, MOST_ROWS, capped
from tests.cli.run import roadmapctl

SOURCES = 250


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A plan of more sources, goals and metrics than a table shows."""
    sources = "\n".join(
        f"    src-{n}: {{name: Source {n}, feeds: lead, share: 0.4%, cost_per_unit: 9}}" for n in range(SOURCES)
    )
    metrics = "\n".join(f"  leads-{n}: {{unit: leads, kind: flow, better: up}}" for n in range(SOURCES))
    goals = "\n".join(
        f"  goal-{n}: {{name: Aim {n}, statement: 'Bring 900 leads by 31 December 2027', metric: leads-{n}, target: 900, due: 2027-12-31}}"
        for n in range(SOURCES)
    )
    file = tmp_path / "roadmap.yaml"
    file.write_text(
        f"""roadmap: 1
name: Large
currency: USD
period: 2027
metrics:
  revenue: {{unit: USD, kind: flow, better: up}}
{metrics}
goals:
  income: {{statement: 'Win 1,000,000 USD of revenue by 31 December 2027', metric: revenue, target: 1M, due: 2027-12-31}}
{goals}
funnel:
  goal: income
  deal_size: 1000
  stages:
    - {{id: lead, rate: 10%}}
    - {{id: customer}}
  sources:
{sources}
""",
        encoding="utf-8",
    )
    return file


def answer(*arguments: str | Path) -> str:
    result = roadmapctl(*map(str, arguments))
    assert result.code == 0, result.err
    return result.out


@pytest.mark.parametrize(
    ("format", "language", "said"),
    [
        ("text", "en", "50 rows are left out before the last; --format json has them all."),
        ("markdown", "zh", "最后一行之前省略 50 行，--format json 可全部列出。"),
    ],
)
def test_a_command_shows_the_first_rows_and_the_last(large: Path, format: str, language: str, said: str) -> None:
    text = answer("funnel", large, "--format", format, "--language", language)
    shown = [n for n in range(SOURCES) if re.search(rf"Source {n}\b", text)]
    assert shown == [*range(MOST_ROWS - 1), SOURCES - 1]
    assert text.count(said) == 2  # of what they bring, and of what they cost


def test_json_is_complete(large: Path) -> None:
    data = json.loads(answer("funnel", large, "--format", "json"))
    assert len(data["sources"]) == SOURCES


@pytest.mark.parametrize(("language", "said"), [("en", "\nand 51 more\n"), ("zh", "\n另有 51 项\n")])
def test_a_report_shows_as_many_goals(large: Path, language: str, said: str) -> None:
    text = answer("report", large, "--language", language)
    assert said in text
    shown = {n for n in range(SOURCES) if re.search(rf"Aim {n}\b", text)}
    assert shown == set(range(MOST_ROWS - 1))  # beside the income, which comes first


def section(rows: int, columns: int = 2, notes: int = 0) -> Section:
    heads = tuple(Column(f"head {n}", words=not n) for n in range(columns))
    body = tuple(tuple(f"{row}.{n}" for n in range(columns)) for row in range(rows))
    bars = tuple(Bar(Fraction(0), Fraction(1, row + 1)) for row in range(rows))
    return Section(table=Table(heads, body, bars), notes=tuple(f"note {n}" for n in range(notes)))


@pytest.mark.parametrize("over", [0, 1])
def test_what_is_no_longer_than_that_stays_as_it_is(over: int) -> None:
    figures = Figures("T", (section(MOST_ROWS + over, MOST_COLUMNS + over, MOST_NOTES + over),), ": ")
    assert capped(figures) == figures


def test_all_that_is_longer_is_cut_with_its_last_row_and_column() -> None:
    [cut] = capped(Figures("题", (section(MOST_ROWS + 1_234, MOST_COLUMNS + 5, MOST_NOTES + 2),), "：")).sections
    assert cut.table is not None
    assert len(cut.table.bars) == len(cut.table.rows) == MOST_ROWS + 1
    assert {len(row) for row in cut.table.rows} == {len(cut.table.columns)} == {MOST_COLUMNS}
    assert cut.table.rows[-2] == ("…",) + ("",) * (MOST_COLUMNS - 1)
    assert cut.table.rows[-1][-1] == f"{MOST_ROWS + 1_233}.{MOST_COLUMNS + 4}"
    assert cut.notes == (
        "最后一行之前省略 1,234 行，--format json 可全部列出。",
        "最后一列之前省略 5 列，--format json 可全部列出。",
        *(f"note {n}" for n in range(MOST_NOTES)),
        "另有 2 条，--format json 可全部列出",
    )
