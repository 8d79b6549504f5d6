"""Templates of one's own: what they may do, and what is said when they are wrong."""

import sys
from pathlib import Path

import pytest

from roadmapctl.report import limits, templates
from roadmapctl.report.markdown import as_markdown
from roadmapctl.report.templates import TemplateFault
from tests.cli.run import roadmapctl
from tests.report.rendered import ROOT, view_of_text

PLAN = ROOT / "examples" / "smallest"
TEXT = (PLAN / "roadmap.yaml").read_text("utf-8")


@pytest.fixture
def template(tmp_path: Path) -> Path:
    return tmp_path / "own.md.j2"


def made(template: Path, source: str, plan: str = TEXT) -> str:
    template.write_text(source, encoding="utf-8")
    return as_markdown(view_of_text(plan), template=template)


def test_a_whole_template_gets_the_view(template: Path) -> None:
    source = (
        "{{ plan.name }}: {{ goals[0].target }}, {{ funnel.chain }}{% for m in milestones %}{{ m.name }}{% endfor %}"
    )
    assert made(template, source) == "Harbour Roasters office coffee 2027: €90,000, Tasting 250 → Customer 75"


def test_what_it_prints_is_escaped_unless_it_says_safe(template: Path) -> None:
    assert made(template, "{{ '*a*' }} {{ '*a*'|safe }} {{ '<b>' ~ 1 }} {{ none }}") == "\\*a\\* *a* &lt;b&gt;1 "


def test_plan_text_is_never_a_template(template: Path) -> None:
    plan = TEXT.replace("Harbour Roasters office coffee 2027", "'{{ 7 * 7 }} {% raw %}'")
    assert made(template, "{{ plan.name }}", plan) == "{{ 7 \\* 7 }} {% raw %}"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("one\n{{ plan.bugdet }}", ":2: there is no 'bugdet' here; did you mean 'budget'?"),
        ("{{ nothing }}", ":1: 'nothing' is undefined"),
        ("{{ plan.name|titel }}", ":1: No filter named 'titel'. Did you mean 'title'?"),
        ("{% if %}", ":1: Expected an expression, got 'end of statement block'"),
        ("{% include 'gone.j2' %}", ":1: there is no template 'gone.j2'"),
        ("{% include '../../etc/passwd' %}", ":1: there is no template '../../etc/passwd'"),
        ("{{ ''.__class__.__mro__ }}", ":1: access to attribute '__class__' of 'str' object is unsafe."),
        ("{{ goals.append(1) }}", ":1: 'tuple object' has no attribute 'append'"),
        ("{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}", ":1: it calls itself without end"),
        ("{{ 1 / 0 }}", ":1: ZeroDivisionError: division by zero"),
        ("{{ 'a' ** 'b' }}", "unsupported operand"),
        ("{{ 'x' * 1000000000 }}", ":1: OverflowError: a repetition this long"),
        ("{{ 10 ** 10 ** 10 }}", ":1: OverflowError: a power of numbers this large"),
        ("{{ 'x'|center(10 * 1000 * 1000 * 1000) }}", ":1: it takes too much memory"),
        ("{{ goals|table(labels, 'nothing') }}", ":1: these rows have no field 'nothing'"),
        ("{{ goals|table(labels, 'name') }}", ":1: there is no label 'name'; write FIELD=LABEL"),
        ("{{ [1, 2]|random }}", ":1: No filter named 'random'."),
    ],
)
def test_what_is_wrong_is_said_with_its_line(template: Path, source: str, said: str) -> None:
    with pytest.raises(TemplateFault) as fault:
        made(template, source)
    assert str(fault.value).startswith(f"{template}:")
    assert said in str(fault.value)


def test_an_endless_template_is_stopped(template: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(templates, "limited", lambda: limits.limited(seconds=0.2))
    with pytest.raises(TemplateFault, match=":1: it runs for more than"):
        made(template, "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}")


def test_a_template_that_is_no_utf_8(template: Path) -> None:
    template.write_bytes("预算".encode("gbk"))
    done = roadmapctl("report", PLAN, "--template", template)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"roadmapctl: {template}: not UTF-8 (byte 0xCB); save it as UTF-8\n"


def test_nothing_is_written_when_a_template_fails(template: Path, tmp_path: Path) -> None:
    template.write_text("{{ x }}", encoding="utf-8")
    output = tmp_path / "report.md"
    output.write_text("old", encoding="utf-8")
    done = roadmapctl("report", PLAN, "--template", template, "-o", output)
    assert (done.code, done.err) == (2, f"roadmapctl: {template}:1: 'x' is undefined\n")
    assert output.read_text("utf-8") == "old"


def test_a_folder_replaces_single_templates(tmp_path: Path) -> None:
    (tmp_path / "sections").mkdir()
    (tmp_path / "sections" / "goals.md.j2").write_text("## Ours\n\n{{ goals[0].statement }}\n", encoding="utf-8")
    report = as_markdown(view_of_text(TEXT), templates=tmp_path)
    assert "## Ours\n\nSell office subscriptions for 90_000 EUR by 31 December 2027\n\n## Step 7" in report


def test_a_fault_in_a_replaced_template_names_it(tmp_path: Path) -> None:
    (tmp_path / "sections").mkdir()
    (tmp_path / "sections" / "goals.md.j2").write_text("a\nb\n{{ goals.nothing }}", encoding="utf-8")
    done = roadmapctl("report", PLAN, "--templates", tmp_path)
    assert done.code == 2
    assert done.err.startswith(f"roadmapctl: {tmp_path}/sections/goals.md.j2:3: ")


@pytest.mark.parametrize("option", ["--template", "--templates"])
def test_a_path_that_is_not_there(option: str, tmp_path: Path) -> None:
    done = roadmapctl("report", PLAN, option, tmp_path / "gone")
    assert done.code == 2
    assert str(tmp_path / "gone") in done.err


def test_compiled_templates_are_read_where_nothing_may_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(templates, "COMPILED", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    written = as_markdown(view_of_text(TEXT))
    kept = {file: file.read_bytes() for file in tmp_path.iterdir()}
    assert kept
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.delattr("jinja2.environment.Environment._generate")  # what compiles
    assert as_markdown(view_of_text(TEXT)) == written
    monkeypatch.undo()
    monkeypatch.setattr(templates, "COMPILED", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    for file in kept:
        file.unlink()
    assert as_markdown(view_of_text(TEXT)) == written
    assert not list(tmp_path.iterdir())
