"""What the pyramid's own sections say: the layers at a glance, stakeholders, playbooks with their diagram, goals by person."""

from pathlib import Path

from roadmapctl.project import check_text
from roadmapctl.report.figures.markdown import pieces
from roadmapctl.report.view import layers, transformation
from roadmapctl.report.wording import Wording
from tests.cli.run import roadmapctl
from tests.frameworks.plans import scaffolded

PLAN = """
roadmap: 1
name: X
period: 2027
metrics: {leads: {name: Leads, kind: flow}}
goals: {more: {metric: leads, target: 400}, other: {metric: leads, target: 5}}
milestones: {m: {goal: more, metric: leads, target: 400}}
market: {segments: {a: {who: A}}}
strategy: {means: {fairs: {name: Fairs}}}
playbooks:
  fair:
    name: Fair
    systems: {scrm: {does: knows the visit, sends: {crm: [visit]}}}
    sequence: [{at: -7d, channel: email, message: come}, {at: -1d, message: come now}]
    kpis: {educate: [leads]}
tactics:
  spring: {name: Spring, owner: lin, milestone: m, segment: a, playbook: fair, event: {date: 2027-01-05}, contributes: {leads: 300}}
  summer: {name: Summer, channel: post, playbook: fair, event: {format: fair}}
organization:
  functions: [data]
  people: {lin: {name: Lin, functions: [events], goals: [more]}}
  stakeholders:
    sales: {name: Sales, level: middle, stance: opposed, concern: who owns the BDR team}
    cfo: {name: CFO, level: executive}
    coo: {name: COO, level: executive, stance: concerned, concern: cost, resolution: a cap}
"""


def words(language: str = "en", text: str = PLAN) -> Wording:
    checked = check_text(text.encode(), "plan.yaml")
    assert checked.plan is not None, checked.diagnostics
    return Wording(checked.plan, "zh" if language == "zh" else "en")


def test_the_layers_say_what_there_is_and_what_is_open() -> None:
    [section] = layers.layers(words())
    assert section.table is not None
    assert section.table.rows == (
        (
            "Cognition",
            "executives: 2, middle managers: 1; conflicts: 2, resolved: 1",
            "no resolution: Sales; not asked yet: CFO",
        ),
        (
            "Process",
            "playbooks: 1, runs: 2, dated touches: 2",
            "no date: Summer; touches outside the plan or their tactic: 1; no KPI at a level: Fair",
        ),
        ("Application", "means: 1, channels in use: 2", "channels without an owner: Post"),
        (
            "Organisation",
            "people: 1, functions: 2, goals: 2",
            "functions nobody carries: data; goals nobody answers for: Other",
        ),
    )
    [chinese] = layers.layers(words("zh"))
    assert chinese.table is not None and [row[0] for row in chinese.table.rows] == [
        "认知层",
        "流程层",
        "应用层",
        "组织层",
    ]
    assert chinese.table.rows[0][2] == "未解决：Sales；尚未征询：CFO"


def test_a_plan_without_the_pyramids_parts_has_no_layers() -> None:
    assert layers.layers(words(text="roadmap: 1\nname: X\n")) == ()


def test_concerns_stand_beside_their_resolutions() -> None:
    everybody, conflicts = transformation.stakeholders(words())
    assert everybody.table is not None and [row[0] for row in everybody.table.rows] == ["CFO", "COO", "Sales"]
    assert conflicts.table is not None and conflicts.table.rows == (
        ("COO", "cost", "a cap"),
        ("Sales", "who owns the BDR team", ""),
    )
    assert conflicts.notes == ("Conflicts: 2, resolved: 1.", "Without a resolution: Sales.", "Not asked yet: CFO.")


def test_a_playbook_is_told_with_the_diagram_of_its_systems() -> None:
    markdown = "\n".join(piece for section in transformation.playbooks(words()) for piece in pieces(section, ": "))
    assert "| Social CRM | knows the visit | visit → CRM |" in markdown
    assert "| CRM | not described |" in markdown
    assert '    n0["Social CRM"]\n    n1["CRM"]\n    n0 -->|"visit"| n1\n    style n1 stroke-dasharray: 4' in markdown
    assert "| 7 days before | E-mail | come |" in markdown
    assert "| Advocate |  | gap: no KPI |" in markdown


def test_runs_are_told_with_every_touch_on_its_day() -> None:
    _, calendar = transformation.runs(words())
    assert calendar.table is not None
    assert [[cell.replace("\u00a0", " ") for cell in row] for row in calendar.table.filled().rows] == [
        ["Tue 29 Dec 2026", "7 days before", "Spring", "E-mail", "A", "come", "before the plan begins"],
        ["Mon 4 Jan 2027", "1 day before", "Spring", "", "A", "come now", ""],
        ["Tue 5 Jan 2027", "the event", "Spring", "", "A", "", ""],
    ]
    assert "Summer has no day to count from: write its event.date." in calendar.notes


def test_goals_are_broken_down_where_somebody_carries_them() -> None:
    titles = [section.title for section in transformation.goals_by_person(words())]
    assert titles == ["", "More", "Other"]
    assert transformation.goals_by_person(words(text="roadmap: 1\nname: X\ngoals: {a: {}}\n")) == ()


def test_the_report_of_the_scaffold_tells_the_pyramid_from_top_to_base(tmp_path: Path) -> None:
    assert scaffolded("pyramid")["organization"]["functions"]
    roadmapctl("init", tmp_path, "--framework", "pyramid", "--year", 2027)
    out = roadmapctl("report", tmp_path).out
    order = [
        "## Cognition", "### The pyramid at a glance", "## Process", "### Trade show: the journey", "```mermaid\nflowchart LR",
        "### Dated touches in 2027", "## Application", "## Organisation", "### Goals broken down to people", "### Who has how much",
    ]  # fmt: skip
    places = [out.index(part) for part in order]
    assert places == sorted(places)
    # two shows, seven touches each
    assert out.count(" before |") + out.count(" after |") == 14 + 7
