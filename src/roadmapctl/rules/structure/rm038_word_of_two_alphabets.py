"""A word mixes letters of two alphabets.

The Cyrillic `а` and the Latin `a` look the same and are two letters. A name with one of them among the other cannot be found by a
search, sorts to the wrong place, and is a second thing to every system it is handed to. It comes from a keyboard left in another
language, or from a text copied out of a slide.

Type the word again. Greek letters that stand for themselves (`α-version`) are left alone.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
tactics:
  webinars: {name: Wеbinars with customers, start: 2027-02-01, end: 2027-03-20}   # <- RM038
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
tactics:
  webinars: {name: Webinars with customers, start: 2027-02-01, end: 2027-03-20}
```
"""

from collections.abc import Iterator

from roadmapctl.analysis.words.look_alikes import mixed_word, strange_letters
from roadmapctl.diagnostics import Path, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule
from roadmapctl.rules.structure.collections import names


@rule(
    "RM038",
    Severity.WARNING,
    title_zh="一个词混用了两种字母",
    en="“{word}” mixes two alphabets: {letters} only looks Latin",
    zh="“{word}”混用了两种字母：{letters} 只是形似拉丁字母",
    help_en="type the word again",
    help_zh="请重新输入这个词",
)
def word_of_two_alphabets(plan: Plan) -> Iterator[Finding]:
    """Names, and sentences of goals, with a word of Latin and look-alike letters."""
    for path, text in _texts(plan):
        word = None if text.isascii() else mixed_word(text)
        if word is not None:
            yield Finding(path, {"word": word, "letters": strange_letters(word)})


def _texts(plan: Plan) -> Iterator[tuple[Path, str]]:
    yield ("name",), plan.name
    yield from ((path, name) for path, name, _ in names(plan))
    for id, goal in plan.goals.items():
        if goal.statement is not None:
            yield ("goals", id, "statement"), goal.statement
