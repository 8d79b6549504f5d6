"""Ids and names that people take for each other, and numberings that they do not."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from roadmapctl.analysis.words.look_alikes import (
    CYRILLIC,
    GREEK,
    look,
    mixed_word,
    similar_ids,
    skeleton,
    strange_letters,
)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("webinar", "webniar"),
        ("email", "e-mail"),
        ("newsletter", "newsleter"),
        ("logo", "l0go"),
        ("falcon-lead", "fa1con-lead"),
        ("spring-webinars", "springwebinars"),
        ("b2b-leads", "b-2b-leads"),
        ("webinar-1", "webniar-1"),
        ("tobias", "tobais"),
    ],
)
def test_alike(first: str, second: str) -> None:
    assert list(similar_ids([first, "something-else", second])) == [(second, first)]
    assert list(similar_ids([second, first])) == [(first, second)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("wave-1", "wave-2"),
        ("event-a", "event-b"),
        ("webinar", "webinars"),
        ("lead", "leads"),
        ("q1", "q2"),
        ("wave-11", "wave-1-1"),
        ("week-12", "week-21"),
        ("2027-1-1", "2027-11"),
        ("trial", "trail"),
        ("contact-rate", "contract-rate"),
        ("pre-launch", "launch-pre"),
        ("leads-north", "leads-south"),
        ("mql", "sql"),
        ("lead-1", "lead-l"),
    ],
)
def test_not_alike(first: str, second: str) -> None:
    assert list(similar_ids([first, second])) == []


@given(st.from_regex(r"[a-z]{1,8}(-[a-z]{1,8}){0,2}", fullmatch=True), st.integers(2, 300))
def test_a_numbering_is_never_alike(stem: str, count: int) -> None:
    assert list(similar_ids(f"{stem}-{number}" for number in range(count))) == []


@given(st.from_regex(r"[a-z]{6,12}", fullmatch=True), st.integers(0, 10))
def test_two_letters_that_changed_places_are_found(word: str, at: int) -> None:
    assume(at + 1 < len(word) and word[at] != word[at + 1])
    other = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    assert list(similar_ids([word, other])) == [(other, word)]


@given(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True))
def test_a_skeleton_keeps_every_number(id_: str) -> None:
    shape = skeleton(id_)
    assert skeleton(shape) == shape
    assert len(shape) <= len(id_)


def test_letters_that_look_latin_come_in_pairs() -> None:
    assert len(CYRILLIC[0]) == len(CYRILLIC[1])
    assert len(GREEK[0]) == len(GREEK[1])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Spring Campaign", "spring  campaign", True),
        ("СОМО", "COMO", True),
        ("Ｗｅｂｉｎａｒ", "Webinar", True),
        ("Webinar 1", "Webinar 2", False),
        ("春季展会", "秋季展会", False),
    ],
)
def test_names_by_their_look(one: str, other: str, same: bool) -> None:
    assert (look(one) == look(other)) is same


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Wеbinars with customers", "Wеbinars"),
        ("Привет Hello", None),
        ("α-version of the app", None),
        ("ΔROI", None),
        ("50 μm", None),
        ("Webinare für Zürich", None),
        ("研讨会 Webinar", None),
    ],
)
def test_a_word_of_two_alphabets(text: str, word: str | None) -> None:
    assert mixed_word(text) == word


def test_strange_letters_are_named() -> None:
    assert strange_letters("Wеbinаr") == "е (U+0435), а (U+0430)"
