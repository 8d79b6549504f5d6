"""What the documents show is what the program does: sessions, plans, the CI block, links, the table of parts."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml

from docs.sessions import replayed
from tests.cli.run import ROOT, roadmapctl
from tests.plans import checked
from tests.test_layers import MAY_IMPORT

READMES = sorted(ROOT.glob("README*.md"))
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
DOCUMENTS = [*READMES, CONTRIBUTING, ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]

BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"^```.*?^```$|`[^`\n]+`", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)
ROW = re.compile(r"^\| `(\w+)` \|.*\| ([^|]*) \|$", re.MULTILINE)


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def blocks(path: Path, kind: str, begin: str) -> list[str]:
    """The blocks of a kind in a document that begin with these words."""
    return [
        text for language, text in BLOCK.findall(path.read_text("utf-8")) if language == kind and text.startswith(begin)
    ]


def anchors(path: Path) -> set[str]:
    """The fragments by which GitHub links to a document's headings."""
    titles = (title for _, title in HEADING.findall(CODE.sub("", path.read_text("utf-8"))))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def broken(path: Path) -> Iterator[str]:
    """The relative links of a document that lead nowhere."""
    for link in LINK.findall(CODE.sub("", path.read_text("utf-8"))):
        if re.match(r"[a-z]+:", link):
            continue
        file, _, fragment = unquote(link).partition("#")
        target = path.parent / file if file else path
        if not target.exists() or (fragment and fragment not in anchors(target)):
            yield link


def shape(path: Path) -> tuple[list[str], list[str], list[str]]:
    """Levels of headings, kinds of blocks, and the commands typed, with their subcommands."""
    text = path.read_text("utf-8")
    typed = re.findall(r"^\$ (\w+(?: \w+)?)", text, re.MULTILINE)
    return [level for level, _ in HEADING.findall(CODE.sub("", text))], [kind for kind, _ in BLOCK.findall(text)], typed


@pytest.mark.parametrize("path", READMES, ids=name)
def test_sessions_show_what_the_program_prints(path: Path) -> None:
    text = path.read_text("utf-8")
    assert replayed(text) == text, "run “make docs” and read what has changed"
    assert "a fault of ours" not in text


@pytest.mark.parametrize("path", READMES, ids=name)
def test_the_plan_has_no_findings_and_a_funnel(path: Path) -> None:
    (plan,) = blocks(path, "yaml", "roadmap:")
    assert plan.count("\n") <= 30
    assert checked(plan).diagnostics == ()
    funnel = roadmapctl("funnel", "-", stdin=plan)
    assert (funnel.code, funnel.err) == (0, "") and funnel.out


@pytest.mark.parametrize("path", READMES, ids=name)
def test_the_ci_block_is_five_lines_of_yaml(path: Path) -> None:
    (block,) = blocks(path, "yaml", "steps:")
    steps = yaml.safe_load(block)["steps"]
    assert block.count("\n") == 5
    assert all(step.keys() & {"uses", "run"} for step in steps)
    assert steps[-1]["run"].startswith("roadmapctl validate ")


def test_the_readmes_have_one_shape() -> None:
    assert len(READMES) == 2
    first, second = map(shape, READMES)
    assert first == second


def test_the_readmes_link_to_each_other() -> None:
    for one, other in (READMES, READMES[::-1]):
        assert other.name in LINK.findall(one.read_text("utf-8"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_relative_links_lead_somewhere(path: Path) -> None:
    assert list(broken(path)) == []


def test_the_table_of_parts_is_the_one_that_is_enforced() -> None:
    rows = {part: set(re.findall(r"`(\w+)`", cell)) for part, cell in ROW.findall(CONTRIBUTING.read_text("utf-8"))}
    assert rows == MAY_IMPORT


def test_files_that_contributors_are_sent_to_exist() -> None:
    words = re.findall(r"`([\w./-]+/[\w./-]+\.\w+)`", CONTRIBUTING.read_text("utf-8"))
    places = (ROOT, ROOT / "src" / "roadmapctl")
    told = [word for word in words if "NAME" not in word and "rm621" not in word]
    assert told and [word for word in told if not any((place / word).exists() for place in places)] == []
