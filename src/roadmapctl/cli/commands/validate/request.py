"""What a call of `validate` gives; and its plain forms, read without Typer, which takes longer to import than all the rest."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from roadmapctl.diagnostics import Severity
from roadmapctl.i18n import LANGUAGES, Language
from roadmapctl.output.formats import NAMES
from roadmapctl.settings import Settings

CHOICES = {"--format": (*NAMES, "md"), "--fail-on": tuple(s.value for s in Severity), "--language": LANGUAGES}
FILES = ("--config", "--baseline", "--write-baseline")
SEVERAL = ("--select", "--ignore", "--framework")
SWITCHES = ("--no-config", "--no-cache")
"""The options of `validate` that its plain forms have, by what follows them."""


class Request(NamedTuple):
    """What a call of `validate` gives, by the names of its options."""

    paths: tuple[Path, ...] = ()
    format: str | None = None
    fail_on: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    framework: tuple[str, ...] = ()
    language: Language | None = None
    config: Path | None = None
    no_config: bool = False
    baseline: Path | None = None
    write_baseline: Path | None = None
    fix: bool = False
    diff: bool = False
    unsafe_fixes: bool = False
    no_cache: bool = False

    @property
    def flags(self) -> Settings:
        """What goes over the configuration."""
        return Settings(
            select=self.select,
            ignore=self.ignore,
            fail_on=Severity(self.fail_on) if self.fail_on else None,
            framework=self.framework,
            language=self.language,
            baseline=self.baseline,
        )


def plain(arguments: Sequence[str]) -> Request | None:
    """What the arguments after `validate` ask for, exactly as Typer takes them; None for all that is better left to Typer.

    That is help, mends, whatever it would refuse, and everything unusual.
    """
    paths: list[Path] = []
    given: dict[str, Any] = {}
    rest = iter(arguments)
    for argument in rest:
        if argument == "--":
            paths += map(Path, rest)
        elif argument == "-" or not argument.startswith("-"):
            paths.append(Path(argument))
        else:
            option, equals, value = argument.partition("=")
            if option not in SWITCHES and not equals:
                value = next(rest, "")
            if not _is_plain(option, value, attached=bool(equals)):
                return None
            _take(given, option, value)
    return Request(tuple(paths), **given)


def _is_plain(option: str, value: str, *, attached: bool) -> bool:
    if option in SWITCHES:
        return not attached
    if option in CHOICES:
        return value in CHOICES[option]
    return option in (*FILES, *SEVERAL) and (value == "-" or (value != "" and not value.startswith("-")))


def _take(given: dict[str, Any], option: str, value: str) -> None:
    name = option[2:].replace("-", "_")
    if option in SWITCHES:
        given[name] = True
    elif option in SEVERAL:
        given[name] = (*given.get(name, ()), value)
    else:
        given[name] = Path(value) if option in FILES else value
