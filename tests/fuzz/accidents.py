"""Plans after accidents: pieces cut out, doubled, swapped or typed over."""

import random
from pathlib import Path

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/roadmap.yaml"))
PIECES = (
    "", " ", "  ", "\n", "\t", ":", ": ", "- ", "{", "}", "[", "]", ",", "'", '"', "#", "&a ", "*a", "|", ">", "!x ", "%", "~", "null",
    "true", "0", "-1", "1e9", "1e-9", "10亿", "５０％", "0%", "100%", "2027-02-30", "2027-12-31", "1900-01-01", "2999-12-31", "14d", "20y",
    "\u00a0", "\u3000", "：", "\u202e", "\u200b", "é", "网络", "😀", "{won: 0, of: 1}", "{p10: 1%, p90: 2%}", "{p50: 1d, p90: 19y}",
    "{low: 0, likely: 0, high: 100%}", "<<", "? ", "---\n", "funnel:", "rate: 0", "share: 0", "multiplier: 1e-9", "recycling: 100%",
)  # fmt: skip


def damaged(seed: int) -> str:
    """An example with one to four accidents; the same for the same seed."""
    dice = random.Random(seed)
    text = dice.choice(EXAMPLES).read_text("utf-8")
    for _ in range(dice.randint(1, 4)):
        text = with_accident(text, dice)
    return text


def with_accident(text: str, dice: random.Random) -> str:
    """The text after one accident."""
    lines = text.split("\n")
    start = dice.randrange(len(lines))
    end = min(len(lines), start + dice.randint(1, 6))
    accident = dice.randrange(6)
    if accident == 0:
        del lines[start:end]
    elif accident == 1:
        lines[start:start] = lines[start:end]
    elif accident == 2:
        lines[start:end] = reversed(lines[start:end])
    elif accident == 3:
        lines[start] = dice.choice(PIECES).join(lines[start].split(" ", dice.randint(1, 5)))
    elif accident == 4:
        key, colon, _ = lines[start].partition(": ")
        lines[start] = key + colon + dice.choice(PIECES)
    else:
        words = lines[start].split(" ")
        words[dice.randrange(len(words))] = dice.choice(PIECES)
        lines[start] = " ".join(words)
    return "\n".join(lines)
