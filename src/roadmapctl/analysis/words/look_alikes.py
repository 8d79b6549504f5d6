"""Ids and names that people take for each other."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

LONG_WORD = 6
"""Letters from which a word with two of them swapped is a slip and no other word."""
MAX_BUCKET = 20
"""Ids of the same letters that are compared: a flood of them is a numbering, not a slip."""

# Letters of other alphabets that look like Latin ones, each beside what it looks like.
CYRILLIC = "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝһ", "ABESIJKMHOPCTYXaesijopcyxdqwh"
GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονικρυ", "ABEZHIKMNOPTYXovikpu"
FOREIGN = "[\u0370-\u03ff\u0400-\u04ff\u0500-\u052f]"
LATIN = "[A-Za-z\u00c0-\u024f]"


def similar_ids(ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Ids that are easily taken for an earlier one, each with that one.

    Alike are ids that differ in hyphens (`e-mail`, `email`), in 0 and o or 1 and l within a word, in a doubled letter
    (`newsleter`), or in two neighbouring letters of a long word (`webniar`). Numbers and single letters tell ids apart:
    `wave-1` and `wave-2`, `event-a` and `event-b` are not alike, nor are singular and plural.
    """
    letters = {id_: frozenset(id_.replace("-", "").replace("0", "o").replace("1", "l")) for id_ in ids}
    common = Counter(letters.values()) if len(set(letters.values())) < len(letters) else {}
    seen: dict[str, str] = {}
    buckets: dict[str, list[str]] = {}
    for id_ in letters if common else ():
        if common[letters[id_]] == 1:
            continue  # made of other letters than all the rest: most ids are, and this is a quick way to see it
        shape = skeleton(id_)
        first = seen.setdefault(shape, id_)
        if first == id_ and len(id_) >= LONG_WORD:
            bucket = buckets.setdefault(_letters(id_), [])
            first = next((other for other in bucket if _swapped(other, id_)), id_)
            if len(bucket) < MAX_BUCKET:
                bucket.append(id_)
        if first != id_:
            yield id_, first


def skeleton(id_: str) -> str:
    """An id by its look: no hyphens (but between numbers), o for 0, l for 1 within words, doubled letters once."""
    text = id_.replace("-", "")
    if not text.isalpha():
        text = re.sub("(?<![0-9])-|-(?![0-9])", "", id_)
        text = re.sub("(?<=[a-z])[01](?=[a-z])", lambda digit: "ol"[int(digit.group())], text)
    return re.sub(r"([a-z])\1+", r"\1", text)


def _letters(id_: str) -> str:
    """The letters in the order of the alphabet, then the rest as it stands: the same for ids with letters swapped."""
    if id_.isalpha():
        return "".join(sorted(id_))
    return "".join(sorted(filter(str.isalpha, id_))) + "".join(c for c in id_ if not c.isalpha())


def _swapped(one: str, other: str) -> bool:
    """Do two neighbouring letters of one long word change places between them, and nothing else?"""
    if len(one) != len(other):
        return False
    places = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(places) != 2 or places[1] != places[0] + 1:
        return False
    first, second = places
    word = one[one.rfind("-", 0, first) + 1 :].partition("-")[0]
    swapped = one[first] == other[second] and one[second] == other[first]
    return swapped and (one[first] + one[second]).isalpha() and len(word) >= LONG_WORD


def look(name: str) -> str:
    """A name by its look: case, width, spaces, and letters of other alphabets that look Latin do not count."""
    if name.isascii():
        return "".join(name.lower().split())
    text = unicodedata.normalize("NFKC", name)
    if re.search(FOREIGN, text) is not None:
        text = text.translate(str.maketrans(CYRILLIC[0] + GREEK[0], CYRILLIC[1] + GREEK[1]))
    return "".join(text.casefold().split())


def mixed_word(text: str) -> str | None:
    """The first word in which Latin letters stand beside Cyrillic or Greek ones that look Latin; None where none does."""
    if text.isascii() or re.search(FOREIGN, text) is None:
        return None
    for found in re.finditer(rf"(?:{LATIN}|{FOREIGN})+", text):
        word = found.group()
        if re.search(LATIN, word) and any(letter in word for letter in CYRILLIC[0] + GREEK[0]):
            return word
    return None


def strange_letters(text: str) -> str:
    """The letters of a text that only look Latin, with their code points: `а (U+0430)`."""
    letters = dict.fromkeys(letter for letter in text if letter in CYRILLIC[0] + GREEK[0])
    return ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in letters)
