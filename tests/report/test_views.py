"""What a report tells of a plan that belongs to a wider one, and what it calls its reviews."""

import re
from importlib import import_module

import pytest

from roadmapctl.frameworks.element import SHOWN
from roadmapctl.report.view.chapters import TOLD
from tests.cli.run import ROOT, roadmapctl


def report(*arguments: str) -> str:
    return roadmapctl("report", *arguments, cwd=ROOT).out


def test_a_quarter_says_which_plan_it_carries_out_and_what_part_of_it_is_its_own() -> None:
    """£225,000 of £640,000 are 35%, £2.73M of £7.8M too; a rate and a stock are no part of a sum."""
    told = report("examples/larkwheel/q2.yaml", "--view", "quarterly", "--language", "en")
    assert "- This plan carries out: Larkwheel operating plan 2026" in told
    assert "£225,000 of £640,000, 35%" in told
    assert "| Revenue of the quarter | £2,730,000 | Revenue | £7,800,000 | 35% |" in told
    assert "| Fewer no-shows | 18% | No-shows | 15% |  |" in told
    chinese = report("examples/larkwheel/q2.yaml", "--view", "quarterly", "--language", "zh")
    assert "本计划执行的是：Larkwheel operating plan 2026" in chinese
    assert "£22.5万 / £64万，即 35%" in chinese


def test_a_review_has_a_name_of_its_own(tmp_path) -> None:  # type: ignore[no-untyped-def]
    plan = tmp_path / "roadmap.yaml"
    plan.write_text(
        "roadmap: 1\nname: 春季计划\nlanguage: zh\nperiod: 2027\n"
        "measurement: {reviews: {spring: {name: 展会复盘, date: 2027-05-10, findings: 人流好于预期}}}\n",
        "utf-8",
    )
    told = report(str(plan))
    assert "展会复盘" in told
    assert re.search("复盘.*展会复盘", told, re.DOTALL)
    assert "spring" not in told
    assert "评审" not in told


@pytest.mark.parametrize("name", TOLD)
def test_every_section_laid_out_as_figures_is_found_and_may_be_shown(name: str) -> None:
    module, _, function = TOLD[name].partition(".")
    assert callable(getattr(import_module(f"roadmapctl.report.view.{module}"), function))
    assert name in SHOWN
