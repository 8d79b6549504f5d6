"""The value that just meets the goal, in a sentence and in numbers."""

from typing import Any

from roadmapctl.i18n.funnel_words import word
from roadmapctl.i18n.numbers import number, share
from roadmapctl.i18n.scenario_words import LABELS, NOTES
from roadmapctl.i18n.text import say, shown
from roadmapctl.report.figures import Section
from roadmapctl.report.funnel.forms import Forms
from roadmapctl.report.funnel.scenarios import json_value, written
from roadmapctl.report.json_number import plain
from roadmapctl.scenarios.solve import Solved, Unsolved

SHARE_DECIMALS = 4


def solved_section(found: Solved | Unsolved, forms: Forms) -> Section:
    """What the value must be, what it is, and which volumes were held fast."""
    title = word(LABELS, "solved", forms.language)
    if isinstance(found, Unsolved):
        return Section(title, notes=(say(*NOTES[found.why], {"path": shown(found.path)}, forms.language),))
    key = ("at_least" if found.least else "at_most") + ("_unsaid" if found.now is None else "")
    fields = {"path": shown(found.path), "value": _value(found), "now": "" if found.now is None else written(found.now)}
    volumes = {"deals": number(found.deals_now), "wanted": number(found.wanted_now)}
    return Section(
        title,
        notes=(say(*NOTES[key], fields, forms.language), say(*NOTES["volumes"], volumes, forms.language)),
    )


def _value(found: Solved) -> str:
    return share(found.value, SHARE_DECIMALS) if found.is_share else number(found.value, 6)


def solved_data(found: Solved | Unsolved) -> dict[str, Any]:
    """The same for JSON; `value` is null where none just meets the goal, and `why` says which way."""
    if isinstance(found, Unsolved):
        return {"path": found.path, "value": None, "why": found.why}
    return {
        "path": found.path,
        "value": plain(found.value),
        "direction": "at_least" if found.least else "at_most",
        "now": json_value(found.now),
        "deals_now": plain(found.deals_now),
        "deals_wanted": plain(found.wanted_now),
    }
