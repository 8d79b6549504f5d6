"""One playbook: the journey in front and behind, its systems, its touches, its KPIs by level, and what its runs taught."""

from collections.abc import Iterable, Iterator

from roadmapctl.analysis.playbooks.lessons import Lesson, lessons
from roadmapctl.analysis.playbooks.levels import LEVELS, Kpi, kpis
from roadmapctl.analysis.playbooks.systems import systems
from roadmapctl.model.playbooks import Playbook
from roadmapctl.report.figures import Arrow, Column, Flow, Section, Table
from roadmapctl.report.playbooks.words import Words


def book_sections(id_: str, words: Words) -> tuple[Section, ...]:
    """The sections of a playbook, those left out of which it says nothing."""
    playbook = words.wording.plan.playbooks[id_]
    name = words.playbook(id_)
    found = (
        _table(words, name, "journey", "number customer behind system", _journey(playbook, words)),
        _systems(playbook, name, words),
        _table(words, name, "sequence", "at channel message", _sequence(playbook, words)),
        _kpis(playbook, name, words),
        _taught(id_, name, words),
    )
    return tuple(section for section in found if section is not None)


def _table(words: Words, name: str, title: str, heads: str, rows: Iterable[tuple[str, ...]]) -> Section | None:
    found = tuple(rows)
    if not found:
        return None
    columns = tuple(Column(words.label(head), words=head != "number") for head in heads.split())
    return Section(words.label(title, playbook=name), table=Table(columns, found))


def _journey(playbook: Playbook, words: Words) -> Iterator[tuple[str, ...]]:
    for number, point in enumerate(playbook.touchpoints, 1):
        yield str(number), point.customer or "", point.behind or "", words.wording.id(point.system)


def _sequence(playbook: Playbook, words: Words) -> Iterator[tuple[str, ...]]:
    for step in playbook.sequence:
        yield words.at(step.at) if step.at is not None else "", words.wording.id(step.channel), step.message or ""


def _systems(playbook: Playbook, name: str, words: Words) -> Section | None:
    section = _table(words, name, "systems", "system does sends", _system_rows(playbook, words))
    return None if section is None else section._replace(flow=flow(playbook, name, words))


def _system_rows(playbook: Playbook, words: Words) -> Iterator[tuple[str, ...]]:
    found = systems(playbook)
    for id_ in found.ids:
        sends = (_sends(one.fields, one.receiver, words) for one in found.flows if one.sender == id_)
        yield (
            words.wording.id(id_),
            _does(id_, playbook, found.idle, words),
            "；".join(sends) if words.wording.language == "zh" else "; ".join(sends),
        )


def _does(id_: str, playbook: Playbook, idle: tuple[str, ...], words: Words) -> str:
    if id_ not in playbook.systems:
        return words.label("undescribed")
    said = (playbook.systems[id_].does or "", words.label("idle") if id_ in idle and len(playbook.systems) > 1 else "")
    return words.wording.join(said)


def _sends(fields: tuple[str, ...], receiver: str, words: Words) -> str:
    return words.label("sends_to", fields=words.wording.join(fields), system=words.wording.id(receiver))


def flow(playbook: Playbook, name: str, words: Words) -> Flow | None:
    """The systems as boxes and the fields between them as arrows; None where no fields flow."""
    found = systems(playbook)
    if not found.flows:
        return None
    place = {id_: number for number, id_ in enumerate(found.ids)}
    arrows = (Arrow(place[f.sender], place[f.receiver], words.wording.join(f.fields)) for f in found.flows)
    dashed = frozenset(place[id_] for id_ in found.unknown)
    return Flow(name, tuple(words.wording.id(id_) for id_ in found.ids), tuple(arrows), dashed)


def _kpis(playbook: Playbook, name: str, words: Words) -> Section | None:
    if playbook.kpis is None:
        return None
    found = kpis(words.wording.plan, playbook)
    rows = (_level(level, [kpi for kpi in found if kpi.level == level], words) for level in LEVELS)
    return _table(words, name, "kpis", "level metrics note", rows)


def _level(level: str, found: list[Kpi], words: Words) -> tuple[str, ...]:
    metrics = words.wording.join(words.wording.metric(kpi.metric) for kpi in found)
    others = words.wording.join(
        words.label("elsewhere", metric=words.wording.metric(kpi.metric), level=words.label(kpi.elsewhere))
        for kpi in found
        if kpi.elsewhere is not None
    )
    return words.label(level), metrics, others if found else words.label("gap")


def _taught(id_: str, name: str, words: Words) -> Section | None:
    found = lessons(words.wording.plan, id_)
    if not found:
        return None
    return Section(words.label("taught", playbook=name), notes=tuple(_lesson(lesson, words) for lesson in found))


def _lesson(lesson: Lesson, words: Words) -> str:
    learned = lesson.learned or ""
    text = (
        learned
        if lesson.tactic is None
        else words.note("lesson_from", tactic=words.wording.tactic(lesson.tactic), learned=learned)
    )
    return text if lesson.so is None else words.note("lesson_so", lesson=text, so=lesson.so)
