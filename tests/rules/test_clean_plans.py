"""Whole plans, as people write them, in which there is nothing to find; each a different trade and manner."""

from pathlib import Path

import pytest

from roadmapctl.project import check

PLANS = sorted((Path(__file__).parent / "clean").rglob("*.yaml"))


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_nothing_is_found(path: Path) -> None:
    assert [(d.code, d.path) for d in check(path).diagnostics] == []


def test_there_are_plans_of_both_languages_with_and_without_a_method() -> None:
    texts = [path.read_text("utf-8") for path in PLANS]
    assert len(texts) >= 5
    assert any("language: zh" in text for text in texts) and any("language: en" in text for text in texts)
    assert any("framework:" in text for text in texts) and any("framework:" not in text for text in texts)
    assert any("parent:" in text for text in texts)
