"""A figure that two commands or two sections show is the same in both."""

import re

import pytest

from tests.cli.run import ROOT, roadmapctl

EXAMPLES = [("larkwheel/q2.yaml", "final"), ("larkwheel/year.yaml", "midpoint"), ("tuoli-vision", "final")]


def said(command: str, example: str, *arguments: str) -> str:
    done = roadmapctl(command, str(ROOT / "examples" / example), *arguments)
    assert done.code == 0, done.err
    return done.out.replace("\u00a0", " ")


def rows(text: str, heads: str) -> list[list[str]]:
    """The rows of the table whose head row begins so."""
    body = text.partition(f"\n| {heads}")[2].split("\n\n", 1)[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in body]


@pytest.mark.parametrize(("example", "kind"), EXAMPLES)
def test_a_review_and_a_status_of_one_day_say_the_same(example: str, kind: str) -> None:
    review = said("review", example, f"--{kind}", "--format", "md", "--language", "en")
    until = re.search(r"Figures until: \*\*(.*?)\*\*", review)
    assert until is not None
    months = {
        name: n
        for n, name in enumerate(
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], 1
        )
    }
    day, month, year = until.group(1).split()
    as_of = f"{year}-{months[month]:02d}-{int(day):02d}"
    status = said("status", example, "--as-of", as_of, "--format", "md", "--language", "en")
    shares = {row[0]: (row[1], row[2], row[3]) for row in rows(status, "Goal | Status | Attained | Pacing")}
    reviewed = {row[0]: (row[6], row[3], row[4]) for row in rows(review, "Goal | Target | Actual")}
    assert shares == reviewed and len(shares) > 2


@pytest.mark.parametrize("example", [example for example, _ in EXAMPLES])
def test_a_report_and_the_status_say_the_same(example: str) -> None:
    report, status = (
        said(command, example, "--language", "en", *given)
        for command, given in (("report", ()), ("status", ("--format", "md")))
    )
    for heads in ("Goal | Status", "Goal | Now", "Milestone | Of its target", "Tactic | Time"):
        assert rows(report, heads) == rows(status, heads) != []
