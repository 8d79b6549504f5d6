"""Goals, milestones, tactics and KPIs against plan, a row each."""

from roadmapctl.analysis.status.result import (
    Contribution,
    GoalStatus,
    KpiStatus,
    MilestoneStatus,
    Progress,
    Status,
    TacticStatus,
)
from roadmapctl.report.figures import Column, Section, Table
from roadmapctl.report.status.words import ABSENT, Words


def _table(words: Words, columns: str, rows: list[tuple[str, ...]]) -> Table:
    """Columns by their labels; a `<` before one sets it to the left."""
    heads = tuple(Column(words.label(key.removeprefix("<")), words=key.startswith("<")) for key in columns.split())
    return Table(heads, tuple(rows))


def goals_sections(goals: tuple[GoalStatus, ...], words: Words, notes: tuple[str, ...]) -> tuple[Section, Section]:
    """How each goal is doing, with the notes on what it comes from, and the values behind that."""
    shares = _table(words, "<goal <verdict attained pacing <by", [_goal_shares(goal, words) for goal in goals])
    values = _table(words, "<goal now to_date target projected", [_goal_values(goal, words) for goal in goals])
    return (
        Section(words.label("goals"), table=shares, notes=notes),
        Section(words.label("goals_in_figures"), table=values),
    )


def _goal_shares(goal: GoalStatus, words: Words) -> tuple[str, ...]:
    found = goal.progress
    return (
        words.goal(goal.id),
        words.verdict(found.verdict),
        words.share(found.attainment),
        words.share(found.pacing),
        words.plan.day(found.end),
    )


def _goal_values(goal: GoalStatus, words: Words) -> tuple[str, ...]:
    found = goal.progress
    values = (found.actual, found.to_date, found.target, found.projection)
    return (words.goal(goal.id), *(words.value(value, found.metric) for value in values))


def milestones_section(milestones: tuple[MilestoneStatus, ...], words: Words) -> Section:
    """Each milestone by its date."""
    rows = [_milestone(milestone, words) for milestone in milestones]
    return Section(words.label("milestones"), table=_table(words, "<milestone <of_target <date <verdict", rows))


def _milestone(one: MilestoneStatus, words: Words) -> tuple[str, ...]:
    found = one.progress
    return (words.milestone(one.id), _of_target(found, words), words.plan.day(one.date), _state(one, words))


def _of_target(found: Progress, words: Words) -> str:
    if found.metric is None:
        return ""
    values = {"actual": words.value(found.actual, found.metric), "target": words.value(found.target, found.metric)}
    if found.attainment is None:
        return words.label("of_target_plain", **values)
    key = "of_target_flow" if found.kind == "flow" else "of_target_way"
    return words.label(key, share=words.share(found.attainment), **values)


def _state(one: MilestoneStatus, words: Words) -> str:
    left = one.days_left
    key, fields = f"milestone_{one.state}", {}
    if one.state in ("reached", "reached_late"):
        known = one.progress.reached_on is not None
        return words.label(key, day=words.day(one.progress.reached_on)) if known else words.label(f"{key}_unknown")
    if one.state == "due":
        key = "milestone_undated" if left is None else "milestone_due_one" if left == 1 else key
        fields = {"verdict": words.verdict(one.progress.verdict)}
    elif one.state == "late":
        key += "_today" if left == 0 else "_one" if left == -1 else ""
    return words.label(key, number=str(abs(left or 0)), **fields)


def tactics_section(tactics: tuple[TacticStatus, ...], words: Words) -> Section:
    """Each tactic: how much of its time is over, what it brought and cost, and what was planned of both by now."""
    rows = [_tactic(tactic, words) for tactic in tactics]
    columns = "<tactic days_over <brought <spent_of <verdict"
    return Section(words.label("tactics"), table=_table(words, columns, rows))


def _tactic(one: TacticStatus, words: Words) -> tuple[str, ...]:
    begun, money, spent = one.state != "not_started", one.money, ""
    brought = words.plan.join(_contribution(row, words) for row in one.contributions if begun or row.actual)
    if money.spent is not None and (money.spent or (money.budget is not None and begun)):
        spent = words.label("pair_of_money", actual=words.money(money.spent), planned=words.money(money.to_date))
    return (words.tactic(one.id), words.share(one.elapsed), brought, spent, _tactic_verdict(one, words))


def _contribution(row: Contribution, words: Words) -> str:
    actual, planned = (words.added(value, row.metric) for value in (row.actual, row.to_date))
    pair = words.label("pair_of_money" if words.is_money(row.metric) else "pair", actual=actual, planned=planned)
    return words.label("pair_with", pair=pair, metric=words.metric(row.metric))


def _tactic_verdict(one: TacticStatus, words: Words) -> str:
    if one.state == "not_started":
        return words.label("tactic_not_started")
    if one.silent:
        return words.label("tactic_unknown" if one.verdict == "no_data" else "tactic_silent")
    return words.verdict(one.verdict)


def kpis_section(kpis: tuple[KpiStatus, ...], words: Words) -> Section:
    """Each metric by its level; a level is named in its first row."""
    rows, named = [], ""
    no_level = words.label("no_level") if any(one.level is not None for one in kpis) else ""
    for one in kpis:
        level = words.plan.choice("level", one.level) or no_level
        rows.append(_kpi(one, "" if level == named else level, words))
        named = level
    columns = "<level <kpi now change target <verdict"
    return Section(words.label("kpis"), table=_table(words, columns, rows))


def _kpi(one: KpiStatus, level: str, words: Words) -> tuple[str, ...]:
    change = ""
    if one.kind != "flow" and one.before is not None and one.actual is not None:
        change = ("+" if one.actual > one.before else "") + words.difference(one.actual - one.before, one.metric)
    return (
        level,
        words.metric(one.metric),
        words.value(one.actual, one.metric),
        change,
        "" if one.target is None else words.value(one.target, one.metric),
        words.verdict(one.verdict) if one.goal is not None or one.actual is None else ABSENT,
    )


def tables(found: Status, words: Words, notes: tuple[str, ...]) -> tuple[Section, ...]:
    """A section for each kind of thing that the plan has. `notes` say what the goals' differences come from."""
    sections: list[Section] = []
    if found.goals:
        sections.extend(goals_sections(found.goals, words, notes))
    if found.milestones:
        sections.append(milestones_section(found.milestones, words))
    if found.tactics:
        sections.append(tactics_section(found.tactics, words))
    if any(one.level is not None or one.actual is not None for one in found.kpis):
        sections.append(kpis_section(found.kpis, words))
    return tuple(sections)
