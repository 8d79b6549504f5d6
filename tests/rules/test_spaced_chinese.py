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
        "首年保费达 1.32 亿，去年为 9,600 万",
        "首年保费达 1.32 亿，比去年 3 场路演时多",
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
        ("首年保费达 1.32 亿（2026年6,900万）", "6,900万，字段 baseline 则是 96,000,000"),
        ("首年保费达 1.32 亿，上年度为 6,900 万元", "6,900 万，字段 baseline 则是 96,000,000"),
        ("首年保费达 1.32 亿，增长 27.5%", "增长 27.5%，字段 target 则是 132,000,000"),
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
    assert mend(finding, "zh") == "请写成“whatsapp”"


@pytest.mark.parametrize(
    ("written", "meant"), [("“详情页”", "详情页"), ("详情页（天猫）", "详情页-天猫"), ("公众号 推文", "公众号-推文")]
)
def test_a_chinese_channel_is_one_word_without_marks(written: str, meant: str) -> None:
    plan = f"roadmap: 1\nname: 春季\nmarket: {{segments: {{families: {{name: 家庭, channels: [{written}]}}}}}}\n"
    [finding] = checked(plan).diagnostics
    assert (finding.code, mend(finding, "zh")) == ("RM013", f"请写成“{meant}”")


def test_a_list_whose_second_hyphen_stands_further_right() -> None:
    [finding] = checked("roadmap: 1\nname: 春季\nframework:\n- annual\n - pyramid\n").diagnostics
    assert (finding.code, sentence(finding)) == ("RM013", "“annual - pyramid” is read as one item of the list")
    assert mend(finding, "zh") == "请让每个“- ”上下对齐，缩进相同"


@pytest.mark.parametrize(
    ("written", "meant"), [("54w", "54万"), ("5.4kw", "5.4千万"), ("约54万", "54万"), ("54万左右", "54万")]
)
def test_chinese_shorthand_of_amounts(written: str, meant: str) -> None:
    [finding] = checked(f"roadmap: 1\nname: 春季\ncurrency: CNY\nbudget: {written}\n").diagnostics
    assert (finding.code, mend(finding, "zh")) == ("RM021", f"请写成 {meant}")


@pytest.mark.parametrize(("written", "meant"), [("-3个百分点", "-3pp"), ("百分之3", "3%")])
def test_points_and_parts_in_words(written: str, meant: str) -> None:
    plan = f"roadmap: 1\nname: 春季\nmetrics: {{churn: {{name: 流失率, unit: rate}}}}\ntactics: {{a: {{contributes: {{churn: {written}}}}}}}\n"
    finding = next(one for one in checked(plan).diagnostics if one.code == "RM021")
    assert mend(finding, "zh") == f"请写成 {meant}"


@pytest.mark.parametrize(
    ("period", "meant"), [("2027上半年", "2027-H1"), ("2027-三季度", "2027-Q3"), ("2027年第四季度", "2027-Q4")]
)
def test_parts_of_a_year_in_words(period: str, meant: str) -> None:
    [finding] = checked(f"roadmap: 1\nname: 春季\nperiod: {period}\n").diagnostics
    assert (finding.code, mend(finding, "zh")) == ("RM024", f"请写成 {meant}")


def test_who_is_named_by_name_is_meant_by_id() -> None:
    people = "organization: {people: {szeto: {name: 司徒朗}, lin: {name: Lin Mei}}}\n"
    told = checked(
        "roadmap: 1\nname: 春季\n" + people + "tactics: {a: {owner: 司徒朗}, b: {owner: Lin Mei}}\n"
    ).diagnostics
    found = [(one.code, sentence(one, "zh"), mend(one, "zh")) for one in told if one.code == "RM030"]
    assert found[0] == ("RM030", "organization.people 中没有“司徒朗”", "是否想写“szeto”？")
    assert found[1][2] == "是否想写“lin”？"


def test_a_choice_in_chinese_is_meant_by_its_word() -> None:
    [finding] = checked("roadmap: 1\nname: 春季\norganization: {stakeholders: {cfo: {stance: 同意}}}\n").diagnostics
    assert mend(finding, "zh").startswith("是否想写“agreed”？")
