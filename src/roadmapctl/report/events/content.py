"""The content matrix: buying stage × core message, each cell with its events, their format and content tier; its gaps."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from roadmapctl.analysis.programme.content import STAGES, TIERS, Content, content
from roadmapctl.analysis.programme.held import Held, events_of
from roadmapctl.i18n.numbers import number
from roadmapctl.report.events.tables import chosen, names, note, table, told
from roadmapctl.report.figures import Column, Section, Table
from roadmapctl.report.wording import Wording


def content_sections(words: Wording) -> tuple[Section, ...]:
    """The grid, what is missing in it, and the balance of content tiers; empty for a plan without events."""
    held = events_of(words.plan)
    if not held:
        return ()
    if all(one.event.stage is None and one.event.content is None for one in held):
        return (Section(told(words, "content"), notes=(note(words, "no_content"),)),)
    found = content(words.plan)
    grid = Section(told(words, "content"), table=_grid(words, found), notes=tuple(_notes(words, found)))
    return (grid, *_gaps(words, found), _balance(words, found))


def _grid(words: Wording, found: Content) -> Table:
    if not found.messages:
        return _by_stage(words)
    heads = (
        Column(told(words, "buying_stage"), words=True),
        *(Column(_message(words, id_), words=True) for id_ in found.messages),
    )
    rows = (
        row
        for stage in STAGES
        for row in _rows(words, stage, [found.cells.get((stage, id_), ()) for id_ in found.messages])
    )
    return Table(heads, tuple(rows))


def _rows(words: Wording, stage: str, cells: Sequence[tuple[Held, ...]]) -> Iterator[tuple[str, ...]]:
    """A buying stage: an event a line, its name only on the first."""
    columns = [[_event(words, one) for one in cell] or [told(words, "empty")] for cell in cells]
    for place, row in enumerate(zip_longest(*columns, fillvalue="")):
        yield (chosen(words, stage) if place == 0 else "", *row)


def _by_stage(words: Wording) -> Table:
    """In a plan without core messages: the events of each buying stage."""
    held = events_of(words.plan)
    rows = (
        row for stage in STAGES for row in _rows(words, stage, [tuple(one for one in held if one.event.stage == stage)])
    )
    return table(words, "buying_stage event", rows)


def _event(words: Wording, one: Held) -> str:
    between = " · "
    said = between.join(text for text in (words.id(one.event.format), chosen(words, one.event.content)) if text)
    name = words.tactic(one.id) + (f" ×{one.number}" if one.number != 1 else "")
    return told(words, "cell", event=name, said=said) if said else name


def _message(words: Wording, id_: str) -> str:
    messages = words.plan.strategy.messages if words.plan.strategy is not None else {}
    return messages[id_].name or words.id(id_)


def _notes(words: Wording, found: Content) -> Iterator[str]:
    if not found.messages:
        yield note(words, "no_messages")
        silent = [stage for stage in STAGES if not found.at(stage)]
        if silent:
            yield note(words, "silent", stages=words.join(chosen(words, stage) for stage in silent))
    elif found.gaps:
        yield note(words, "gap_count", number=len(found.gaps), all=len(STAGES) * len(found.messages))
    else:
        yield note(words, "no_gaps")
    if found.messages and found.unplaced:
        yield note(words, "unplaced", events=names(words, found.unplaced))


def _gaps(words: Wording, found: Content) -> Iterator[Section]:
    """The buying stages with empty cells, and the messages that nobody carries there, worst first."""
    stages = tuple(dict.fromkeys(gap.stage for gap in found.gaps))
    rows = (
        (
            chosen(words, stage),
            words.join(_message(words, gap.message) for gap in found.gaps if gap.stage == stage),
            number(found.at(stage)),
        )
        for stage in stages
    )
    if stages:
        yield Section(told(words, "gaps"), table=table(words, "buying_stage nobody_carries >events_there", rows))


def _balance(words: Wording, found: Content) -> Section:
    heads = (
        Column(told(words, "buying_stage"), words=True),
        *(Column(chosen(words, tier)) for tier in TIERS),
        Column(told(words, "total")),
    )
    rows = [
        (
            chosen(words, stage),
            *(_number(found.by_tier.get((stage, tier), 0)) for tier in TIERS),
            _number(found.at(stage)),
        )
        for stage in STAGES
    ]
    all_ = (*(_number(found.of_tier(tier)) for tier in TIERS), _number(sum(map(found.at, STAGES))))
    return Section(
        told(words, "balance"),
        table=Table(heads, (*rows, (told(words, "total"), *all_))),
        notes=tuple(_missing_tiers(words)),
    )


def _number(value: int) -> str:
    return number(value) if value else "–"


def _missing_tiers(words: Wording) -> Iterator[str]:
    held = events_of(words.plan)
    absent = [tier for tier in TIERS if all(one.event.content != tier for one in held)]
    if absent:
        yield note(words, "no_tier", tiers=words.join(chosen(words, tier) for tier in absent))
    unsaid = [one for one in held if one.event.content is None]
    if unsaid:
        yield note(words, "tier_unsaid", events=names(words, unsaid))
