"""Who does what and how much of it, and the organisation: structure, functions, channels."""

from collections.abc import Iterator
from fractions import Fraction

from roadmapctl.analysis.money.budget import budget_view
from roadmapctl.analysis.people.channels import channel_hands
from roadmapctl.analysis.people.functions import functions
from roadmapctl.analysis.people.loads import Load, loads
from roadmapctl.analysis.people.structures import structure_gaps
from roadmapctl.i18n import numbers
from roadmapctl.model.organization import Organization
from roadmapctl.report.figures import Line, Section
from roadmapctl.report.people.words import Words
from roadmapctl.report.wording import kind_of


def team_sections(words: Words) -> tuple[Section, ...]:
    """Structure, duties, load, functions and channels; those left out of which the plan says nothing."""
    organization = words.wording.plan.organization
    around = (
        () if organization is None else (structure_section(organization, words), duties_section(organization, words))
    )
    functions = None if organization is None else function_section(organization, words)
    found = (*around, load_section(words), functions, _channels(words))
    return tuple(section for section in found if section is not None)


def structure_section(organization: Organization, words: Words) -> Section | None:
    """The structure with what it expects, the head, the headcount, and what the listed people do not answer."""
    lines = tuple(_structure(organization, words))
    notes = tuple(words.note(gap) for gap in structure_gaps(organization))
    return Section(words.label("organization"), lines, notes=notes) if lines or notes else None


def _structure(organization: Organization, words: Words) -> Iterator[Line]:
    if organization.structure is not None:
        yield Line(words.label("structure"), words.label(organization.structure))
        yield Line(words.label("expects"), words.label(f"expects_{organization.structure}"))
    if organization.head is not None:
        yield Line(words.label("head"), words.person(organization.head))
    count = organization.headcount
    if count is not None and count.now is not None and count.asked is not None:
        asked = {"now": words.wording.count(count.now), "asked": words.wording.count(count.asked)}
        yield Line(words.label("headcount"), words.label("now_and_asked", **asked))


def duties_section(organization: Organization, words: Words, *, loaded: bool = False) -> Section | None:
    """Everybody with role, unit, duties, goals and incentive; `loaded`: and with their tactics and the money in them."""
    wording = words.wording
    owned = {line.id: line for line in budget_view(wording.plan).by_owner} if loaded else {}
    rows = [
        (
            words.person(id_),
            one.role or "",
            one.unit or "",
            wording.join(one.functions),
            wording.join(map(wording.goal, one.goals)),
            words.person(one.reports_to) if one.reports_to in organization.people else one.reports_to or "",
            one.incentive or "",
            wording.count(owned[id_].tactics) if id_ in owned else "",
            wording.budget(owned[id_].planned or None) if id_ in owned else "",
        )
        for id_, one in organization.people.items()
    ]
    heads = "who role unit functions goals reports_to incentive >tactics >budget"
    return words.table(words.label("duties"), heads, rows)


def load_section(words: Words) -> Section | None:
    """What everybody has on their hands."""
    found = loads(words.wording.plan)
    over = tuple(load.person or "" for load in found if load.is_over)
    section = words.table(
        words.label("load"),
        "who capacity >tactics at_once busiest brings >budget >hours",
        [_load(load, words) for load in found],
    )
    notes = (words.note("at_once"), *((words.note("over", people=words.people(over)),) if over else ()))
    return None if section is None else section._replace(notes=notes)


def _load(load: Load, words: Words) -> tuple[str, ...]:
    wording = words.wording
    people = wording.plan.organization.people if wording.plan.organization is not None else {}
    capacity = people[load.person].capacity if load.person in people else None
    return (
        words.person(load.person),
        wording.share(capacity),
        wording.count(len(load.tactics)),
        _at_once(load, words),
        wording.day(load.busiest) if load.at_once > 1 else "",
        wording.join(_brings(metric, value, words) for metric, value in load.brings.items()),
        words.money(load.budget) if load.budget else "",
        wording.count(load.hours) if load.hours != Fraction(0) else "",
    )


def _brings(metric: str, value: Fraction, words: Words) -> str:
    """`450 leads`, `45 points of the reply rate`."""
    wording = words.wording
    if kind_of(wording.plan.metrics.get(metric), wording.plan.currency) == "rate":
        value_said = wording.label("points", number=numbers.number(value * 100))
    else:
        value_said = wording.quantity(value, metric)
    return words.label("amount_of", amount=value_said, metric=wording.metric(metric))


def _at_once(load: Load, words: Words) -> str:
    if load.limit is None:
        return words.wording.count(load.at_once)
    fields = {"number": words.wording.count(load.at_once), "limit": words.wording.count(load.limit)}
    return words.label("too_many" if load.is_over else "at_once_of", **fields)


def function_section(organization: Organization, words: Words) -> Section | None:
    """Every function with those who carry it; those that are needed and nobody's are named below."""
    found = functions(organization)
    declared = any(function.needed for function in found)
    rows = [
        (
            one.name,
            words.people(one.people) or words.label("nobody"),
            words.label("yes" if one.needed else "no") if declared else "",
        )
        for one in found
    ]
    section = words.table(words.label("function_table"), "function carried_by needed", rows)
    gaps = words.wording.join(one.name for one in found if not one.people)
    notes = (words.note("function_gap", functions=gaps),) if gaps else ()
    return None if section is None else section._replace(notes=notes)


def _channels(words: Words) -> Section | None:
    wording = words.wording
    found = channel_hands(wording.plan)
    rows = [
        (
            wording.id(one.channel),
            words.tactics(one.tactics),
            wording.join(dict.fromkeys(_playbook(id_, words) for id_ in one.sends)),
            words.people(one.people) or words.label("nobody"),
        )
        for one in found
    ]
    section = words.table(words.label("channel_table"), "channel on_it sent_by carried_by", rows)
    gaps = words.wording.join(words.wording.id(one.channel) for one in found if not one.people)
    notes = (words.note("channel_gap", channels=gaps),) if gaps else ()
    return None if section is None else section._replace(notes=notes)


def _playbook(tactic: str, words: Words) -> str:
    plan = words.wording.plan
    id_ = plan.tactics[tactic].playbook or ""
    return plan.playbooks[id_].name or words.wording.id(id_)
