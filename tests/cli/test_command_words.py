"""What commands say of their own work is said in the language that is spoken: one table, and every sentence in both."""

from pathlib import Path

import pytest

from roadmapctl.i18n.command_words import REFUSED, SAID
from tests.cli.run import roadmapctl
from tests.plans import SMALL


@pytest.mark.parametrize("words", [*SAID.values(), *REFUSED.values()], ids=[*SAID, *REFUSED])
def test_both_languages_name_the_same(words: tuple[str, str]) -> None:
    import string

    english, chinese = ({field for _, field, _, _ in string.Formatter().parse(text) if field} for text in words)
    assert english == chinese
    assert words[0] != words[1]


def test_a_chinese_plan_is_answered_in_chinese(tmp_path: Path) -> None:
    made = roadmapctl(
        "init", tmp_path / "plan", "--language", "zh", "--name", "计划", "--currency", "CNY", "--year", "2027"
    )
    assert made.err.startswith("已写入 ") and "下一步：" in made.err
    again = roadmapctl("init", tmp_path / "plan", "--language", "zh")
    assert (again.code, again.err) == (2, f"roadmapctl: {tmp_path / 'plan' / 'roadmap.yaml'} 已存在，未作任何改动\n")
    report = roadmapctl("report", tmp_path / "plan", "-o", tmp_path / "r.md")
    assert report.err == f"已写入 {tmp_path / 'r.md'}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("funnel", "--seed", "3"), "--seed 需与 --simulate 一起使用：否则没有随机抽样"),
        (("funnel", "--scenario", "bold"), "--scenario bold：计划中没有情景；请写在“scenarios:”下"),
        (("review",), "请说明是哪种复盘：--midpoint（期中）或 --final（期末）"),
        (("validate", "--unsafe-fixes", "--language", "zh"), "--unsafe-fixes 需与 --fix 或 --diff 一起使用"),
    ],
)
def test_a_flag_that_does_not_fit_is_refused_in_the_plans_language(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    plan = tmp_path / "roadmap.yaml"
    plan.write_text(SMALL.replace("name: Spring", "name: 春季\nlanguage: zh"), "utf-8")
    done = roadmapctl(arguments[0], plan, *arguments[1:])
    assert (done.code, done.out, done.err) == (2, "", f"roadmapctl: {said}\n")
