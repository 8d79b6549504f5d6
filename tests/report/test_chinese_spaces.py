"""Spaces beside Chinese characters: none where a sentence of ours meets a Chinese word, or where YAML has folded a long line."""

import pytest

from roadmapctl.i18n.markdown import one_line
from roadmapctl.i18n.text import filled, shown, unfolded
from tests.cli.run import roadmapctl

PLAN = """\
roadmap: 1
name: 维港
language: zh
currency: HKD
period: 2027
metrics: {revenue: {name: 收入, unit: HKD, kind: flow}}
goals: {sales: {metric: revenue, target: 1_000_000, due: 2027-12-31}}
discovery:
  today: >-
    本行有注册顾问 64 名，去年新造保单首年保费，
    其中七成来自客户转介，线上来源不足一成半，网站
    访客只有两万
funnel:
  goal: sales
  deal_size: 10_000
  stages:
    - {id: enquiry, name: 查询, rate: {low: 30%, likely: 40%, high: 50%}}
    - {id: customer, name: 投保}
  sources:
    notes: {name: 笔记, share: 60%, rates: {enquiry: {low: 30%, likely: 45%, high: 50%}}}
    search: {name: 搜寻, share: 40%}
"""


@pytest.mark.parametrize(
    ("stage", "said"),
    [
        ("查询", "要按时，查询在 2027 年前"),
        ("SQL", "要按时，SQL 在 2027 年前"),
        ("《表》", "要按时，《表》在 2027 年前"),
    ],
)
def test_a_chinese_word_joins_its_sentence(stage: str, said: str) -> None:
    assert filled("要按时，{stage} 在 {year} 年前", {"stage": stage, "year": "2027"}) == said


def test_two_words_side_by_side_stay_apart() -> None:
    assert filled("{one} {two}", {"one": "查询", "two": "投保"}) == "查询 投保"


@pytest.mark.parametrize(
    ("folded", "joined"),
    [
        ("保费上升，\n其中七成来自转介", "保费上升，其中七成来自转介"),
        ("保费上升， 其中七成", "保费上升，其中七成"),
        ("访港投保人次回升并且加上 两间医院", "访港投保人次回升并且加上两间医院"),
        ("上海 北京 广州", "上海 北京 广州"),
        ("第一行说到这里为止是十个字 and more", "第一行说到这里为止是十个字 and more"),
        ("no Chinese at all", "no Chinese at all"),
    ],
)
def test_folded_lines(folded: str, joined: str) -> None:
    assert one_line(folded) == joined
    assert shown(joined) == joined == unfolded(joined)


def test_a_report_joins_folded_lines_and_calls_what_matters_by_its_name() -> None:
    result = roadmapctl("report", "-", "-o", "-", stdin=PLAN)
    assert "首年保费，其中七成来自客户转介，线上来源不足一成半，网站访客只有两万" in result.out
    assert "查询的转化率（笔记）" in result.out and "Enquiry" not in result.out


def test_who_somebody_reports_to_is_called_by_name_and_channels_as_they_write_themselves() -> None:
    people = "organization: {people: {lin: {name: 林梅, role: 总监, functions: [活动]}, wu: {name: 吴桐, role: 专员, reports_to: lin}}}\n"
    shown = roadmapctl("people", "-", stdin=f"roadmap: 1\nname: 维港\nlanguage: zh\n{people}").out
    assert "lin" not in shown and shown.count("林梅") >= 2
    plan = "roadmap: 1\nname: 维港\nlanguage: zh\nmarket: {segments: {a: {name: 家庭, channels: [whatsapp, tiktok]}}}\n"
    assert "WhatsApp、TikTok" in roadmapctl("report", "-", "-o", "-", stdin=plan).out
