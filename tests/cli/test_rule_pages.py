"""`roadmapctl rules CODE --language zh`: a rule's own Chinese sentences before its page."""

import re

import pytest

from roadmapctl.rules.engine import catalogue
from tests.cli.run import roadmapctl


def test_a_page_in_chinese() -> None:
    page = roadmapctl("rules", "RM801", "--language", "zh").out
    assert page.startswith("RM801 · 错误 · 适用于所有计划\n\n转化率为零但仍有需求。\n\n提示语：… 的转化率为 0")
    assert "怎么改：请写最近观测到的比率，例如 18% 或 {won: 3, of: 200}，或去掉 …" in page
    assert page.index("反例：") < page.index("正例：") < page.index("为什么（英文说明）：")


def test_a_page_in_english_is_as_it_was() -> None:
    page = roadmapctl("rules", "RM801").out
    assert page.startswith("RM801 · error · always\n\n")
    assert "\nBad:\n" in page
    assert "\nGood:\n" in page


@pytest.mark.parametrize("code", ["RM010", "RM045", "RM721"])
def test_pages_of_the_loader_and_of_parents_have_no_sentence_that_is_none(code: str) -> None:
    page = roadmapctl("rules", code, "--language", "zh").out
    assert page.splitlines()[2] == catalogue()[code].title_zh + "。"
    assert not re.search(r"提示语：\s*$", page, re.MULTILINE)
