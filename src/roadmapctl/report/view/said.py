"""What the plan says of today, of its strategy and of its messages, as short sections."""

from roadmapctl.report.figures import Section
from roadmapctl.report.view.telling import label, rows_of
from roadmapctl.report.wording import Wording


def today(words: Wording) -> tuple[Section, ...]:
    """Where we stand, where we want to go, why now, and what is expected of it."""
    discovery = words.plan.discovery
    if discovery is None:
        return ()
    said = ("today", "ambition", "why_now", "expected")
    texts = ((words.label(key), getattr(discovery, key)) for key in said)
    notes = tuple(f"{name}{words.label('colon')}{text}" for name, text in texts if text)
    return (Section(notes=notes),) if notes else ()


def spine(words: Wording) -> tuple[Section, ...]:
    """The strategy in one sentence, and why."""
    strategy = words.plan.strategy
    if strategy is None:
        return ()
    said = (("statement", strategy.statement), ("reason", strategy.why))
    notes = tuple(label(words, key, text=text) for key, text in said if text)
    return (Section(notes=notes),) if notes else ()


def messages(words: Wording) -> tuple[Section, ...]:
    """The core messages."""
    messages = words.plan.strategy.messages if words.plan.strategy is not None else {}
    rows = ((m.name or words.id(id_), m.text or "", words.segment(m.segment)) for id_, m in messages.items())
    return rows_of(words, "name message segment", rows)
