"""What is said about a calculator's flags, in its help and on its page."""

from roadmapctl.calculators.calculator import Calculator, Flag, Kind, Words, in_language
from roadmapctl.calculators.forms import figure
from roadmapctl.i18n import Language

REQUIRED = ("required", "必填")
REPEATED = ("may be repeated", "可重复")
DEFAULT = ("default", "默认")
COMMON = {
    "currency": ("The currency of amounts, such as EUR.", "金额的货币，如 CNY。"),
    "explain": ("Show the formulas in words, with their numbers.", "用文字列出公式及其数字。"),
    "format": ("How the results are written.", "结果的输出格式。"),
    "language": ("Language of labels.", "标签的语言。"),
}
"""Flags that calculators share."""
ASIDE = ((" (", "; ", ")"), ("（", "；", "）"))


def flag_help(flag: Flag, language: Language) -> str:
    """What a flag means, whether it is required, and what it is when left out."""
    help = in_language(flag.input.help or flag.input.words, language)
    asides = [*([REQUIRED] if flag.is_required else []), *([REPEATED] if flag.is_repeated else []), *_default(flag)]
    if not asides:
        return help
    before, between, after = ASIDE[language == "zh"]
    stop = "。" if language == "zh" else "."
    return f"{help.removesuffix(stop)}{before}{between.join(in_language(one, language) for one in asides)}{after}{stop}"


def _default(flag: Flag) -> list[Words]:
    if flag.default is None or flag.default == ():
        return []
    value = flag.default
    said = ":".join(map(str, value)) if flag.input.keys else figure(value, flag.input.kind)
    said += "d" if flag.input.kind is Kind.DAYS else ""
    return [(f"{DEFAULT[0]}: {said}", f"{DEFAULT[1]}：{said}")]


def example_command(calculator: Calculator) -> str:
    """A whole call that can be typed."""
    return f"roadmapctl calc {calculator.name} {calculator.example}"
