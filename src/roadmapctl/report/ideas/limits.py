"""What there is to spend on ideas, and where that is from."""

from roadmapctl.analysis.ideas.choose import Ideas
from roadmapctl.analysis.ideas.limits import Money, Time
from roadmapctl.report.figures import Line
from roadmapctl.report.ideas.words import Words


def limit_lines(found: Ideas, words: Words) -> tuple[Line, ...]:
    """Money and person-months."""
    return (
        Line(words.label("to_spend"), _money(found.money, words)),
        Line(words.label("people"), _time(found.time, words)),
    )


def _money(money: Money, words: Words) -> str:
    said = words.wording.money
    over = money.source == "left" and money.budget is not None and money.planned > money.budget
    key = "over" if over else money.source
    return words.label(
        f"money_{key}", amount=said(money.amount), budget=said(money.budget), planned=said(money.planned)
    )


def _time(time: Time, words: Words) -> str:
    people, length = words.number(time.people), words.number(time.months)
    return words.label(f"time_{time.source}", months=words.months(time.person_months), people=people, length=length)
