"""Step 6: what the tactics cost, by milestone and by channel, and what is left."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from roadmapctl.analysis.money.budget import BudgetLine, BudgetView, budget_view
from roadmapctl.analysis.split import largest_remainder
from roadmapctl.report.view.milestones import in_time
from roadmapctl.report.wording import Wording


class BudgetRow(NamedTuple):
    """The money of some tactics, and its part of all that is planned in whole per cent that sum to 100."""

    name: str
    tactics: str
    planned: str
    share: str


class BudgetSection(NamedTuple):
    """The section. `sentence` holds what is planned against the plan's budget; `is_over` where more is planned than there is."""

    sentence: str
    planned: str
    budget: str
    left: str
    is_over: bool
    by_milestone: tuple[BudgetRow, ...]
    by_channel: tuple[BudgetRow, ...]
    total: BudgetRow


def budget_section(words: Wording) -> BudgetSection | None:
    """The section, or None where neither the plan nor a tactic has a budget."""
    view = budget_view(words.plan)
    if view.budget is None and not view.total:
        return None
    return BudgetSection(
        sentence=_sentence(view, words),
        planned=words.money(view.total),
        budget=words.money(view.budget),
        left=words.money(view.left),
        is_over=view.left is not None and view.left < 0,
        by_milestone=_rows(_by_date(view, words), view.total, words.milestone, "no_milestone", words),
        by_channel=_rows(_by_size(view.by_channel), view.total, words.id, "no_channel", words),
        total=_row(words.label("total"), len(words.plan.tactics), view.total, 100 if view.total else None, words),
    )


def _sentence(view: BudgetView, words: Wording) -> str:
    if view.left is None or view.budget is None:
        return words.label("budget_planned", planned=words.money(view.total))
    key = "budget_over" if view.left < 0 else "budget_left" if view.left > 0 else "budget_spent"
    return words.label(
        key, planned=words.money(view.total), budget=words.money(view.budget), left=words.money(abs(view.left))
    )


def _by_date(view: BudgetView, words: Wording) -> list[BudgetLine]:
    places = {id_: place for place, (id_, _) in enumerate(in_time(words))}
    return sorted(view.by_milestone, key=lambda line: places.get(line.id or "", len(places)))


def _by_size(lines: Iterable[BudgetLine]) -> list[BudgetLine]:
    return sorted(lines, key=lambda line: -line.planned)


def _rows(
    lines: Iterable[BudgetLine], total: Decimal, name: Callable[[str | None], str], nameless: str, words: Wording
) -> tuple[BudgetRow, ...]:
    lines = tuple(lines)
    parts = largest_remainder(100, [Fraction(line.planned) for line in lines]) if total else (None,) * len(lines)
    return tuple(
        _row(words.label(nameless) if line.id is None else name(line.id), line.tactics, line.planned, part, words)
        for line, part in zip(lines, parts, strict=True)
    )


def _row(name: str, tactics: int, planned: Decimal, per_cent: int | None, words: Wording) -> BudgetRow:
    return BudgetRow(name, words.count(tactics), words.budget(planned), "" if per_cent is None else f"{per_cent}%")
