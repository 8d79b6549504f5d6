"""Where one sentence ends and the next begins, in English, German and Chinese."""

import re

# Words after which a full stop ends nothing, in lower case and without it.
ABBREVIATIONS = (
    "e.g i.e z.b d.h u.a etc vs mr mrs ms dr st prof inc ltd co corp no nr approx ca incl excl max min resp bzw usw evtl "
    "ggf jr sr dept est fig art jan feb mar apr jun jul aug sep sept oct nov dec mio mrd"
)
# A text, not a pattern: most statements are one sentence and never need it compiled.
END = r"[.!?…]+[\"'”’)\]]*\s+(?=\S)|[。！？]+[”’」』）)\"']*\s*(?=\S)|(?<=[\u4e00-\u9fff])[!?]+\s*(?=\S)|\n\s*\n|\n\s*[-*•]\s+"
MAX_READ = 2_000
INITIALS = r"(?:[A-Za-z]\.)*[A-Za-z]"
MARKS = frozenset(".!?…。！？\n")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, in order. The full stop of an abbreviation, an initial or a decimal ends none.

    The first 2,000 characters are read.
    """
    text = text[:MAX_READ]
    if MARKS.isdisjoint(text.strip()[:-1]):
        return (text.strip(),) if text.strip() else ()
    found: list[str] = []
    start = 0
    for end in re.finditer(END, text):
        if _goes_on(text[start : end.start()], end.group(), text[end.end() :]):
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    found.append(text[start:].strip())
    return tuple(sentence for sentence in found if sentence)


def _goes_on(before: str, mark: str, after: str) -> bool:
    """Does the sentence go on after this mark?"""
    if not before.strip():
        return True  # a bullet at the very beginning
    if mark[0] in "!?…":
        return after[:1].islower()  # Yahoo! users
    if not mark.startswith("."):
        return False
    word = before.rsplit(None, 1)[-1].lstrip("(\"'“‘")
    return word.lower() in ABBREVIATIONS.split() or re.fullmatch(INITIALS, word) is not None
