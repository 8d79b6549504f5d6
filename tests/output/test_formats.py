"""Every format of findings: as it was read and accepted, whole whatever it is about, and as its readers want it."""

import json
import subprocess
import sys
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt

from roadmapctl.cli.commands.validate.command import Format
from roadmapctl.diagnostics import Diagnostic, Severity
from roadmapctl.i18n import LANGUAGES, Language
from roadmapctl.output import MAX_LISTED, MAX_SHOWN, Findings
from roadmapctl.output.formats import FORMATS
from roadmapctl.output.github import annotations, guarded
from roadmapctl.output.markdown import MAX_CHARACTERS
from roadmapctl.output.place import repository_path
from tests.output.nasty import BYTES, CLEAN, DIAGNOSTICS, TEXT, flood, nasty
from tests.output.regenerate import CASES, golden, output


@pytest.mark.parametrize(("name", "language"), CASES)
def test_is_as_it_was_accepted(name: str, language: Language) -> None:
    assert output(name, language) == golden(name, language).read_bytes().decode()


def test_the_command_offers_every_format() -> None:
    assert {choice.value for choice in Format} - {"md"} == set(FORMATS)


def test_a_format_is_imported_when_it_is_used() -> None:
    script = (
        "import sys; from roadmapctl.output.formats import FORMATS\n"
        "print(*(name for name in FORMATS if f'roadmapctl.output.{name}' in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


@pytest.mark.parametrize(("name", "language"), CASES)
def test_nothing_hidden_gets_through(name: str, language: Language) -> None:
    text = FORMATS[name](nasty(language))
    assert text.endswith("\n") and not text.endswith("\n\n")
    assert not [c for c in text if not c.isprintable() and c != "\n"]


@pytest.mark.parametrize("name", FORMATS)
def test_no_findings(name: str) -> None:
    text = FORMATS[name](Findings((), 1, "en", {}, (CLEAN,)))
    assert "null" not in text
    if name in ("text", "github", "markdown", "junit"):
        assert "1 plan, no findings" in text


@pytest.mark.parametrize(
    ("name", "base", "path"),
    [
        ("plan.yaml", "", "plan.yaml"),
        ("plan.yaml", "marketing/eu", "marketing/eu/plan.yaml"),
        ("../us/plan.yaml", "marketing/eu", "marketing/us/plan.yaml"),
        ("../plan.yaml", "", "../plan.yaml"),
        ("/tmp/plan.yaml", "marketing", "/tmp/plan.yaml"),
        ("<stdin>", "marketing", "<stdin>"),
    ],
)
def test_names_start_at_the_repositorys_root(name: str, base: str, path: str) -> None:
    assert repository_path(name, base) == path


# GitHub


def understood(line: str) -> tuple[str, dict[str, str], str]:
    """An annotation as GitHub's runner reads it: command, properties, message."""
    command, _, rest = line.removeprefix("::").partition(" ")
    properties, _, data = rest.partition("::")

    def plain(text: str) -> str:
        for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
            text = text.replace(code, character)
        return text

    return command, {k: plain(v) for k, v in (p.split("=", 1) for p in properties.split(","))}, plain(data)


@pytest.mark.parametrize("language", LANGUAGES)
def test_github_reads_every_annotation_whole(language: Language) -> None:
    lines = list(annotations(nasty(language)))
    assert len(lines) == len(DIAGNOSTICS) and all("\n" not in line for line in lines)
    command, properties, message = understood(lines[0])
    assert command == "error"
    assert properties == {
        "file": "plans/a,b:c%0A::error::x|<y>`z\\`\\n.yaml",
        "line": "12", "col": "5", "endLine": "12", "endColumn": "15", "title": "RM604",
    }  # fmt: skip
    assert TEXT.replace("\r\n", "\\r\\n") in message.splitlines()[0]
    assert len(message.splitlines()) == 3
    assert [understood(line)[0] for line in lines] == ["error", "warning", "error", "notice", "notice"]


def test_github_gets_no_columns_of_several_lines() -> None:
    assert understood(list(annotations(nasty("en")))[2])[1].keys() == {"file", "line", "endLine", "title"}


def test_a_guarded_text_cannot_end_its_guard() -> None:
    first, *text, last = guarded("::error::a\n::b::\n").splitlines()
    token = first.removeprefix("::stop-commands::")
    assert first != token and last == f"::{token}::" and text == ["::error::a", "::b::"]
    assert guarded(f"::{token}::\n").count(token) == 1


# JUnit


def suite(findings: Findings) -> ElementTree.Element:
    found = ElementTree.fromstring(FORMATS["junit"](findings).encode()).find("testsuite")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("fail_on", "failures"), [(Severity.ERROR, 2), (Severity.WARNING, 3), (Severity.INFO, 5)], ids=str
)
def test_junit_is_red_where_the_run_is(fail_on: Severity, failures: int) -> None:
    found = suite(nasty("zh")._replace(fail_on=fail_on))
    assert len(found.findall("testcase/failure")) == failures == int(found.attrib["failures"])
    assert len(found.findall("testcase/skipped")) == 5 - failures == int(found.attrib["skipped"])
    cases = found.findall("testcase")
    assert len(cases) == 6 == int(found.attrib["tests"])
    assert len({(c.attrib["classname"], c.attrib["name"]) for c in cases}) == 6
    assert [c.attrib["classname"] for c in cases if not len(c)] == [CLEAN]


# GitLab


def test_gitlab_has_the_fields_it_needs() -> None:
    issues = json.loads(FORMATS["gitlab"](nasty("en")))
    for issue in issues:
        assert issue.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["location"]["lines"]["begin"] > 0
    assert [i["severity"] for i in issues] == ["major", "minor", "major", "info", "info"]
    assert len({i["fingerprint"] for i in issues}) == len(issues)


@pytest.mark.parametrize("language", LANGUAGES)
def test_fingerprints_stay_when_lines_move(language: Language) -> None:
    def down(diagnostic: Diagnostic) -> Diagnostic:
        span = diagnostic.span
        return diagnostic._replace(span=span._replace(line=span.line + 7, end_line=span.end_line + 7))

    def prints(findings: Findings) -> list[str]:
        return [issue["fingerprint"] for issue in json.loads(FORMATS["gitlab"](findings))]

    here = nasty("en")
    moved = nasty(language)._replace(diagnostics=tuple(map(down, DIAGNOSTICS)))
    assert prints(here) == prints(moved)
    changed = DIAGNOSTICS[0]._replace(path=("tactics", "other", "end"))
    assert prints(here)[0] != prints(here._replace(diagnostics=(changed,)))[0]


# Markdown


@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_is_one_table_of_text(language: Language) -> None:
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(FORMATS["markdown"](nasty(language)))
    assert [t.type for t in tokens if t.level == 0 and t.nesting >= 0] == ["heading_open", "table_open"]
    assert [t.type for t in tokens].count("td_open") == 5 * len(DIAGNOSTICS)
    inside = [child for t in tokens for child in t.children or ()]
    assert {c.type for c in inside} <= {"text", "text_special", "html_inline", "code_inline"}
    assert {c.content for c in inside if c.type == "html_inline"} == {"<span>", "</span>"}


def test_markdown_fits_a_comment() -> None:
    long = DIAGNOSTICS[0]._replace(message=DIAGNOSTICS[0].message._replace(en="{tactic}" * 6))
    text = FORMATS["markdown"](nasty("en")._replace(diagnostics=(long,) * 150))
    assert MAX_CHARACTERS - 2_000 < len(text) < 65_536
    rows = text.count("| RM604 |")
    assert f"… and {150 - rows} more" in text and "150 errors" in text


# Floods


@pytest.mark.parametrize(("name", "mark"), [("text", "RM010"), ("github", "::error "), ("markdown", "| RM010 |")])
def test_people_are_shown_two_hundred(name: str, mark: str) -> None:
    text = FORMATS[name](flood(MAX_SHOWN + 12))
    assert text.count(mark) == MAX_SHOWN
    assert "… and 12 more" in text and "212 errors" in text


def test_machines_are_given_five_thousand() -> None:
    findings = flood(MAX_LISTED + 12)
    (run,) = json.loads(FORMATS["sarif"](findings))["runs"]
    assert len(run["results"]) == MAX_LISTED
    assert run["properties"] == {"errors": 5_012, "warnings": 0, "infos": 0, "files": 1, "truncated": 12}
    issues = json.loads(FORMATS["gitlab"](findings))
    assert len(issues) == MAX_LISTED + 1 and issues[-1]["description"] == "… and 12 more"
    assert len({i["fingerprint"] for i in issues}) == len(issues)
    found = suite(findings)
    assert len(found.findall("testcase")) == MAX_LISTED
    assert found.find("properties/property[@name='errors']").attrib["value"] == "5012"  # type: ignore[union-attr]
    assert "… and 12 more" in str(found.findtext("system-out"))


def test_names_of_bytes_are_kept_in_addresses() -> None:
    from roadmapctl.output.place import uri

    assert uri(BYTES) == "plans/%FF%E4%B8%87.yaml"
    assert uri("/tmp/a b.yaml") == "file:///tmp/a%20b.yaml"
