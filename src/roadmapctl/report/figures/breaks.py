"""Where a line of a terminal may end: at a space, and beside a Chinese character, which needs none."""

from roadmapctl.report.figures.lines import cells

NEVER_FIRST = "，。；：、！？）」』】》”’…%,.;:!?)]}"
NEVER_LAST = "（「『【《“‘([{"
OF_A_DATE = "年月日"
FIRST_WIDE = "\u2e80"


def broken(text: str, width: int) -> list[str]:
    """The lines of a text, each no wider than so many cells; a text without Chinese is left whole, for Rich breaks it well."""
    starts = [0, *line_starts(text, width)]
    return [text[start:end].rstrip(" ") for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def line_starts(text: str, width: int) -> list[int]:
    """Where lines begin, but for the first; none for a text that fits or has no Chinese characters."""
    if cells(text) <= width or max(text) < FIRST_WIDE:
        return []
    starts: list[int] = []
    begin, last, used = 0, 0, 0
    for at, character in enumerate(text):
        if at > begin and _may_break(text[at - 1], character):
            last = at
        used += cells(character)
        if used > width and character != " ":
            begin = last if last > begin else at
            starts.append(begin)
            used = cells(text[begin : at + 1])
    return starts


def _may_break(before: str, after: str) -> bool:
    """May a line end between these two?"""
    if before == " " or after == " ":
        return before == " " and after != " "
    if (before.isdigit() and after in OF_A_DATE) or (before in OF_A_DATE and after.isdigit()):
        return False
    wide = before >= FIRST_WIDE or after >= FIRST_WIDE
    return wide and before not in NEVER_LAST and after not in NEVER_FIRST
