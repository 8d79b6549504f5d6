"""Words that two texts have in common: a hint that they speak of the same, never a proof."""

import re

LATIN = re.compile(r"[^\W\d_]{4,}")
HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_COMMON = (
    "about after again also because been before being both could each every from have here into just like made make "
    "more most much must only other over same shall should some such than that their them then there these they "
    "this those through under until very want what when where which while whom will with would year years month "
    "months week weeks customer customers marketing "
)
COMMON = frozenset(_COMMON.split())
COMMON_HAN = frozenset(
    ("我们", "他们", "客户", "营销", "一个", "通过", "以及", "并且", "进行", "需要", "可以", "每个", "因为")
)
MOST = 8


def shared_words(one: str, other: str) -> tuple[str, ...]:
    """The words of the first text that the second has too, in its order, at most eight.

    Latin words of four letters or more, a plural with its singular; Chinese by the longest stretches of two characters or more.
    """
    found = [*_latin(one, other), *_han(one, other)]
    return tuple(dict.fromkeys(found))[:MOST]


def _latin(one: str, other: str) -> list[str]:
    theirs = {_stem(word) for word in LATIN.findall(other)}
    found = {_stem(word): word.lower() for word in reversed(LATIN.findall(one)) if word.lower() not in COMMON}
    return [word for stem, word in reversed(found.items()) if stem in theirs]


def _stem(word: str) -> str:
    word = word.casefold()
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _han(one: str, other: str) -> list[str]:
    found: list[str] = []
    for run in HAN.findall(one):
        start = 0
        while start < len(run) - 1:
            end = start + 2
            while end <= len(run) and run[start:end] in other:
                end += 1
            stretch = run[start : end - 1]
            if len(stretch) >= 2:
                found.append(stretch)
            start += max(len(stretch), 1)
    return [stretch for stretch in found if stretch not in COMMON_HAN]
