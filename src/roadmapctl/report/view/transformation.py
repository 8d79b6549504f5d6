"""What the pyramid adds: stakeholders, playbooks and their runs, means, the team and its handovers."""

from collections.abc import Iterator

from roadmapctl.model.playbooks import Playbook
from roadmapctl.report.figures import Line, Section
from roadmapctl.report.view.telling import chosen, label, rows_of
from roadmapctl.report.wording import Wording


def stakeholders(words: Wording) -> tuple[Section, ...]:
    """Who has to agree, where they stand, and how their concerns are resolved; executives first."""
    organization = words.plan.organization
    found = organization.stakeholders.items() if organization is not None else ()
    rows = (
        (
            one.name or words.id(id_),
            chosen(words, one.level),
            one.decides or "",
            chosen(words, one.stance),
            one.priority or "",
            one.concern or "",
            one.resolution or "",
            words.day(one.involved),
        )
        for id_, one in sorted(found, key=lambda item: item[1].level != "executive")
    )
    return rows_of(words, "stakeholder level decides stance priority concern resolution involved", rows)


def playbooks(words: Wording) -> tuple[Section, ...]:
    """Every playbook: the journey in front and behind, the systems with their fields, the touches, the KPIs by level."""
    return tuple(
        section
        for id_, playbook in words.plan.playbooks.items()
        for section in _playbook(words, playbook.name or words.id(id_), playbook)
    )


def _playbook(words: Wording, name: str, playbook: Playbook) -> Iterator[Section]:
    journey = ((t.customer or "", t.behind or "", words.id(t.system)) for t in playbook.touchpoints)
    systems = (
        (words.id(id_), one.does or "", words.join(_sends(words, to, fields) for to, fields in one.sends.items()))
        for id_, one in playbook.systems.items()
    )
    touches = ((step.at or "", words.id(step.channel), step.message or "") for step in playbook.sequence)
    yield Section(name, notes=tuple(_notes(words, playbook)))
    yield from rows_of(words, "customer behind system", journey)
    yield from rows_of(words, "system does sends", systems)
    yield from rows_of(words, "at channel says", touches)


def _sends(words: Wording, to: str, fields: tuple[str, ...]) -> str:
    return label(words, "sends_to", system=words.id(to), fields=words.join(fields))


def _notes(words: Wording, playbook: Playbook) -> Iterator[str]:
    for level in ("educate", "engage", "advocate"):
        metrics = getattr(playbook.kpis, level) if playbook.kpis is not None else ()
        if metrics:
            named = words.join(words.metric(metric) for metric in metrics)
            yield label(words, "kpi_line", level=label(words, level), metrics=named)
    for text in playbook.learned:
        yield label(words, "learned", text=text)


def runs(words: Wording) -> tuple[Section, ...]:
    """The tactics that follow a playbook."""
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
    return rows_of(words, "playbook tactic date owner", rows)


def means(words: Wording) -> tuple[Section, ...]:
    """The means and tools, with what decided for each."""
    strategy = words.plan.strategy
    rows = (
        (
            one.name or words.id(id_),
            chosen(words, one.audience),
            one.habits or "",
            chosen(words, one.objective),
            one.resources or "",
        )
        for id_, one in (strategy.means.items() if strategy is not None else ())
    )
    return rows_of(words, "name audience habits objective resources", rows)


def team(words: Wording) -> tuple[Section, ...]:
    """Structure, head and headcount, then everybody with duties, goals and incentive."""
    organization = words.plan.organization
    if organization is None:
        return ()
    count = organization.headcount
    asked = "" if count is None else words.count(count.now), "" if count is None else words.count(count.asked)
    facts = (
        ("structure", chosen(words, organization.structure)),
        ("head", words.person(organization.head)),
        ("headcount", label(words, "now_and_asked", now=asked[0], asked=asked[1]) if all(asked) else ""),
    )
    lines = tuple(Line(label(words, key), text) for key, text in facts if text)
    rows = (
        (
            words.person(id_),
            words.join(person.functions),
            words.join(words.goal(goal) for goal in person.goals),
            person.reports_to or "",
            person.incentive or "",
        )
        for id_, person in organization.people.items()
    )
    table = rows_of(words, "person functions answers_for reports_to incentive", rows)
    if table:
        return (table[0]._replace(lines=lines),)
    return (Section(lines=lines),) if lines else ()


def handovers(words: Wording) -> tuple[Section, ...]:
    """Who passes leads on, to whom they report, and what they are judged by."""
    organization = words.plan.organization
    rows = (
        (words.id(id_), one.reports_to or "", words.join(words.id(measure) for measure in one.judged_by))
        for id_, one in (organization.handovers.items() if organization is not None else ())
    )
    return rows_of(words, "team reports_to judged_by", rows)
