"""Every word about events exists in both languages with the same values, and every one is used."""

import re
from pathlib import Path
from string import Formatter

import pytest

from roadmapctl.cli.commands import events as command
from roadmapctl.i18n.events_words import LABELS, NOTES
from roadmapctl.report import events

SOURCES = "".join(
    path.read_text("utf-8") for path in [*Path(events.__file__).parent.glob("*.py"), Path(command.__file__)]
)


@pytest.mark.parametrize("texts", [*LABELS.values(), *NOTES.values()], ids=[*LABELS, *NOTES])
def test_both_languages_say_it_with_the_same_values(texts: tuple[str, str]) -> None:
    en, zh = ({name for _, name, _, _ in Formatter().parse(text) if name} for text in texts)
    assert en == zh and all(texts)


def test_every_word_is_used() -> None:
    quoted = set(re.findall(r"""["']([a-z_>\s]+)["']""", SOURCES))
    named = {word.removeprefix(">") for text in quoted for word in text.split()}
    begun = tuple(re.findall(r'f"([a-z]+_)\{', SOURCES))
    chosen = {"month", "quarter", "week", "immersive", "interactive", "few_fields", "walk_in"}
    assert {key for key in {**LABELS, **NOTES} if key not in named | chosen and not key.startswith(begun)} == set()
