"""Small plans for tests, as text."""

from roadmapctl.diagnostics import Diagnostic
from roadmapctl.i18n.text import say
from roadmapctl.project import Checked, check_text

SMALL = """\
roadmap: 1
name: Spring
currency: USD
period: 2027
budget: 10_000
metrics:
  revenue: {name: Revenue, unit: USD, kind: flow}
  readers: {name: Readers, unit: people, kind: stock}
goals:
  sales: {statement: "Sell for 100,000 USD by 31 December 2027", metric: revenue, baseline: 0, target: 100_000, due: 2027-12-31}
  list: {metric: readers, baseline: 4_000, target: 5_000, due: 2027-06-30, supports: sales}
funnel:
  goal: sales
  deal_size: 1_000
  stages:
    - {id: lead, rate: 10%}
    - {id: opportunity, rate: 20%}
    - {id: customer}
milestones:
  launch: {name: Launch, date: 2027-03-31, goal: list, metric: readers, target: 4_400}
tactics:
  page:
    milestone: launch
    start: 2027-01-04
    end: 2027-01-14
    budget: 3_000
    contributes: {readers: 100}
  webinars:
    milestone: launch
    start: 2027-01-15
    end: 2027-03-20
    after: [page]
    budget: 5_000
    contributes: {readers: 300}
"""


def edited(old: str, new: str, text: str = SMALL) -> str:
    """The plan with one piece of text, which must stand in it exactly once, replaced."""
    assert text.count(old) == 1, (old, text.count(old))
    return text.replace(old, new)


def checked(text: str | bytes, **options: object) -> Checked:
    """A text, checked."""
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return check_text(data, "plan.yaml", **options)  # type: ignore[arg-type]


def found(text: str | bytes, **options: object) -> list[tuple[str, int, int]]:
    """(code, line, column) of every finding in a text."""
    return [(d.code, d.span.line, d.span.column) for d in checked(text, **options).diagnostics]


def sentence(diagnostic: Diagnostic, language: str = "en") -> str:
    """What a finding says."""
    return say(diagnostic.message.en, diagnostic.message.zh, diagnostic.message.fields, language)  # type: ignore[arg-type]


def mend(diagnostic: Diagnostic, language: str = "en") -> str:
    """What a finding advises."""
    assert diagnostic.help is not None
    return say(diagnostic.help.en, diagnostic.help.zh, diagnostic.help.fields, language)  # type: ignore[arg-type]
