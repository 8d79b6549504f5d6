"""What the pyramid adds: stakeholders, playbooks and their runs, means, the team with its goals, and its handovers."""

from collections.abc import Iterator, Mapping

from roadmapctl.analysis.playbooks.runs import runs as planned_runs
from roadmapctl.analysis.playbooks.touches import clashes, touches
from roadmapctl.model.organization import Stakeholder
from roadmapctl.report.figures import Section
from roadmapctl.report.people.goals import goal_sections
from roadmapctl.report.people.team import duties_section, function_section, load_section, structure_section
from roadmapctl.report.people.words import Words as PeopleWords
from roadmapctl.report.playbooks.book import book_sections
from roadmapctl.report.playbooks.calendar import Calendar, calendar_section
from roadmapctl.report.playbooks.view import undated
from roadmapctl.report.playbooks.words import Words as PlaybookWords
from roadmapctl.report.view.telling import chosen, label, rows_of
from roadmapctl.report.wording import Wording


def stakeholders(words: Wording) -> tuple[Section, ...]:
    """Who has to agree, where they stand, and how their concerns are resolved; executives first."""
    organization = words.plan.organization
    found = organization.stakeholders if organization is not None else {}
    ordered = sorted(found.items(), key=lambda item: item[1].level != "executive")
    rows = (
        (
            one.name or words.id(id_),
            chosen(words, one.level),
            one.decides or "",
            chosen(words, one.stance),
            one.priority or "",
            words.day(one.involved),
        )
        for id_, one in ordered
    )
    concerns = (
        (one.name or words.id(id_), one.concern or "", one.resolution or "")
        for id_, one in ordered
        if one.concern is not None or one.resolution is not None
    )
    everybody = rows_of(words, "stakeholder level decides stance priority involved", rows)
    conflicts = rows_of(words, "stakeholder concern resolution", concerns)
    notes = tuple(_agreement(found, words))
    sections = (*everybody, *conflicts)
    return (*sections[:-1], sections[-1]._replace(notes=notes)) if sections else ()


def _agreement(found: Mapping[str, Stakeholder], words: Wording) -> Iterator[str]:
    """How many conflicts there are and how many of them are resolved; who has not been asked."""
    conflicts = {id_: one for id_, one in found.items() if one.stance in ("concerned", "opposed")}
    open_ones = [one.name or words.id(id_) for id_, one in conflicts.items() if one.resolution is None]
    if conflicts:
        counts = {"all": words.count(len(conflicts)), "resolved": words.count(len(conflicts) - len(open_ones))}
        yield label(words, "conflicts", **counts)
    if open_ones:
        yield label(words, "unresolved", names=words.join(open_ones))
    unasked = [one.name or words.id(id_) for id_, one in found.items() if one.stance in (None, "unknown")]
    if unasked:
        yield label(words, "unasked", names=words.join(unasked))


def playbooks(words: Wording) -> tuple[Section, ...]:
    """Every playbook: the journey in front and behind, the systems with their fields, the touches, the KPIs, the lessons."""
    said = PlaybookWords(words)
    return tuple(section for id_ in words.plan.playbooks for section in book_sections(id_, said))


def runs(words: Wording) -> tuple[Section, ...]:
    """The tactics that follow a playbook, then every touch of theirs on its day."""
    rows = (
        (
            words.plan.playbooks[tactic.playbook].name or words.id(tactic.playbook),
            words.tactic(id_),
            words.day(tactic.event.date) if tactic.event is not None else words.span(tactic.start, tactic.end),
            words.person(tactic.owner),
        )
        for id_, tactic in words.plan.tactics.items()
        if tactic.playbook in words.plan.playbooks
    )
    found = rows_of(words, "playbook tactic date owner", rows)
    return (*found, *_touches(words)) if found else ()


def _touches(words: Wording) -> tuple[Section, ...]:
    plan, said = words.plan, PlaybookWords(words)
    planned = planned_runs(plan)
    dated = touches(plan, planned)
    section = calendar_section(Calendar(planned, dated, clashes(dated)), said)
    notes = tuple(undated(planned, said))
    if section is None:
        return (Section(notes=notes),) if notes else ()
    return (section._replace(notes=section.notes + notes),)


def team(words: Wording) -> tuple[Section, ...]:
    """Structure, head and headcount, everybody with duties, goals and incentive, and the functions with who carries them."""
    organization, said = words.plan.organization, PeopleWords(words)
    if organization is None:
        return ()
    told = (structure_section, duties_section, function_section)
    found = [section for tell in told if (section := tell(organization, said)) is not None]
    return (found[0]._replace(title=""), *found[1:]) if found else ()  # the chapter's heading names the first


def owners(words: Wording) -> tuple[Section, ...]:
    """The team where nothing else tells of its load: duties beside tactics and money. Functions are duties from the other side,
    so they are told only where the plan says which are needed."""
    organization, said = words.plan.organization, PeopleWords(words)
    if organization is None:
        return ()
    needed = function_section(organization, said) if organization.functions else None
    told = (structure_section(organization, said), duties_section(organization, said, loaded=True), needed)
    found = [section for section in told if section is not None]
    return (found[0]._replace(title=""), *found[1:]) if found else ()


def goals_by_person(words: Wording) -> tuple[Section, ...]:
    """Every goal broken down to the people whose tactics lead to it, where the plan names owners or who answers for a goal."""
    people = words.plan.organization.people.values() if words.plan.organization is not None else ()
    carried = any(tactic.owner for tactic in words.plan.tactics.values()) or any(person.goals for person in people)
    said = PeopleWords(words)
    found = goal_sections(said) if carried else ()
    return (Section(notes=(said.note("broken_down"),)), *found) if found else ()


def workload(words: Wording) -> tuple[Section, ...]:
    """What everybody has on their hands, and how much of it at once."""
    section = load_section(PeopleWords(words)) if words.plan.tactics else None
    return () if section is None else (section._replace(title=""),)


def handovers(words: Wording) -> tuple[Section, ...]:
    """Who passes leads on, to whom they report, and what they are judged by."""
    organization = words.plan.organization
    rows = (
        (words.id(id_), one.reports_to or "", words.join(words.id(measure) for measure in one.judged_by))
        for id_, one in (organization.handovers.items() if organization is not None else ())
    )
    return rows_of(words, "team reports_to judged_by", rows)
