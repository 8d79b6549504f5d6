"""RM406 and RM407: the channels of the journey, held against those in use."""

import pytest

from tests.plans import found

PLAN = """\
roadmap: 1
name: Spring
period: 2027
{framework}market:
  segments:
    workshops: {{name: Workshops, channels: [linkedin, search, 公众号]}}
strategy:
  journey:
    - {{from: {channel}, to: search, how: every post ends in a link}}
"""


def codes(channel: str, framework: str = "") -> list[str]:
    findings = found(PLAN.format(channel=channel, framework=framework))
    return [code for code, _, _ in findings if code in ("RM406", "RM407")]


@pytest.mark.parametrize("channel", ["linkdin", "linkedni", "Linked-in".lower(), "公从号"])
def test_a_slip_is_told_in_every_plan(channel: str) -> None:
    assert codes(channel) == ["RM407"]
    assert codes(channel, "framework: [seven-step]\n") == ["RM407"]


@pytest.mark.parametrize("channel", ["search-ads", "podcast", "抖音"])
def test_another_channel_only_where_the_method_asks_for_it(channel: str) -> None:
    assert codes(channel) == []
    assert codes(channel, "framework: [seven-step]\n") == ["RM406"]


def test_the_first_step_that_names_it_is_shown() -> None:
    text = PLAN.format(channel="linkdin", framework="") + "    - {from: search, to: linkdin, how: back}\n"
    assert [(code, line) for code, line, _ in found(text)] == [("RM407", 9)]
