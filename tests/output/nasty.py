"""Findings about files and texts that no format's syntax foresees."""

from datetime import date
from typing import NamedTuple

from roadmapctl.diagnostics import Diagnostic, Edit, Fix, Message, Related, Severity, Span
from roadmapctl.i18n import Language
from roadmapctl.output import Findings

MARKED = "plans/a,b:c%0A::error::x|<y>`z\\`\n.yaml"
BYTES = b"plans/\xff\xe4\xb8\x87.yaml".decode("utf-8", "surrogateescape")
TURNED = "plans/\x1b[31m\u202e预算🎯.yaml"
CLEAN = "plans/clean & tidy.yaml"
TEXT = "100% <b>|::warning::x\r\n@octocat [x](http://example.org) ##[error]y ]]> &amp; #1 `z`"


class Page(NamedTuple):
    """What is known of a rule."""

    severity: Severity
    title_en: str
    title_zh: str
    page: str


RULES = {
    "RM604": Page(
        Severity.ERROR,
        "A tactic ends after the milestone it serves",
        "打法在其里程碑之后才结束",
        "A tactic ends after the milestone it serves.\n\nWhat comes later does not count.\nEnd it earlier.\n\n"
        "Bad:\n\n```yaml\nroadmap: 1\n```\n\nGood:\n\n```yaml\nroadmap: 1\n```\n",
    ),
    "RM302": Page(Severity.WARNING, "A goal is vague", "目标含糊", "A goal is vague.\n\nSay how much by when.\n"),
}

DIAGNOSTICS = (
    Diagnostic(
        "RM604",
        Severity.ERROR,
        Span(MARKED, 12, 5, 12, 15),
        Message("{tactic} ends {end}", "{tactic} 于 {end} 结束", {"tactic": TEXT, "end": date(2027, 4, 10)}),
        Message("end it by {date}", "请在 {date} 前结束", {"date": date(2027, 3, 31)}),
        ("tactics", 'wé|b"<\x00>', "end"),
        (Related(Span(BYTES, 3, 1, 3, 1), Message("the milestone is here", "里程碑在这里")),),
        Fix((Edit(Span(MARKED, 12, 5, 12, 15), "2027-03-31"),), safe=False),
    ),
    Diagnostic(
        "RM302",
        Severity.WARNING,
        Span(TURNED, 7, 16, 7, 20),
        Message("“{text}” is vague", "“{text}” 含糊", {"text": "尽快🚀 \x1b]0;x\x07\u202etxt\u200b"}),
        Message("say how much by when", "请写明数量与期限"),
        ("goals", "增长", "statement"),
        fix=Fix((Edit(Span(TURNED, 7, 16, 7, 17), '"'), Edit(Span(TURNED, 7, 19, 7, 20), '"')), safe=True),
    ),
    Diagnostic("RM002", Severity.ERROR, Span(BYTES, 1, 1, 2, 3), Message("this is not YAML", "这不是 YAML")),
    Diagnostic("RM098", Severity.INFO, Span(BYTES, 4, 9, 4, 30), Message("nothing to ignore", "没有可忽略的问题")),
    Diagnostic("RM098", Severity.INFO, Span(BYTES, 5, 9, 5, 30), Message("nothing to ignore", "没有可忽略的问题")),
)


def nasty(language: Language) -> Findings:
    """Five findings in three plans, and a fourth plan without any."""
    lines = {DIAGNOSTICS[0].span: "    end: 2027-04-10"}
    return Findings(DIAGNOSTICS, 4, language, lines, (CLEAN,), RULES)


def flood(number: int) -> Findings:
    """So many findings in one plan, each at a place of its own."""
    message = Message("key {n} is unknown", "未知的键 {n}")
    found = (
        Diagnostic(
            "RM010",
            Severity.ERROR,
            Span("plan.yaml", n, 1, n, 9),
            message._replace(fields={"n": n}),
            None,
            (f"key{n}",),
        )
        for n in range(1, number + 1)
    )
    return Findings(tuple(found), 1, "en", {})
