"""A roll-up as sections: for each way of sharing out the budget and the goals, then one calendar, then the clashes."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from roadmapctl.analysis.rollup.calendar import Entry
from roadmapctl.analysis.rollup.goals import GoalSum
from roadmapctl.analysis.rollup.members import Member
from roadmapctl.analysis.rollup.rollup import Rollup, ShareSum
from roadmapctl.i18n import numbers
from roadmapctl.report.figures import Column, Figures, Section, Table
from roadmapctl.report.rollup.words import Words
from roadmapctl.report.wording import Wording, kind_of

COLUMNS = 6
"""Plans that have a column each in the table of goals; more would not fit on a screen."""
NAMED = 3
"""Goals that are named in one row of the calendar; the table above has all of them."""


def rollup_figures(found: Rollup, words: Words) -> Figures:
    """All of it."""
    count = len(found.members)
    plan = found.whole.plan.name if found.whole is not None else words.label("no_whole")
    title = words.label("title_one" if count == 1 else "title", plan=plan, count=count)
    sections = (section for way in found.ways for section in _way(way, words))
    calendars = [section for way in found.ways for section in _calendar(way, words)]
    return Figures(title, (*sections, *calendars, _clashes(found, words)), words.label("colon"))


def _way(way: ShareSum, words: Words) -> Iterator[Section]:
    name = words.label(f"way_{way.share.way}")
    title = f"{words.label('budget')}{words.label('colon')}{name}"
    yield Section(title, table=_budget(way, words), notes=tuple(_budget_notes(way, words)))
    if way.goals:
        title = f"{words.label('goals')}{words.label('colon')}{name}"
        yield Section(title, table=_goals(way, words), notes=_goal_notes(way, words))


def _budget(way: ShareSum, words: Words) -> Table:
    money, share = words.plan.money, words.plan.share
    rows = [
        (
            words.member(line.member),
            _time(line.member, words),
            money(line.budget),
            share(line.part),
            money(line.tactics),
        )
        for line in way.budget.lines
    ]
    total, whole, left = way.budget.total, way.budget.whole, way.budget.left
    rows.append((words.label("total"), "", money(total), share(total / whole) if whole else "", ""))
    if whole is not None and left is not None:
        rows.append((words.label("whole"), "", money(whole), "", ""))
        rows.append((words.label("over" if left < 0 else "left"), "", money(abs(left)), "", ""))
    heads = (Column(words.label("plan"), words=True), Column(words.label("period"), words=True))
    return Table((*heads, *(Column(words.label(key)) for key in ("budget", "part", "tactics"))), tuple(rows))


def _time(member: Member, words: Words) -> str:
    """The time of a plan, unless it is called after it."""
    time = words.period(member.plan.period)
    return "" if time in words.member(member) else time


def _budget_notes(way: ShareSum, words: Words) -> Iterator[str]:
    unsaid = [line.member for line in way.budget.lines if not line.stated]
    if unsaid:
        yield words.label("from_tactics", plans=words.members(unsaid))
    for line, gaps in way.unplanned.items():
        days = words.label("between").join(words.days(gap.start, gap.end) for gap in gaps)
        key = "unplanned" if len(way.share.lines()) == 1 else "unplanned_line"
        yield words.label(key, line=words.line(way.share, line), days=days)
    if way.share.way == "units" and len(words.found.ways) > 1:
        yield words.label("two_views")


def _goals(way: ShareSum, words: Words) -> Table:
    members = way.share.members if len(way.share.members) <= COLUMNS else ()
    heads = [Column(words.label("goal"), words=True), *(Column(words.member(member)) for member in members)]
    heads += [Column(words.label(key)) for key in ("total", "target", "difference")]
    rows = (_goal(goal, members, words) for goal in way.goals)
    return Table((*heads, Column(words.label("state"), words=True)), tuple(rows))


def _goal(found: GoalSum, members: tuple[Member, ...], words: Words) -> tuple[str, ...]:
    say = words.plan if words.found.whole is not None else _of_first(found, words)
    metric = found.goal.metric
    name = say.goal(found.id) if words.found.whole is not None else say.metric(metric)
    return (
        name,
        *(_of_member(found, member, say) for member in members),
        _value(found.total, metric, say),
        _value(found.target, metric, say),
        _over(found, say),
        words.label(f"state_{found.state}"),
    )


def _of_first(found: GoalSum, words: Words) -> Wording:
    """How the first of the plans that have the metric says its values."""
    return Wording(found.shares[0].member.plan, words.language) if found.shares else words.plan


def _over(found: GoalSum, say: Wording) -> str:
    """The difference with its sign; of a rate in points."""
    if not found.over:
        return ""
    if found.kind == "rate":
        return say.label("points", number=numbers.signed(numbers.number(found.over * 100)))
    return numbers.signed(_value(found.over, found.goal.metric, say))


def _value(value: Fraction | None, metric: str | None, say: Wording) -> str:
    """A value with all its digits where it is a plain number, so that a row can be compared."""
    plain = kind_of(say.plan.metrics.get(metric or ""), say.plan.currency) == "number"
    return say.units(value) if plain else say.quantity(value, metric)


def _of_member(found: GoalSum, member: Member, say: Wording) -> str:
    """What a member asks for towards the goal; several goals of it one after the other."""
    own = (share for share in found.shares if share.member is member)
    return say.join(_value(share.value, found.goal.metric, say) for share in own)


def _goal_notes(way: ShareSum, words: Words) -> tuple[str, ...]:
    levels = any(goal.kind != "flow" and len(goal.shares) > 1 for goal in way.goals)
    return (words.label("levels"),) if levels else ()


def _calendar(way: ShareSum, words: Words) -> Iterator[Section]:
    """What happens when in the plans of one way; two ways tell the same twice, in other pieces. Nothing where no plan has a day."""
    heads = tuple(Column(words.label(key), words=True) for key in ("when", "what", "kind", "in_plans", "owner"))
    rows = tuple(_entry(entry, way.share.members, words) for entry in _by_day(way.calendar))
    left = words.label("between").join(map(words.plan.tactic, words.found.left_out))
    notes = (words.label("whole_alone", tactics=left),) if left and way is words.found.ways[-1] else ()
    title = words.label("calendar")
    if len(words.found.ways) > 1:
        title += words.label("colon") + words.label(f"way_{way.share.way}")
    if rows or notes:
        yield Section(title, table=Table(heads, rows) if rows else None, notes=notes)


Row = tuple[Entry, ...]


def _by_day(entries: Sequence[Entry]) -> Iterator[Row]:
    """One row an entry; the goals that are due in the same plans on the same day share one."""
    goals: dict[tuple[date, tuple[Member, ...]], list[Entry]] = {}
    for entry in entries:
        if entry.kind == "goal":
            goals.setdefault((entry.start, entry.members), []).append(entry)
    for entry in entries:
        if entry.kind != "goal":
            yield (entry,)
        elif (together := goals[(entry.start, entry.members)])[0] is entry:
            yield tuple(together)


def _entry(row: Row, members: Sequence[Member], words: Words) -> tuple[str, ...]:
    first = row[0]
    say = Wording(first.members[0].plan, words.language)
    what = words.label("between").join(_name(entry, say, words) for entry in row[:NAMED])
    if len(row) > NAMED:
        what = words.label("and_more", goals=what, count=len(row) - NAMED)
    everywhere = 1 < len(first.members) == len(members)
    in_plans = words.label("all_plans") if everywhere else words.members(first.members)
    tactic = say.plan.tactics.get(first.id) if first.kind in ("tactic", "event") else None
    owner = "" if tactic is None else say.person(tactic.owner)
    return words.days(first.start, first.end), what, words.label(f"kind_{first.kind}"), in_plans, owner


def _name(entry: Entry, say: Wording, words: Words) -> str:
    if entry.kind == "review":
        return words.label(f"review_{entry.id}") if entry.id in ("midpoint", "final") else say.id(entry.id)
    if entry.kind == "goal":
        goal = say.plan.goals[entry.id]
        return f"{say.goal(entry.id)} {say.quantity(goal.aim, goal.metric)}".rstrip()
    return say.milestone(entry.id) if entry.kind == "milestone" else say.tactic(entry.id)


def _clashes(found: Rollup, words: Words) -> Section:
    if not found.clashes:
        return Section(words.label("clashes"), notes=(words.label("no_clashes"),))
    heads = (Column(words.label("severity"), words=True), Column(words.label("clash"), words=True))
    rows = tuple((words.label(f"severity_{clash.severity}"), words.clash(clash)) for clash in found.clashes)
    return Section(words.label("clashes"), table=Table(heads, rows))
