"""Every word of triage, review and carry-over exists in both languages with the same values, and every one is used."""

import re
from pathlib import Path
from string import Formatter

import pytest

from roadmapctl import analysis, carrying, report
from roadmapctl import cli as commands
from roadmapctl.i18n import carry_words, review_words, triage_words

TABLES = {
    "triage": (triage_words.LABELS, triage_words.REASONS, triage_words.QUESTIONS),
    "review": (review_words.LABELS, review_words.SENTENCES),
    "carry": (carry_words.COMMENTS, carry_words.INSIGHTS, carry_words.NAMES, carry_words.SAID),
}
FOLDERS = {
    "triage": [Path(analysis.__path__[0]) / "triage", Path(report.__path__[0]) / "triage"],
    "review": [Path(analysis.__path__[0]) / "review", Path(report.__path__[0]) / "review"],
    "carry": [Path(carrying.__path__[0]), Path(analysis.__path__[0]) / "carry", Path(commands.__path__[0])],
}
CHOSEN = {
    "take", "swap", "park", "decline", "current", "target", "emerging", "unstated", "unknown", "rice", "ice",
    "reached", "ahead", "on_track", "behind", "missed", "not_due", "no_data", "no_plan",
    "continue", "adjust", "carry-over", "stop", "met", "partly", "refuted", "unmeasured", "sum",
}  # fmt: skip
"""Named by values of the results: verdicts, states, outcomes, methods."""


@pytest.mark.parametrize("part", TABLES)
def test_both_languages_say_it_with_the_same_values(part: str) -> None:
    for key, texts in ((key, texts) for table in TABLES[part] for key, texts in table.items()):
        en, zh = ({name for _, name, _, _ in Formatter().parse(text) if name} for text in texts)
        assert en == zh and all(texts), key


@pytest.mark.parametrize("part", TABLES)
def test_every_word_is_used(part: str) -> None:
    text = "".join(path.read_text("utf-8") for folder in FOLDERS[part] for path in folder.rglob("*.py"))
    named = {word.removeprefix(">") for quoted in re.findall(r'"([a-z_>\-\s]+)"', text) for word in quoted.split()}
    begun = tuple(re.findall(r'f"([a-z]+_)\{', text))
    keys = {key for table in TABLES[part] for key in table}
    assert {key for key in keys - named - CHOSEN if not key.startswith(begun)} == set()
