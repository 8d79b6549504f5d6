"""What commands share: exit codes, words to stderr, data to stdout, and what the terminal can show."""

import functools
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from roadmapctl.i18n import Language

if TYPE_CHECKING:
    from roadmapctl.diagnostics import Message
    from roadmapctl.report.figures import Figures

DONE = 0
FINDINGS = 1
IMPOSSIBLE = 2
STDIN = Path("-")
STDIN_NAME = "<stdin>"


def write(text: str) -> None:
    """Data to stdout; leaves with 2 where it cannot take them (a full disk), and BrokenPipeError where nobody reads."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        say(f"roadmapctl: the output could not be written: {(error.strerror or type(error).__name__).lower()}")
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what is still in the buffer goes nowhere, and says nothing more
        raise SystemExit(IMPOSSIBLE) from None


def say(text: str) -> None:
    """Words about it to stderr. They may repeat a plan or an argument: what would move a cursor is written out."""
    from roadmapctl.i18n.text import visible

    print("\n".join(map(visible, text.split("\n"))), file=sys.stderr)


def tell(words: tuple[str, str], language: Language = "en", **fields: object) -> None:
    """A sentence about what was done, in English or Chinese, to stderr."""
    say(words[language == "zh"].format(**fields))


def give_up(message: "Message", language: Language = "en", help: "Message | None" = None) -> NoReturn:
    """The job could not be done: say why, and what to write instead, and leave with 2."""
    from roadmapctl.output import sentence

    comma = "；" if language == "zh" else "; "
    mend = "" if help is None else f"{comma}{sentence(help, language)}"
    leave(f"{sentence(message, language)}{mend}")


def refuse(words: tuple[str, str], language: Language = "en", **fields: object) -> NoReturn:
    """The flags do not go together, or name what there is not: say so, in English or Chinese, and leave with 2."""
    complain(words, language, **fields)
    raise SystemExit(IMPOSSIBLE)


def complain(words: tuple[str, str], language: Language = "en", **fields: object) -> None:
    """Something could not be done, in English or Chinese; the rest goes on."""
    say(f"roadmapctl: {words[language == 'zh'].format(**fields)}")


def leave(text: str) -> NoReturn:
    """Say why, and leave with 2."""
    say(f"roadmapctl: {text}")
    raise SystemExit(IMPOSSIBLE)


def coloured() -> bool:
    """May stdout have colours? Only a terminal, and only where nobody said no."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def terminal_width() -> int | None:
    """Columns of the terminal stdout is, if it is one."""
    if not sys.stdout.isatty():
        return None
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or None
    except OSError:
        return None


def laid_out(figures: "Figures", *, text: bool) -> str:
    """Figures as text, as wide as the terminal is, or as Markdown; no table longer than people read."""
    from roadmapctl.report.figures.capped import capped

    figures = capped(figures)
    if text:
        from roadmapctl.report.figures.text import as_text

        return as_text(figures, width=terminal_width(), colour=coloured())
    from roadmapctl.report.figures.markdown import as_markdown

    return as_markdown(figures)


def on_terminal() -> bool:
    """Is somebody there to answer a question?"""
    return sys.stdin.isatty() and sys.stdout.isatty()


@functools.cache
def read_stdin() -> bytes:
    """All of standard input, up to the size of the largest plan; it is read once."""
    from roadmapctl.load.source import MAX_BYTES

    if sys.stdin.isatty():
        say("roadmapctl: reading the plan from the terminal; end it with Ctrl-D")
    return sys.stdin.buffer.read(MAX_BYTES + 1)
