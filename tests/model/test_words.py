"""Channels and formats have no `name`: Chinese, Japanese and Korean words stand for themselves, as ids do."""

import re

import pytest

from roadmapctl.model.schema import plan_schema
from tests.plans import checked, found, mend

PLAN = """\
roadmap: 1
name: 春季
period: 2027
market:
  segments:
    students: {name: 大学生, channels: [CHANNEL]}
tactics:
  notes: {channel: CHANNEL, segment: students, start: 2027-03-01, end: 2027-04-30, event: {format: CHANNEL}}
"""


@pytest.mark.parametrize(
    "channel", ["抖音", "小红书", "B站", "视频号-直播", "KOL合作", "ウェビナー", "wechat", "e-mail"]
)
def test_a_channel_may_be_a_word_of_an_east_asian_script(channel: str) -> None:
    plan = checked(PLAN.replace("CHANNEL", channel)).plan
    assert plan is not None
    assert plan.tactics["notes"].channel == channel
    assert found(PLAN.replace("CHANNEL", channel)) == []


@pytest.mark.parametrize(
    "channel", ["抖音，小红书", "抖音 小红书", "-抖音", "抖音、快手", "Douyin", "wеbinar", "ＫＯＬ", "抖" * 81]
)
def test_other_texts_are_no_channel(channel: str) -> None:
    codes = {code for code, _, _ in found(PLAN.replace("CHANNEL", channel, 1))}
    assert codes == {"RM013"}


def test_ids_stay_ids() -> None:
    assert [code for code, _, _ in found(PLAN.replace("CHANNEL", "wechat").replace("notes:", "笔记:"))] == ["RM013"]


@pytest.mark.parametrize(
    ("channel", "fits"), [("抖音", True), ("wechat", True), ("抖音，快手", False), ("Douyin", False)]
)
def test_the_schema_says_the_same(channel: str, fits: bool) -> None:
    schema = plan_schema()["$defs"]["Tactic"]["properties"]["channel"]
    assert bool(re.search(schema["pattern"], channel)) is fits


@pytest.mark.parametrize("listed", ["抖音，小红书", "抖音、小红书、wechat"])
def test_a_list_with_wide_commas_is_taken_apart(listed: str) -> None:
    finding = checked(PLAN.replace("[CHANNEL]", f"[{listed}]").replace("CHANNEL", "抖音")).diagnostics[0]
    assert finding.code == "RM013"
    assert mend(finding, "zh") == "请用半角逗号加空格分开：" + listed.replace("，", ", ").replace("、", ", ")
