"""The page of the calculators: what each computes, its flags, an example with its output, and the formulas."""

import contextlib
import io
import shlex
from collections.abc import Iterator

from roadmapctl.calculators import families
from roadmapctl.calculators.calculator import FAMILIES, Calculator, capitalized
from roadmapctl.calculators.usage import COMMON, example_command, flag_help
from roadmapctl.cli import run
from roadmapctl.i18n.markdown import inline

HEAD = """# Calculators

`roadmapctl calc NAME …` does a sum of the field without a plan. `roadmapctl calc` lists them, `roadmapctl calc NAME --help`
shows the flags of one, and `roadmapctl calc --language zh NAME --help` shows them in Chinese.

Numbers are typed as plans write them: `84_000`, `1.2M`, `10万`; a rate is `18%` or `0.18`, and 18 is refused; durations are
`14d`, `6w`, `3mo`. Values are carried exactly and rounded where they are shown. A payback that never comes is “never” (null in
JSON), not 0. What cannot be read, or does not go together, names the flag and what to write, and ends with 2.

`--format json` is stable: `{"version": 1, "calculator": …, "currency": …, "inputs": {…}, "results": {…}}`. Rates are parts of 1,
percentage points are points, whole numbers integers. A result whose flag was left out is absent.

"""


def calculators_page() -> str:
    """All of it."""
    found = families()
    index = "".join(_index(family, calculators) for family, calculators in found.items())
    sections = "".join(_section(one) for calculators in found.values() for one in calculators)
    return HEAD + index + sections.rstrip("\n") + "\n"


def _index(family: str, calculators: list[Calculator]) -> str:
    en, zh = FAMILIES[family]
    rows = "".join(
        f"| [{one.name}](#{one.name}) | {inline(capitalized(one.title[0]))} | {inline(one.title[1])} |\n"
        for one in calculators
    )
    return f"**{en} · {zh}**\n\n| name | what | |\n|---|---|---|\n{rows}\n"


def _section(calculator: Calculator) -> str:
    en, zh = calculator.title
    flags = "".join(_flags(calculator))
    session = f"```console\n$ {example_command(calculator)} --explain\n{_output(calculator)}```"
    table = f"| flag | value | meaning | 含义 |\n|---|---|---|---|\n{flags}"
    return f"## {calculator.name}\n\n{inline(capitalized(en))}.\n\n{inline(zh)}。\n\n{session}\n\n{table}\n"


def _flags(calculator: Calculator) -> Iterator[str]:
    for flag in calculator.flags:
        form = flag.input.form.replace("|", "\\|")
        meaning, in_chinese = (inline(flag_help(flag, language)) for language in ("en", "zh"))
        yield f"| `{flag.typed}` | `{form}` | {meaning} | {in_chinese} |\n"
    if calculator.has_money:
        yield f"| `--currency` | `CODE` | {COMMON['currency'][0]} | {COMMON['currency'][1]} |\n"


def _output(calculator: Calculator) -> str:
    """What the example prints."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        run(["calc", calculator.name, *shlex.split(calculator.example), "--explain"])
    return printed.getvalue()
