"""The tables of a review: goals, other figures, tactics, hypotheses."""

from collections.abc import Iterable, Iterator

from roadmapctl.analysis.review.hypotheses import Held
from roadmapctl.analysis.review.review import Reviewed
from roadmapctl.analysis.review.verdicts import TacticVerdict
from roadmapctl.analysis.status.result import GoalStatus, KpiStatus, MilestoneStatus, Money
from roadmapctl.report.figures import Column, Line, Section, Table
from roadmapctl.report.review.words import Words

Row = tuple[str, ...]


def goals(found: Reviewed, words: Words) -> Iterator[Section]:
    """Attainment, pacing and projection of every goal, and the largest causes."""
    if found.status is not None and found.status.goals:
        heads = "goal >target >actual >attainment >pacing >projection state"
        section = _section("goals", heads, (_goal(one, words) for one in found.status.goals), words)
        yield section._replace(notes=tuple(_causes(found.status.goals, words)))


def _causes(found: Iterable[GoalStatus], words: Words) -> Iterator[str]:
    """The largest cause of what is ahead or behind."""
    for one in found:
        if one.causes and one.verdict not in ("on_track", "reached"):
            yield words.label("largest_cause", goal=words.plan.goal(one.id), cause=words.cause(one.causes[0]))


def _goal(one: GoalStatus, words: Words) -> Row:
    progress, plan = one.progress, words.plan
    return (
        plan.goal(one.id),
        words.amount(progress.target, progress.metric),
        words.amount(progress.actual, progress.metric),
        plan.reached(progress.attainment),
        plan.reached(progress.pacing),
        words.amount(progress.projection, progress.metric) if one.verdict not in ("reached", "missed") else "",
        words.label(one.verdict),
    )


def milestones(found: Reviewed, words: Words) -> Iterator[Section]:
    """The milestones with their days, and whether they were reached."""
    if found.status is not None and found.status.milestones:
        rows = (_milestone(one, words) for one in found.status.milestones)
        yield _section("milestones", "milestone date >target >actual state", rows, words)


def _milestone(one: MilestoneStatus, words: Words) -> Row:
    progress = one.progress
    return (
        words.plan.milestone(one.id),
        words.plan.day(one.date),
        words.amount(progress.target, progress.metric),
        words.amount(progress.actual, progress.metric),
        words.label(f"milestone_{one.state}"),
    )


def kpis(found: Reviewed, words: Words) -> Iterator[Section]:
    """The figures that no goal stands for."""
    rows = [one for one in found.status.kpis if one.goal is None and one.actual is not None] if found.status else []
    if rows:
        yield _section("kpis", "metric level >before >actual >measured", (_kpi(one, words) for one in rows), words)


def _kpi(one: KpiStatus, words: Words) -> Row:
    return (
        words.plan.metric(one.metric),
        words.plan.choice("level", one.level),
        words.amount(one.before, one.metric),
        words.amount(one.actual, one.metric),
        words.plan.day(one.measured),
    )


def money(found: Reviewed, words: Words) -> Iterator[Section]:
    """What was spent, against what was due and what there is."""
    spend = found.status.spend.money if found.status is not None else None
    if spend is None or spend.spent is None:
        return
    values = {"budget": spend.budget, "to_date": spend.to_date, "spent": spend.spent, "spent_at_pace": spend.projection}
    lines = (Line(words.label(key), words.plan.money(value)) for key, value in values.items() if value is not None)
    yield Section(words.label("money"), lines=tuple(lines))


def tactics(found: Reviewed, words: Words) -> Iterator[Section]:
    """The verdict on every tactic and its reasons."""
    if found.verdicts:
        rows = (_tactic(one, words) for one in found.verdicts)
        section = _section("tactics", "tactic >came >spent_of verdict why", rows, words)
        yield section._replace(notes=(words.label("how_decided", id=found.moment.id),))


def _tactic(one: TacticVerdict, words: Words) -> Row:
    status = one.evidence.status
    spent = ""
    money = status.money if status is not None else Money()
    if money.spent or (money.spent is not None and money.budget is not None):
        budget = words.plan.money(money.budget) or "–"
        spent = words.label("of", spent=words.plan.money(money.spent), budget=budget)
    pace = words.plan.reached(one.evidence.pace)
    return words.plan.tactic(one.id), pace, spent, words.verdict(one), words.why(one)


def hypotheses(found: Reviewed, words: Words) -> Iterator[Section]:
    """From where to where each hypothesis hoped to move its metric, and where it went."""
    if found.hypotheses:
        rows = (_hypothesis(one, words) for one in found.hypotheses)
        yield _section("hypotheses", "tactic change metric >from >to >actual outcome", rows, words)


def _hypothesis(one: Held, words: Words) -> Row:
    plan, hypothesis = words.plan, one.hypothesis
    moved = plan.reached(one.moved)
    return (
        plan.tactic(one.tactic),
        hypothesis.change or "",
        plan.metric(hypothesis.metric),
        plan.quantity(hypothesis.from_, hypothesis.metric),
        plan.quantity(hypothesis.to, hypothesis.metric),
        plan.quantity(one.actual, hypothesis.metric),
        words.label(one.outcome, share=moved) if one.outcome == "partly" else words.label(one.outcome),
    )


def _section(title: str, heads: str, rows: Iterable[Row], words: Words) -> Section:
    columns = tuple(Column(words.label(head.removeprefix(">")), words=head[0] != ">") for head in heads.split())
    return Section(words.label(title), table=Table(columns, tuple(rows)))
