"""`roadmapctl calc`: the field's sums without a plan, each calculator a command of its own."""

import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup

from roadmapctl.cli.console import DONE, give_up, laid_out, leave, write
from roadmapctl.cli.options import Format, Language
from roadmapctl.i18n import Language as Spoken

if TYPE_CHECKING:
    from roadmapctl.calculators.calculator import Calculator, Flag
    from roadmapctl.calculators.work_out import Outcome


class Calculators(TyperGroup):
    """The calculators as commands. Only the one that is called is imported and made."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Their names."""
        from roadmapctl.calculators import names

        del ctx
        return list(names())

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of a calculator; leaves with 2 and near names where there is none."""
        from roadmapctl.calculators import find, names

        language = Language(ctx.params.get("language", Language.EN))
        if cmd_name not in names():
            _unknown(cmd_name, language.spoken)
        return _command(find(cmd_name), language)


calc = typer.Typer(
    cls=Calculators,
    invoke_without_command=True,
    help="Calculate without a plan: CAC, payback, ROAS, pipeline, A/B tests and more.",
    subcommand_metavar="[CALCULATOR] [OPTIONS]",
)


@calc.callback()
def listing(
    context: typer.Context,
    language: Language = typer.Option(Language.EN, help="Language of the list, or of a calculator's help and results."),
) -> int:
    """List the calculators where none is called."""
    if context.invoked_subcommand is None:
        write(_list(language.spoken))
    return DONE


def _list(language: Spoken) -> str:
    from roadmapctl.calculators import families
    from roadmapctl.calculators.calculator import FAMILIES, in_language

    found = families()
    width = max(len(one.name) for family in found.values() for one in family)
    blocks = []
    for family, calculators in found.items():
        lines = [f"  {one.name:{width}}  {_title(one, language)}" for one in calculators]
        blocks.append("\n".join([in_language(FAMILIES[family], language), *lines]))
    closing = (
        "roadmapctl calc NAME --help shows the flags of one.",
        "roadmapctl calc --language zh NAME --help 显示某个计算器的参数。",
    )
    return "\n\n".join([*blocks, in_language(closing, language)]) + "\n"


def _title(calculator: "Calculator", language: Spoken) -> str:
    """What it does, without the name where that stands before it."""
    from roadmapctl.calculators.calculator import in_language

    title = in_language(calculator.title, language)
    name, _, rest = title.partition(": ")
    return rest if name.replace("-", "").casefold() == calculator.name else title


def _unknown(name: str, language: Spoken) -> None:
    from roadmapctl.calculators import near
    from roadmapctl.i18n.text import say

    meant = ", ".join(near(name))
    did = ("; did you mean {meant}?", "；是否想用 {meant}？") if meant else (";", "；")
    en = f"there is no calculator “{{name}}”{did[0]} “roadmapctl calc” lists them"
    zh = f"没有计算器“{{name}}”{did[1]}“roadmapctl calc --language zh”列出全部"
    leave(say(en, zh, {"name": name, "meant": meant}, language))


def _command(calculator: "Calculator", language: Language) -> Any:
    """A command with the calculator's flags, made as Typer makes one of any function: from its signature."""
    from roadmapctl.calculators.calculator import capitalized, in_language
    from roadmapctl.calculators.usage import example_command

    def run(**given: Any) -> int:
        return _run(calculator, given)

    parameters = [*map(_flag_of(language.spoken), calculator.flags), *_options(calculator, language)]
    run.__dict__["__signature__"] = inspect.Signature(parameters)
    # Rich breaks help at spaces only and cuts off what is longer than a column: Chinese has none.
    app = typer.Typer(add_completion=False, rich_markup_mode=None if language is Language.ZH else "rich")
    title = capitalized(in_language(calculator.title, language.spoken))
    app.command(calculator.name, help=title, epilog=example_command(calculator))(run)
    return typer.main.get_command(app)


def _flag_of(language: Spoken) -> "Callable[[Flag], inspect.Parameter]":
    from roadmapctl.calculators.usage import flag_help

    def parameter(flag: "Flag") -> inspect.Parameter:
        option = typer.Option(
            [] if flag.is_repeated else None, flag.typed, metavar=flag.input.form, help=flag_help(flag, language)
        )
        return _parameter(flag.name, list[str] if flag.is_repeated else str, option)

    return parameter


def _options(calculator: "Calculator", language: Language) -> list[inspect.Parameter]:
    """The flags that every calculator has."""
    from roadmapctl.calculators.calculator import in_language
    from roadmapctl.calculators.usage import COMMON

    help = {name: in_language(words, language.spoken) for name, words in COMMON.items()}
    options = [
        _parameter("explain", bool, typer.Option(False, "--explain", help=help["explain"])),
        _parameter("format", Format, typer.Option(Format.TEXT, help=help["format"])),
        _parameter("language", Language, typer.Option(language, help=help["language"])),
    ]
    if calculator.has_money:
        options.insert(0, _parameter("currency", str, typer.Option(None, metavar="CODE", help=help["currency"])))
    return options


def _parameter(name: str, type_: Any, option: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=option, annotation=type_)


def _run(calculator: "Calculator", given: dict[str, Any]) -> int:
    from roadmapctl.calculators.work_out import work_out
    from roadmapctl.model.currency import currency as iso_currency
    from roadmapctl.model.unreadable import Unreadable

    language: Spoken = given["language"].spoken
    typed = {flag.name: _texts(given[flag.name]) for flag in calculator.flags}
    code = given.get("currency")
    try:
        outcome = work_out(calculator, typed)
        currency = None if code is None else iso_currency(code)
    except Unreadable as error:
        give_up(error.message, language, error.help)
    write(_written(outcome, given["format"], language, currency, explain=given["explain"]))
    return DONE


def _texts(value: "list[str] | str | None") -> list[str]:
    return [] if value is None else [value] if isinstance(value, str) else value


def _written(outcome: "Outcome", format: Format, language: Spoken, currency: str | None, *, explain: bool) -> str:
    if format is Format.JSON:
        from roadmapctl.calculators.json import as_json

        return as_json(outcome, currency=currency, explain=explain)
    from roadmapctl.calculators.figures import outcome_figures

    figures = outcome_figures(outcome, language, currency=currency, explain=explain)
    return laid_out(figures, text=format is Format.TEXT)
