"""How well the wording of goals is judged does not get worse than docs/goal-wording.md says."""

from pathlib import Path

import pytest

from tests.analysis.words.measure_wording import Score, confusion, score, sets

DOCS = (Path(__file__).parents[3] / "docs" / "goal-wording.md").read_text("utf-8")
SETS = sets()


@pytest.mark.parametrize(
    ("name", "sentences", "missed", "wronged"),
    [
        ("published", 15, 0, 0),
        ("unseen, both", 165, 3, 0),
        ("second, unseen", 76, 4, 0),
        ("third, unseen, English", 60, 3, 0),
    ],
)
def test_no_more_is_missed_and_no_good_goal_is_wronged(name: str, sentences: int, missed: int, wronged: int) -> None:
    found = score(SETS[name])
    assert sum(found) == len(SETS[name]) == sentences
    assert found.missed <= missed
    assert found.wronged <= wronged


@pytest.mark.parametrize("name", ["unseen, both", "second, unseen", "third, unseen, English"])
def test_both_labels_are_well_represented(name: str) -> None:
    vague = sum(one.label == "vague" for one in SETS[name])
    assert 0.4 < vague / len(SETS[name]) < 0.6
    assert len({one.text for one in SETS[name]}) == len(SETS[name])


def test_the_page_prints_what_is_measured() -> None:
    after, second, third = (score(SETS[name]) for name in ("unseen, both", "second, unseen", "third, unseen, English"))
    assert f"| first set, after the mends | {after.told + after.missed} | {after.told} | {after.missed} |" in DOCS
    assert f"**second set, only run: 76** | {second.told + second.missed} | {second.told} | {second.missed} |" in DOCS
    assert (
        f"third set, only run: 60, all English | {third.told + third.missed} | {third.told} | {third.missed} |" in DOCS
    )
    assert confusion(SETS["second, unseen"]) in DOCS


def test_precision_and_recall() -> None:
    found = Score(told=78, missed=6, wronged=2, passed=79)
    assert (round(found.precision, 3), round(found.recall, 3)) == (0.975, 0.929)
