"""The segments by their traits: what each is, which combinations there are and which are empty, how many people."""

from collections.abc import Iterator

from roadmapctl.analysis.segments.cross import Cross, crosses
from roadmapctl.analysis.segments.sizes import sizes
from roadmapctl.analysis.segments.traits import Trait, dimensions_of, segments_of, traits_of
from roadmapctl.i18n.audience_words import LABELS, NOTES, TRAITS
from roadmapctl.i18n.text import say
from roadmapctl.report.figures import Column, Section, Table
from roadmapctl.report.wording import Wording

MOST_LISTED = 6
"""Combinations that one sentence names."""
MOST_BESIDE = 5
"""Traits that stand beside each other; more of them run off the page."""


def audience(words: Wording) -> tuple[Section, ...]:
    """A table of all traits, and one for every two dimensions; nothing for segments without traits."""
    traits = _names(words)
    if not traits:
        return ()
    return (_all_traits(words, traits), *(_crossed(cross, words) for cross in crosses(words.plan)))


def _names(words: Wording) -> tuple[str, ...]:
    """The traits that a segment says, the dimensions first."""
    said = dict.fromkeys(name for id_ in segments_of(words.plan) for name in traits_of(words.plan, id_))
    first = [name for name in dimensions_of(words.plan) if name in said]
    return tuple(dict.fromkeys([*first, *said]))


def _all_traits(words: Wording, traits: tuple[str, ...]) -> Section:
    heads = [Column(_label(words, key), words=key != "size") for key in ("segment", "status", "size", "combines")]
    columns = (*heads, *(Column(_head(words, name), words=True) for name in traits))
    rows = tuple(_row(id_, words, traits) for id_ in segments_of(words.plan))
    table = Table(columns, rows).filled()
    wide = len(traits) > MOST_BESIDE and len(traits) > len(rows)
    return Section(table=_on_its_side(table) if wide else table, notes=tuple(_notes(words)))


def _on_its_side(table: Table) -> Table:
    """A column for each segment and a row for each trait; the segments' names are the heads."""
    first, *rest = zip((column.head for column in table.columns), *table.rows, strict=True)
    return Table(tuple(Column(head, words=True) for head in first), tuple(rest))


def _row(id_: str, words: Wording, traits: tuple[str, ...]) -> tuple[str, ...]:
    segment, own = segments_of(words.plan)[id_], traits_of(words.plan, id_)
    return (
        words.segment(id_),
        words.choice("status", segment.status),
        words.units(segment.size),
        _label(words, "and").join(words.segment(part) for part in segment.combines),
        *(value_text(own[name], words) if name in own else "" for name in traits),
    )


def _notes(words: Wording) -> Iterator[str]:
    found = sizes(words.plan)
    if found.total:
        parts = (
            _note(words, "part", status=_status(status, words), size=words.count(size))
            for status, size in found.by_status.items()
        )
        yield _note(words, "total", total=words.count(found.total), parts=words.join(parts))
    for key, ids in (("combined", found.combined), ("unsaid", found.unsaid if found.total else ())):
        if ids:
            yield _note(words, key, segments=words.join(words.segment(id_) for id_ in ids))
    reviewed = None if words.plan.market is None else words.plan.market.reviewed
    if reviewed is not None:
        yield _note(words, "reviewed", rhythm=_label(words, reviewed))


def _status(status: str | None, words: Wording) -> str:
    return words.choice("status", status) or _note(words, "no_status")


def _crossed(cross: Cross, words: Wording) -> Section:
    title = _label(words, "crossed", rows=trait_name(words, cross.rows_by), columns=trait_name(words, cross.columns_by))
    columns = (Column("", words=True), *(Column(value_text(value, words), words=True) for value in cross.columns))
    rows = tuple(
        (value_text(row, words), *(_cell(cross.cells.get((row, column), ()), words) for column in cross.columns))
        for row in cross.rows
    )
    return Section(title, table=Table(columns, rows), notes=tuple(_cross_notes(cross, words)))


def _cell(ids: tuple[str, ...], words: Wording) -> str:
    """The segments of a combination with their sizes."""
    return words.join(_sized(id_, words) for id_ in ids)


def _sized(id_: str, words: Wording) -> str:
    size, name = segments_of(words.plan)[id_].size, words.segment(id_)
    return name if size is None else _label(words, "cell", segment=name, size=words.units(size))


def _cross_notes(cross: Cross, words: Wording) -> Iterator[str]:
    segments = segments_of(words.plan)
    own = {place: [id_ for id_ in ids if not segments[id_].combines] for place, ids in cross.cells.items()}
    shared = tuple(place for place, ids in own.items() if len(ids) > 1)
    for key, places in (("empty", cross.empty), ("shared", shared)):
        if places:
            yield _note(words, key, cells=words.join(_places(places, words)))


def _places(places: tuple[tuple[Trait, Trait], ...], words: Wording) -> Iterator[str]:
    for row, column in places[:MOST_LISTED]:
        yield _label(words, "crossed", rows=value_text(row, words), columns=value_text(column, words))
    if len(places) > MOST_LISTED:
        yield _label(words, "more", number=len(places) - MOST_LISTED)


def value_text(value: Trait, words: Wording) -> str:
    """The value of a trait."""
    if isinstance(value, bool):
        return words.label("yes" if value else "no")
    return value if isinstance(value, str) else words.count(value)


def trait_name(words: Wording, trait: str) -> str:
    """What a trait is called: the field's word for it, or its key as words."""
    known = TRAITS.get(trait.replace("-", "_"))
    return known[words.language == "zh"] if known is not None else trait.replace("_", " ")


def _head(words: Wording, trait: str) -> str:
    """The name of a trait as a table's heads are written."""
    name = trait_name(words, trait)
    return name[:1].upper() + name[1:]


def _label(words: Wording, key: str, **fields: object) -> str:
    return say(*LABELS[key], fields, words.language)


def _note(words: Wording, key: str, **fields: object) -> str:
    return say(*NOTES[key], fields, words.language)
