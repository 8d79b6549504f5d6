"""`roadmapctl rules`: the catalogue, and the page of one rule."""

from enum import StrEnum
from typing import TYPE_CHECKING

import typer

from roadmapctl.cli.console import DONE, refuse, write
from roadmapctl.cli.options import Language
from roadmapctl.i18n.command_words import REFUSED

if TYPE_CHECKING:
    from roadmapctl.rules.rule import Rule


class Format(StrEnum):
    """How the catalogue is written."""

    TEXT = "text"
    JSON = "json"


def rules(
    code: str = typer.Argument(None, metavar="[CODE]", help="The rule whose page to show, such as RM604."),
    format: Format = typer.Option(Format.TEXT, help="How the catalogue is written."),
    language: Language = typer.Option(Language.EN, help="The language of the titles."),
) -> int:
    """List the rules, or show the page of one: why it matters, how to mend it, bad and good YAML."""
    from roadmapctl.rules.engine import catalogue

    known = catalogue()
    if code is None:
        write(_as_json(list(known.values())) if format is Format.JSON else _as_table(list(known.values()), language))
        return DONE
    entry = known.get(code.upper())
    if entry is None:
        refuse(REFUSED["no_rule"], language.spoken, code=code)
    write(_as_json([entry]) if format is Format.JSON else _as_page(entry, language))
    return DONE


def _as_table(entries: "list[Rule]", language: Language) -> str:
    width = max(len(e.severity.value) for e in entries)
    lines = (
        f"{e.code}  {e.severity.value:{width}}  {e.title_zh if language is Language.ZH else e.title_en}"
        for e in entries
    )
    return "\n".join(lines) + "\n"


def _as_page(entry: "Rule", language: Language) -> str:
    """The rule's page; in Chinese its own sentences stand before the page, whose prose is English."""
    from roadmapctl.i18n.rule_words import PAGE, said
    from roadmapctl.output.wording import SEVERITY

    words = {name: pair[language is Language.ZH] for name, pair in PAGE.items()}
    head = f"{entry.code} · {SEVERITY[language.spoken][entry.severity]} · {words['asked' if entry.asked else 'always']}"
    if language is Language.EN:
        return f"{head}\n\n{entry.page.strip()}\n"
    why, _, examples = entry.page.strip().replace("\nGood:\n", f"\n{words['good']}\n").partition("\nBad:\n")
    mend = [words["mend"] + said(entry.help.zh)] if entry.help is not None else []
    says = [words["says"] + said(entry.message.zh)] if entry.check is not None else []
    shown = [f"{words['bad']}\n{examples}"] if examples else []
    prose = why.partition("\n")[2].strip()
    return "\n\n".join([head, f"{entry.title_zh}。", *says, *mend, *shown, words["prose"] + "\n\n" + prose]) + "\n"


def _as_json(entries: "list[Rule]") -> str:
    import json

    rows = [
        {
            "code": e.code,
            "severity": e.severity.value,
            "asked": e.asked,
            "title": {"en": e.title_en, "zh": e.title_zh},
            "page": e.page.strip(),
        }
        for e in entries
    ]
    return json.dumps({"version": 1, "rules": rows}, ensure_ascii=False, indent=2) + "\n"
