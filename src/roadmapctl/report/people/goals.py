"""Each goal broken down to people: who answers for it, what their tactics bring, and what nobody carries."""

from collections.abc import Iterator
from fractions import Fraction

from roadmapctl.analysis.people.broken_down import Breakdown, Part, broken_down
from roadmapctl.i18n import numbers
from roadmapctl.model.goals import Goal
from roadmapctl.report.figures import Column, Line, Section, Table
from roadmapctl.report.people.words import Words
from roadmapctl.report.wording import kind_of

COLUMNS = ("who", "answers", "tactics", ">brings", ">of_the_way")


def goal_sections(words: Words) -> tuple[Section, ...]:
    """A section for every goal, and for every other measure of its milestones."""
    return tuple(_section(found, words) for found in broken_down(words.wording.plan))


def _section(found: Breakdown, words: Words) -> Section:
    wording = words.wording
    goal = wording.plan.goals[found.goal]
    key = "goal_title" if found.is_own else "measure_title"
    title = words.label(key, goal=wording.goal(found.goal), metric=wording.metric(found.metric))
    rows = [_row(part, found, words) for part in found.parts]
    columns = tuple(Column(words.label(head.removeprefix(">")), words=head[0] != ">") for head in COLUMNS)
    table = Table(columns, (*rows, *_totals(found, words))) if any(part.tactics for part in found.parts) else None
    return Section(title, tuple(_lines(found, goal, words)), table, notes=tuple(_notes(found, words)))


def _lines(found: Breakdown, goal: Goal, words: Words) -> Iterator[Line]:
    wording = words.wording
    if found.asked is not None:
        yield Line(words.label("asked" if found.is_own else "asked_by_milestones"), _to_go(found, goal, words))
    if goal.due is not None and found.is_own:
        yield Line(words.label("due"), wording.day(goal.due))
    if found.answer and found.is_own:
        yield Line(words.label("answered_by"), words.people(found.answer))


def _to_go(found: Breakdown, goal: Goal, words: Words) -> str:
    wording = words.wording
    way = amount(found.asked, found, words, unit=wording.language == "zh")
    fields = {"way": way, "metric": wording.metric(found.metric)}
    if not found.is_own or goal.aim is None or found.asked == goal.aim:
        return words.label("in_all", **fields)
    ends = {
        "baseline": wording.quantity(goal.baseline or 0, goal.metric),
        "target": wording.quantity(goal.aim, goal.metric),
    }
    return words.label("to_go", **fields, **ends)


def amount(value: Fraction | None, found: Breakdown, words: Words, *, unit: bool = False) -> str:
    """An amount of the measure; of a rate in points, for it is a way and no level."""
    wording = words.wording
    metric = wording.plan.metrics.get(found.metric or "")
    if value is not None and kind_of(metric, wording.plan.currency) == "rate":
        return wording.label("points", number=numbers.number(value * 100))
    return wording.quantity(value, found.metric, unit=unit)


def cell(value: Fraction, found: Breakdown, words: Words) -> str:
    """The same with all its digits, so that those of a column can be compared."""
    metric = words.wording.plan.metrics.get(found.metric or "")
    kind = kind_of(metric, words.wording.plan.currency)
    if kind == "money":
        return words.money(value)
    return numbers.number(value) if kind == "number" else amount(value, found, words)


def _row(part: Part, found: Breakdown, words: Words) -> tuple[str, ...]:
    answers = "" if part.person is None else words.label("yes" if part.person in found.answer else "no")
    if not part.tactics:
        return words.person(part.person), answers, "", "", ""
    brings, share = cell(part.brings, found, words), _share(part.brings, found, words)
    return words.person(part.person), answers, words.tactics(part.tactics), brings, share


def _share(value: Fraction, found: Breakdown, words: Words) -> str:
    return words.wording.share(value / found.asked) if found.asked else ""


def _totals(found: Breakdown, words: Words) -> Iterator[tuple[str, ...]]:
    yield words.label("together"), "", "", cell(found.brings, found, words), _share(found.brings, found, words)
    gap = found.not_carried
    if gap is not None:
        yield words.label("not_carried"), "", "", cell(gap, found, words), _share(gap, found, words)


def _notes(found: Breakdown, words: Words) -> Iterator[str]:
    if found.metric is None:
        yield words.note("no_metric")
    elif not any(part.tactics for part in found.parts):
        yield words.note("no_tactic", id=found.goal, metric=found.metric)
    elif found.not_carried is not None:
        yield words.note(
            "not_carried", amount=amount(found.not_carried, found, words), asked=amount(found.asked, found, words)
        )
    unowned = next((part for part in found.parts if part.person is None), None)
    if unowned is not None:
        yield words.note(
            "no_owner", amount=amount(unowned.brings, found, words), tactics=words.tactics(unowned.tactics)
        )
    if found.elsewhere and found.is_own:
        yield words.note("elsewhere", amount=amount(found.elsewhere, found, words))
    if not found.answer and found.is_own:
        yield words.note("unanswered")
