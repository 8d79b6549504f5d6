"""Every formula that is shown gives the value beside it, when somebody else computes it."""

import re
import shlex
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from math import ceil, floor, log, prod, sqrt
from statistics import NormalDist
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapctl.calculators import find, names
from roadmapctl.calculators.calculator import Quantity, Result
from roadmapctl.calculators.forms import in_words
from roadmapctl.calculators.work_out import Outcome, work_out
from tests.calculators.test_worked_examples import CASES

PHRASES = ("Beta(", "min n", "≤", ": {level}", "{end}")
"""Of formulas that say what is computed and are no sum: a posterior, a search, an interval, a calendar."""

COMMANDS = [
    *(f"{name} {find(name).example}" for name in names()),
    *(step["type"].removeprefix("calc ") for _, step in CASES if step["type"].startswith("calc ")),
]


def outcome_of(command: str) -> Outcome:
    """The outcome of a command, its flags taken in pairs."""
    name, *words = shlex.split(command)
    typed: dict[str, list[str]] = {}
    for flag, text in zip(words[::2], words[1::2], strict=True):
        typed.setdefault(flag[2:].replace("-", "_"), []).append(text)
    return work_out(find(name), typed)


def number(quantity: Quantity) -> Any:
    """What stands for a quantity in a sum: rates one after another are multiplied, a text is a sum itself."""
    if isinstance(quantity.value, tuple) and all(isinstance(one, Fraction) for one in quantity.value):
        return prod(quantity.value)
    return evaluated(quantity.value, {}) if isinstance(quantity.value, str) else quantity.value


def evaluated(formula: str, quantities: dict[str, Any]) -> Any:
    """The value of a formula, by Python's own arithmetic."""
    text = re.sub(r"\{(\w+)\}", lambda name: f"values['{name[1]}']", formula)
    text = re.sub(
        r"(?<![\w'.])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?",
        lambda found: f"Fraction('{found[0].replace(',', '')}')",
        text,
    )
    text = text.replace("%", "/Fraction(100)").replace("×", "*").replace("−", "-").replace("^", "**")
    text = re.sub(r"\|(.*?)\|", r"abs(\1)", text).replace("√", "sqrt").replace("⌈", "ceil(").replace("⌊", "floor(")
    scope = {
        "Fraction": Fraction,
        "sqrt": sqrt,
        "ceil": ceil,
        "floor": floor,
        "Φ": NormalDist().cdf,
        "max": max,
        "ln": log,
    }
    return eval(text.replace("⌉", ")").replace("⌋", ")"), {**scope, "values": quantities})


def sums(outcome: Outcome) -> Iterator[tuple[Result, dict[str, Any]]]:
    """The results whose formula is a sum, each with what stands in it."""
    for result in outcome.results:
        if result.formula and not any(phrase in result.formula for phrase in PHRASES) and result.key != "lag_months":
            known = {**outcome.quantities, **result.given}
            used = {name: number(known[name]) for name in re.findall(r"\{(\w+)\}", result.formula)}
            if None not in used.values():
                yield result, used


@pytest.mark.parametrize("command", COMMANDS)
def test_the_formula_gives_the_value(command: str) -> None:
    outcome = outcome_of(command)
    for result, values in sums(outcome):
        if result.value is None:
            continue
        found = evaluated(result.formula, values)
        assert found == pytest.approx(float(result.value), rel=1e-9, abs=1e-12), result.key  # type: ignore[arg-type]


@pytest.mark.parametrize("command", COMMANDS)
def test_what_can_be_computed_has_a_formula_in_both_languages(command: str) -> None:
    outcome = outcome_of(command)
    for result in outcome.results:
        en, zh = (in_words(result, outcome.quantities, language) for language in ("en", "zh"))
        assert ("{" in en + zh) is False
        assert bool(en) == bool(zh)
        assert bool(en) == bool(result.formula) or result.value is None


AMOUNTS = st.decimals(min_value="0.01", max_value="1e9", places=2).map(str)
RATES = st.integers(1, 100).map(lambda percent: f"{percent}%")


@settings(max_examples=40)
@given(AMOUNTS, AMOUNTS, AMOUNTS, RATES, RATES)
def test_formulas_hold_for_any_numbers(first: str, second: str, third: str, rate: str, other: str) -> None:
    commands = (
        f"cac --spend {first} --customers {second} --salaries {third}",
        f"cpl --spend {first} --leads {second} --rate {rate} --rate {other}",
        f"payback --cac {first} --monthly {second} --margin {rate} --churn {other}",
        f"roas --revenue {first} --spend {second} --margin {rate}",
        f"breakeven --price {first} --margin {rate} --fixed {second}",
        f"pipeline --goal {first} --win-rate {rate} --deal-size {second} --open {third}:{other}",
        f"forecast --units {first} --rate {rate} --rate {other} --deal-size {second} --spend {third}",
        f"uplift --units {first} --rate {rate} --better {other} --deal-size {second}",
        f"velocity --opportunities {first} --deal-size {second} --win-rate {rate} --cycle 78d --new-cycle 65d",
        f"pacing --target {first} --actual {second} --elapsed {rate} --baseline {third}",
        f"change --before {first} --after {second}",
    )
    for command in commands:
        for result, values in sums(outcome_of(command)):
            if result.value is not None:
                expected = float(result.value)  # type: ignore[arg-type]
                assert float(evaluated(result.formula, values)) == pytest.approx(expected, rel=1e-9, abs=1e-9), command


def test_days_are_those_of_the_calendar() -> None:
    results = outcome_of("lag --end 2027-12-31 --stage mql:30d --stage opportunity:2mo --stage deal").results
    assert [result.value for result in results[:3]] == [date(2027, 10, 1), date(2027, 10, 31), date(2027, 12, 31)]
