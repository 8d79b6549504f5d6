"""Sentences of goals whose writers set numbers apart from Chinese, name no currency, or end at a month's end; and what they tell
beside their fields."""

import pytest

from tests.plans import checked, mend, sentence

PLAN = """\
roadmap: 1
name: 维港
language: zh
currency: HKD
period: {{start: 2027-04-01, end: 2028-03-31}}
metrics:
  premium: {{name: 首年保费, unit: HKD, kind: flow}}
  reply: {{name: 查询到面谈比率, unit: rate, kind: stock}}
goals:
  premium: {{statement: "{premium}", metric: premium, baseline: 96M, target: 132M, due: 2028-02-29}}
  reply: {{statement: "{reply}", metric: reply, baseline: 34%, target: 40%, due: 2027-12-31}}
"""
PREMIUM, REPLY = "2028 年 2 月 29 日前，首年保费达 1.32 亿港元", "2027 年 12 月 31 日前由 34% 升至 40%"


def told(premium: str = PREMIUM, reply: str = REPLY) -> list[tuple[str, str]]:
    """Code and Chinese sentence of what is found."""
    findings = checked(PLAN.format(premium=premium, reply=reply)).diagnostics
    return [(finding.code, sentence(finding, "zh")) for finding in findings]


@pytest.mark.parametrize(
    "premium",
    [
        PREMIUM,
        "2028年2月底前首年保费做到1.32亿",
        "2028 年 2 月末之前首年保费做到 13,200 万港币",
        "首年保费由 9600 万做到 1.32 亿（2028年2月29日止）",
        "年内首年保费增加 3,600 万",
        "首年保费达 1.32 亿，服务 9 万户家庭",
    ],
)
def test_sentences_that_say_the_same(premium: str) -> None:
    assert told(premium) == []


@pytest.mark.parametrize(
    ("premium", "said"),
    [
        ("2028 年 2 月 19 日前，首年保费达 1.32 亿港元", "2028-02-19，字段 due 则是 2028-02-29"),
        ("于 2028 年 3 月 13 日前，首年保费达 1.32 亿港元", "2028-03-13，字段 due 则是 2028-02-29"),
        ("2028年1月底前首年保费做到1.32亿", "2028-01，字段 due 则是 2028-02-29"),
        ("2028 年 2 月 29 日前，首年保费达 1.23 亿港元", "1.23亿港元，字段 target 则是 132,000,000"),
        ("2028 年 2 月 29 日前，首年保费做到 1.23 亿", "1.23亿，字段 target 则是 132,000,000"),
    ],
)
def test_sentences_that_say_something_else(premium: str, said: str) -> None:
    assert told(premium) == [("RM310", f"premium 的表述写的是 {said}")]


@pytest.mark.parametrize(
    "reply",
    [
        REPLY + "，即上升 6 个百分点",
        REPLY + "，其中上半年提高 4 个百分点",
        REPLY + "，高于同行 9 个百分点",
        "由34%升至40%，比去年的提高3个百分点更快，共提高6个百分点",
    ],
)
def test_points_of_a_part_or_of_others_are_no_contradiction(reply: str) -> None:
    assert told(reply=reply) == []


def test_points_that_do_not_lead_from_baseline_to_target() -> None:
    said = "reply 的表述写的是 上升 9 个百分点，字段 target 则是 40%"
    assert told(reply=REPLY + "，即上升 9 个百分点") == [("RM310", said)]


@pytest.mark.parametrize(
    ("current", "codes"), [("96M", []), ("96_400_000", []), ("98M", ["RM315"]), ("69M", ["RM315"])]
)
def test_what_a_flow_brought_last_year_is_one_number_rounded_or_not(current: str, codes: list[str]) -> None:
    review = (
        f"discovery: {{review: {{premium: {{metric: premium, previous: 74M, current: {current}, because: 通关}}}}}}\n"
    )
    findings = checked(PLAN.format(premium=PREMIUM, reply=REPLY) + review).diagnostics
    assert [finding.code for finding in findings] == codes


def test_a_method_may_be_meant_by_its_chinese_title() -> None:
    [finding] = checked("roadmap: 1\nname: 春季\nframework: [七步法]\n").diagnostics
    assert (finding.code, mend(finding, "zh")) == ("RM015", "是否想写“seven-step”？")


def test_a_channel_has_no_name_to_write_it_in() -> None:
    plan = "roadmap: 1\nname: 春季\nmarket: {segments: {families: {name: 家庭, channels: [WhatsApp]}}}\n"
    [finding] = checked(plan).diagnostics
    assert sentence(finding, "zh") == "“WhatsApp”应写成一个词：小写英文（以连字符连接）或中文，最长 80 个字符"
    assert mend(finding, "zh") == "请写成 whatsapp"


def test_a_list_whose_second_hyphen_stands_further_right() -> None:
    [finding] = checked("roadmap: 1\nname: 春季\nframework:\n- annual\n - pyramid\n").diagnostics
    assert (finding.code, sentence(finding)) == ("RM013", "“annual - pyramid” is read as one item of the list")
    assert mend(finding, "zh") == "请让每个“- ”上下对齐，缩进相同"


@pytest.mark.parametrize(("written", "meant"), [("54w", "54万"), ("5.4kw", "5.4千万")])
def test_chinese_shorthand_of_amounts(written: str, meant: str) -> None:
    [finding] = checked(f"roadmap: 1\nname: 春季\ncurrency: CNY\nbudget: {written}\n").diagnostics
    assert (finding.code, mend(finding, "zh")) == ("RM021", f"请写成 {meant}")
