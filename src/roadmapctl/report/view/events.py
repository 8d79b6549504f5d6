"""What the event programme adds: its calendar, the content matrix and its gaps, experience, calls to action, return."""

from roadmapctl.model.tactics import Tactic, TacticEvent
from roadmapctl.report.figures import Section
from roadmapctl.report.view.telling import chosen, label, rows_of
from roadmapctl.report.wording import Wording

STAGES = ("aware", "consider", "compare", "buy", "buy-again")
TIERS = ("hero", "hub", "hygiene")
Held = tuple[str, Tactic, TacticEvent]


def _events(words: Wording) -> list[Held]:
    """The tactics that are events, in order of their dates; those without one at their tactic's start, or last."""
    held = [(id_, tactic, tactic.event) for id_, tactic in words.plan.tactics.items() if tactic.event is not None]
    return sorted(held, key=lambda one: str(one[2].date or one[1].start or "9"))


def programme(words: Wording) -> tuple[Section, ...]:
    """The events in order of their dates, with tier, format and what each is judged by."""
    rows = (
        (
            words.day(event.date) or words.span(tactic.start, tactic.end),
            words.tactic(id_),
            chosen(words, event.tier),
            words.id(event.format),
            words.segment(tactic.segment),
            words.join(words.metric(metric) for metric in event.judged_by),
            words.person(tactic.owner),
        )
        for id_, tactic, event in _events(words)
    )
    return rows_of(words, "date event tier format segment judged_by owner", rows)


def content(words: Wording) -> tuple[Section, ...]:
    """The events by buying stage, message and content tier; stages and tiers without one are named."""
    held = _events(words)
    if not held:
        return ()
    rows = (
        (
            chosen(words, stage),
            words.tactic(id_),
            words.id(event.format),
            _message(words, event.message),
            chosen(words, event.content),
        )
        for stage in (*STAGES, None)
        for id_, _, event in held
        if event.stage == stage
    )
    silent = [stage for stage in STAGES if all(event.stage != stage for _, _, event in held)]
    absent = [tier for tier in TIERS if all(event.content != tier for _, _, event in held)]
    notes = (
        label(words, "gap", stages=words.join(chosen(words, one) for one in silent)) if silent else "",
        label(words, "no_tier", tiers=words.join(chosen(words, one) for one in absent)) if absent else "",
    )
    return rows_of(words, "buying_stage event format message content", rows, notes)


def _message(words: Wording, id_: str | None) -> str:
    messages = words.plan.strategy.messages if words.plan.strategy is not None else {}
    return (messages[id_].name or words.id(id_)) if id_ in messages else words.id(id_)


def experience(words: Wording) -> tuple[Section, ...]:
    """What guests experience: peaks, ways to take part, and how easily they come in."""
    rows = (
        (
            words.tactic(id_),
            words.join(chosen(words, peak) for peak in event.peaks),
            words.join(words.id(way) for way in event.interaction),
            words.count(event.form_fields),
            chosen(words, event.known_guests),
        )
        for id_, _, event in _events(words)
    )
    return rows_of(words, "event peaks interaction >form_fields known_guests", rows)


def actions(words: Wording) -> tuple[Section, ...]:
    """Every event's call to action, the stage it leads to, what it brings, and what follows for each grade of lead."""
    rows = (
        (
            words.tactic(id_),
            event.cta.action or "" if event.cta is not None else "",
            words.stage(event.cta.leads_to) if event.cta is not None else "",
            _brings(words, tactic),
            words.join(
                label(words, "grade", grade=grade.upper(), text=text) for grade, text in event.follow_up.items()
            ),
        )
        for id_, tactic, event in _events(words)
    )
    return rows_of(words, "event action leads_to brings follow_up", rows)


def _brings(words: Wording, tactic: Tactic) -> str:
    given = tactic.contributes.items()
    return words.join(f"{words.quantity(value, metric)} {words.metric(metric)}" for metric, value in given)


def returned(words: Wording) -> tuple[Section, ...]:
    """What every event costs in money and hours, what its playbook saves, and what its content becomes."""
    books = words.plan.playbooks
    rows = (
        (
            words.tactic(id_),
            words.money(tactic.budget),
            words.count(event.hours),
            words.count(books[tactic.playbook].saves_hours) if tactic.playbook in books else "",
            words.join(words.id(form) for form in event.reuse),
        )
        for id_, tactic, event in _events(words)
    )
    return rows_of(words, "event >budget >hours >saved reuse", rows, (_buying(words),))


def _buying(words: Wording) -> str:
    buying = words.plan.market.buying if words.plan.market is not None else None
    if buying is None or buying.touches is None or buying.people is None or buying.channels is None:
        return ""
    counts = {key: words.count(getattr(buying, key)) for key in ("touches", "people", "channels")}
    return label(words, "buying", **counts)
