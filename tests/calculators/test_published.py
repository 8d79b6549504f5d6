"""Worked examples of the field, typed as readers would type them: the program gives what somebody else computes by hand."""

import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.calculators.test_worked_examples import at
from tests.calculators.typed import typed

EXAMPLES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("published.yaml").read_text("utf-8"))
NUMBER = re.compile(r"\d+(?:\.\d+)?%?")


def by_hand(sum_: object) -> Fraction | float | None:
    """The value of a sum such as `12285 * 70%`, in fractions; None of `never`."""
    if sum_ == "never":
        return None

    def part(found: re.Match[str]) -> str:
        text = found[0]
        return f"(Fraction('{text[:-1]}') / 100)" if text.endswith("%") else f"Fraction('{text}')"

    value: Fraction | float = eval(NUMBER.sub(part, str(sum_)).replace("^", "**"), {"Fraction": Fraction})
    return value


@pytest.mark.parametrize("example", EXAMPLES, ids=[f"{number}-{one['from']}" for number, one in enumerate(EXAMPLES, 1)])
def test_the_program_gives_what_is_computed_by_hand(
    example: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    done = typed(capsys, f"{example['type']} --format json")
    assert (done.code, done.err) == (0, "")
    for path, sum_ in example["gives"].items():
        found, expected = at(done.data, path), by_hand(sum_)
        if expected is None or found is None:
            assert found is expected, path
        else:
            assert Decimal(str(found)) == pytest.approx(
                Decimal(str(float(expected))), rel=Decimal("1e-6"), abs=Decimal("6e-7")
            ), path


@pytest.mark.parametrize("example", [one for one in EXAMPLES if "prints" in one], ids=lambda one: one["from"])
def test_what_is_printed_does_not_follow_from_its_inputs(example: dict[str, Any]) -> None:
    for path, printed in example["prints"].items():
        assert round(float(by_hand(example["gives"][path]) or 0)) != printed


def test_there_are_many() -> None:
    assert len({one["type"] for one in EXAMPLES}) >= 120
