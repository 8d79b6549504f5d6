"""Every published worked example can be typed, and its recomputed numbers come out; where the published ones differ, that is said."""

import math
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.analysis.test_worked_examples import EXAMPLES
from tests.calculators.typed import typed

COMMANDS: dict[str, list[dict[str, Any]]] = yaml.safe_load(Path(__file__).with_name("typed.yaml").read_text("utf-8"))
CASES = [(id_, step) for id_, steps in COMMANDS.items() for step in steps if "type" in step]


def at(data: Any, path: str) -> Any:
    """What stands at a dotted path of keys and positions."""
    for key in path.split("."):
        data = data[int(key)] if isinstance(data, list) else data[key]
    return data


def answer(data: Any, how: str) -> Any:
    """A number of the output, turned as the example states it: `up results.due`, `results.roi %`, `- results.z`."""
    words = how.split()
    found = at(data, next(word for word in words if "." in word or len(words) == 1))
    match next((word for word in words if "." not in word and len(words) > 1), ""):
        case "%":
            return Decimal(found) * 100
        case "-":
            return -Decimal(found)
        case "up":
            return Decimal(math.ceil(Decimal(found)))
        case "list":
            return list(found.values())
        case "thirds":
            return Decimal(found) / 3
        case "quarter":
            return f"{found[:4]}Q{(int(found[5:7]) + 2) // 3}"
    return found


def same(found: Any, expected: Any) -> bool:
    """Equal, numbers to the digits the example has (at most six decimals)."""
    if isinstance(expected, list):
        return len(found) == len(expected) and all(map(same, found, expected))
    if isinstance(expected, dict):
        return set(found) == set(expected) and all(same(found[key], expected[key]) for key in expected)
    if isinstance(expected, int | float):
        number = Decimal(str(expected))
        return found is not None and Decimal(found).quantize(Decimal("0.000001")) == number.quantize(
            Decimal("0.000001")
        )
    return bool(found == expected)


@pytest.mark.parametrize(("id_", "step"), CASES, ids=[f"{id_}-{step['type'].split()[1]}" for id_, step in CASES])
def test_typed(id_: str, step: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    done = typed(capsys, f"{step['type']} --format json")
    assert (done.code, done.err) == (0, "")
    for key, how in step.items():
        if key != "type":
            expected = at(EXAMPLES[id_]["recomputed"], key)
            assert same(answer(done.data, how), expected), (key, answer(done.data, how), expected)


@pytest.mark.parametrize("id_", EXAMPLES)
def test_every_number_is_typed_or_said_to_be_no_answer(id_: str) -> None:
    told: set[str] = set()
    for step in COMMANDS[id_]:
        told |= {key for key in (step.get("untyped") or step) if key != "type"}
    assert {name.partition(".")[0] for name in told} == set(EXAMPLES[id_]["recomputed"])


# --- what the publishers print

PRINTED: dict[str, dict[str, str]] = {
    # the published name of a number, where the recomputed one has another
    "square2-1m": {"leads_per_month": "leads_per_month_ceil", "new_leads_per_month": "new_leads_per_month_ceil"},
    "kellblog-inverted-funnel-1": {"deals": "deals_display", "sqls": "sqls_carry_exact"},
    "seed003-webinars": {"events": "events_ceil"},
    "pulserevops-coverage": {
        "deals": "deals_ceil",
        "opportunities": "opps_ceil_chain",
        "pipeline": "pipeline_ceil_chain",
        "coverage": "coverage_ceil_chain",
    },
    "lagrowthmachine-waste": {"share_of_budget_on_unqualified_percent": "share_of_leads_not_converted_percent"},
    "calculatorlib-payback": {"days": "days_whole"},
    "yourvalidator-breakeven": {"units": "units_ceil"},
    "codingace-breakeven-table": {"orders": "orders_ceil"},
    "northwood-close-rate": {
        "sales": "sales_exact",
        "monthly_revenue": "monthly_exact",
        "annual_gain": "annual_gain_exact",
    },
    "experimenthq-ice": {"scores": "mean"},
    "cro-expert-cohort": {"quota_overset_percent": "overset_percent_final"},
}
WRONG: dict[str, list[str]] = {
    # published numbers that are not those of their inputs, to the digits they have
    "seed003-webinars": ["events"],
    "kellblog-demandgen-share": ["share_percent"],
    "northwood-close-rate": ["monthly_revenue", "annual_gain"],
    "lagrowthmachine-waste": ["share_of_budget_on_unqualified_percent"],
    "primecalc-payback": ["months_when_margin_is_zero"],
    "calclet-webinar": ["gross", "net"],  # to tens
    "winsabove-velocity": ["per_quarter", "per_day_new", "per_quarter_new"],
    "optifai-benchmark-saas": ["per_day"],
    "optifai-benchmark-manufacturing": ["per_day"],
    "mavenlb-velocity": ["per_day"],
    "tildalice-ab": ["p"],
    "cro-expert-cohort": ["quota_overset_percent"],
}


def printed(number: Any, expected: Any) -> bool:
    """Is this the recomputed number to the digits that were printed?"""
    if isinstance(number, dict):
        return all(printed(number[key], expected[key]) for key in number)
    if isinstance(number, list):
        return all(map(printed, number, expected))
    if not isinstance(number, int | float) or expected is None:
        return bool(number == expected)
    shown = Decimal(str(number))
    places = max(0, -int(shown.as_tuple().exponent))
    return abs(Decimal(str(expected)) - shown) <= Decimal("0.5").scaleb(-places) + Decimal("1e-9")


def compared(example: dict[str, Any], names: dict[str, str]) -> dict[str, bool]:
    """By published number with a recomputed one beside it: does it follow from the inputs?"""
    pairs = {key: names.get(key, key) for key in example["published"]}
    return {
        key: printed(example["published"][key], example["recomputed"][other])
        for key, other in pairs.items()
        if other in example["recomputed"]
    }


@pytest.mark.parametrize("id_", EXAMPLES)
def test_where_published_numbers_are_wrong_the_example_says_so(id_: str) -> None:
    example = EXAMPLES[id_]
    follows = compared(example, PRINTED.get(id_, {}))
    wrong = [key for key, is_right in follows.items() if not is_right]
    assert wrong == WRONG.get(id_, [])
    assert example.get("note") or (example["agrees"] is True and not wrong)
