"""Several things in a sentence are listed as each language lists them."""

from roadmapctl.i18n.text import say
from tests.plans import checked, mend, sentence

PLAN = """\
roadmap: 1
name: 春季
period: 2027
market:
  segments:
    students: {name: 大学生, channels: [抖音, 小红书]}
    workers: {name: 职场青年, channels: [公众号]}
tactics:
  notes: {channel: 公众号, segment: students, start: 2027-03-01, end: 2027-04-30}
"""


def test_a_list_has_the_commas_of_its_language() -> None:
    assert say("of {all}", "共有 {all}", {"all": ("a", "b")}, "en") == "of a, b"
    assert say("of {all}", "共有 {all}", {"all": ("a", "b")}, "zh") == "共有 a、b"


def test_the_channels_of_a_segment() -> None:
    finding = checked(PLAN).diagnostics[0]
    assert finding.code == "RM620"
    assert sentence(finding, "zh") == "notes 面向 students，却使用公众号；students 的触达渠道为抖音、小红书"
    assert sentence(finding).endswith("students is reached by 抖音, 小红书")
    assert mend(finding, "zh") == "请改用 students 的渠道，或把公众号加入其 channels"
