"""An outcome as JSON: stable and versioned."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from roadmapctl.calculators.calculator import Input
from roadmapctl.calculators.forms import in_numbers, in_words
from roadmapctl.calculators.work_out import Outcome


def as_json(outcome: Outcome, *, currency: str | None = None, explain: bool = False) -> str:
    """One JSON object. Numbers are as exact as JSON's are, whole ones integers; rates are parts of 1; null is never.

    A result that nobody asked for (its flag was left out) is absent. Results of several items are objects by item.
    """
    calculator = outcome.calculator
    results: dict[str, Any] = {}
    for result in outcome.results:
        if result.item:
            results.setdefault(result.key, {})[result.item] = plain(result.value)
        else:
            results[result.key] = plain(result.value)
    data = {
        "version": 1,
        "calculator": calculator.name,
        "currency": currency,
        "inputs": {flag.name: _input(flag.input, outcome.inputs[flag.name]) for flag in calculator.flags},
        "results": results,
    }
    if explain:
        data["steps"] = list(_steps(outcome))
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def plain(value: Any) -> Any:
    """A JSON value: an int where a number is whole, else the nearest float; a day in ISO's form."""
    if isinstance(value, Fraction | Decimal):
        return int(value) if value == int(value) else float(value)
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        fields: Mapping[str, Any] = value._asdict()
        return {key: plain(part) for key, part in fields.items()}
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


def _input(input: Input, value: Any) -> Any:
    """What was read; the parts of a compound value by their names."""
    if input.keys and isinstance(value, tuple):
        if value and not isinstance(value[0], tuple):
            return _by_key(input, value)
        return [_by_key(input, one) for one in value]
    return plain(value)


def _by_key(input: Input, parts: tuple[Any, ...]) -> dict[str, Any]:
    return {key: plain(part) for key, part in zip(input.keys, parts, strict=True)}


def _steps(outcome: Outcome) -> list[dict[str, Any]]:
    """The formulas, in words and in numbers."""
    known = outcome.quantities
    return [
        {
            "result": result.key,
            "item": result.item or None,
            "formula": in_words(result, known, "en"),
            "numbers": in_numbers(result, known),
        }
        for result in outcome.results
        if in_words(result, known, "en")
    ]
