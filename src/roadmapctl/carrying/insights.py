"""What was learned, kept for the next period and those after it."""

from collections.abc import Iterator
from typing import Any

from roadmapctl.carrying.source import Source
from roadmapctl.i18n.carry_words import INSIGHTS


def insights(source: Source) -> list[dict[str, Any]]:
    """The plan's insights, what its hypotheses showed, and why tactics were stopped. They name tactics only that go on."""
    kept = [_kept(source, one) for one in source.section("measurement", "insights") or ()]
    return [*kept, *_shown(source), *_stopped(source)]


def _kept(source: Source, values: dict[str, Any]) -> dict[str, Any]:
    gone = values.get("from") not in source.carry.tactics
    return {key: value for key, value in values.items() if not (gone and key == "from")}


def _shown(source: Source) -> Iterator[dict[str, Any]]:
    for tactic, text in source.learned:
        yield {"learned": text, **({"from": tactic} if tactic in source.carry.tactics else {})}


def _stopped(source: Source) -> Iterator[dict[str, Any]]:
    for one in source.carry.dropped:
        name = source.carry.plan.tactics[one.id].name or one.id
        decided = one.written.because if one.written is not None else None
        why = decided or source.why(one)
        key = "stopped" if why else "stopped_for"
        yield {"learned": source.words.said(INSIGHTS, key, tactic=name, why=why)}
