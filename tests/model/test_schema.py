"""The exported JSON Schema agrees with the models on what a schema can express, both ways."""

import itertools
import json
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar

import jsonschema
import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from roadmapctl.diagnostics import Diagnostic
from roadmapctl.load import load, load_text
from roadmapctl.model.build import build
from roadmapctl.model.funnel_values import amount_or_part
from roadmapctl.model.number_patterns import AMOUNT_OR_PART, CHANGE, SHARE
from roadmapctl.model.numbers import amount, change, contribution, count, positive, quantity, share
from roadmapctl.model.schema import plan_schema
from roadmapctl.model.time_forms import DURATION
from roadmapctl.model.unreadable import Unreadable
from roadmapctl.model.write import to_yaml
from roadmapctl.scaffold import Header, scaffold
from tests.model.fitting import NUMBER_PARTS, Fitting, Place, ecma, near
from tests.plans import SMALL, edited
from tests.strategies import plans

SCHEMA = plan_schema()
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/roadmap.yaml"))
Error = jsonschema.ValidationError


def _pattern(validator: Any, pattern: str, instance: Any, schema: Any) -> Iterator[Error]:
    if isinstance(instance, str) and not re.search(ecma(pattern), instance):
        yield Error(f"{instance!r} does not match {pattern!r}")


VALIDATOR = jsonschema.validators.extend(jsonschema.Draft202012Validator, {"pattern": _pattern})(SCHEMA)


# --- a document as an editor sees it


class Yaml12(yaml.SafeLoader):
    """The core schema of YAML 1.2, by which editors read: `84_000` and `2027-03-31` are texts, `010` is ten."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for tag, pattern in {
    "null": "~|null|Null|NULL|",
    "bool": "true|True|TRUE|false|False|FALSE",
    "int": "[-+]?[0-9]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?",
}.items():
    Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^({pattern})$"), None)
Yaml12.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))


def errors(text: str) -> list[str]:
    """What the schema says of a text that an editor reads."""
    return [e.message for e in VALIDATOR.iter_errors(yaml.load(text, Yaml12))]


def plain(value: Any) -> Any:
    """The document as our loader reads it, with floats for decimals."""
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [plain(v) for v in value]
    return float(value) if isinstance(value, Decimal) else value


# --- what the models read fits


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.parent.name)
def test_examples_fit(path: Path) -> None:
    assert errors(path.read_text("utf-8")) == []
    assert list(VALIDATOR.iter_errors(plain(load(path).value))) == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_scaffolds_fit(language: str) -> None:
    assert errors(scaffold("seven-step", language, Header("x", "CNY", 2027))) == []


@given(plans())
def test_what_the_models_read_fits(text: str) -> None:
    assert errors(text) == []
    assert list(VALIDATOR.iter_errors(plain(load_text(text.encode(), "x").value))) == []


@given(plans())
def test_what_is_written_back_fits(text: str) -> None:
    plan = build(load_text(text.encode(), "x")).plan
    assert plan is not None
    assert errors(to_yaml(plan)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: Spring", "nmae: Spring"),
        ("rate: 10%", "rate: 18"),
        ("rate: 10%", "rate: 180%"),
        ("rate: 10%", "rate: {won: 3, of: 0}"),
        ("end: 2027-01-14", "end: 14.1.2027"),
        ("end: 2027-01-14", "end: 2027-13-14"),
        ("budget: 3_000", "budget: many"),
        ("budget: 3_000", "budget: -3_000"),
        ("deal_size: 1_000", "deal_size: 0"),
        ("currency: USD", "currency: USDD"),
        ("kind: flow", "kind: stream"),
        ("after: [page]", "after: page"),
        ("    - {id: customer}", "    - {rate: 5%}"),
        ("roadmap: 1", "roadmap: 2"),
        ("  launch:", "  Launch_1:"),
    ],
)
def test_what_the_models_refuse_does_not_fit(old: str, new: str) -> None:
    text = edited(old, new)
    assert build(load_text(text.encode(), "x")).diagnostics
    assert errors(text)


# --- both ways, on documents made from the schema

BETWEEN_VALUES: dict[tuple[str, str], tuple[str, Callable[[Any], bool]]] = {
    ("RM012", "“{value}” is not a version of the plan format"): ("JSON knows no difference between 1 and 1.0", lambda v: v == 1),
    ("RM020", "{place}: the ends of this range are not in order"): ("low ≤ likely ≤ high, 0 < p10 < p90 < 100%", lambda v: True),
    ("RM020", "{place}: {won} won of {of} is not possible"): ("won ≤ of", lambda v: True),
    ("RM021", "“{value}” is too large or too fine a number"): ("the size of a number written as a text", lambda v: True),
    ("RM021", "{value} may be a part of the target or an amount"): ("0.0001k is 0.1", lambda v: isinstance(v, str)),
    ("RM022", "{value} does not exist: that month has {last} days"): ("30 February", lambda v: True),
    ("RM023", "“{value}” is not a duration"): ("the length of a duration, 20 years", lambda v: all(map(DURATION.fullmatch, v.values() if isinstance(v, dict) else [v]))),
    ("RM023", "p90 ({p90}) must be longer than p50 ({p50}), and p50 above 0"): ("0 < p50 < p90", lambda v: True),
    ("RM024", "“{value}” is not a period"): ("2027.0 is 2027", lambda v: isinstance(v, dict | Decimal)),
    ("RM024", "the period ends on {end}, before it starts on {start}"): ("start ≤ end", lambda v: isinstance(v, dict)),
}  # fmt: skip
"""What fits the schema and is refused by the models, by code and sentence: why no schema says it, and of which values."""

TOLERATED: dict[str, Callable[[Error], bool]] = {
    "null for an optional key is read as a key that is left out; an editor should not offer it": (
        lambda e: e.instance is None
    ),
    "full-width digits and signs (NFKC) are read; the schema asks for plain ones": (
        lambda e: e.validator == "pattern" and not e.instance.isascii()
    ),
    "a zero may have a minus sign": lambda e: e.validator == "pattern" and bool(MINUS_ZERO.match(e.instance)),
    "a share needs no grouped digits, though 0_0.5 is read": (
        lambda e: e.validator_value in (SHARE, AMOUNT_OR_PART) and "_" in e.instance
    ),
    "a share needs no unit, though 0.0001k is read": (
        lambda e: e.validator_value == SHARE and bool(re.search(r"[a-zA-Z]\s*\Z", e.instance))
    ),
    "points need no unit, though 1kpp is read": (
        lambda e: e.validator_value == CHANGE and e.instance.strip().lower().endswith("pp")
    ),
    "spaces around a currency are dropped": (
        lambda e: e.validator == "enum" and isinstance(e.instance, str) and e.instance.strip() in e.validator_value
    ),
}
"""What the models read and the schema refuses: why, and how such an error is told from others."""

MINUS_ZERO = re.compile(r"\s*-[0_.]+(?![0-9])")


def tolerated(error: Error) -> bool:
    """Is this error, or the reason of one of its alternatives, listed?"""
    return any(is_so(error) for is_so in TOLERATED.values()) or any(map(tolerated, error.context or ()))


def unexpected(found: list[Diagnostic], value: Any) -> list[Diagnostic]:
    """The findings that are not listed as beyond a schema."""

    def listed(finding: Diagnostic) -> bool:
        _, is_so = BETWEEN_VALUES.get((finding.code, finding.message.en), ("", lambda v: False))
        return any(map(is_so, at(value, finding.path)))

    return [finding for finding in found if not listed(finding)]


def at(value: Any, path: Place) -> list[Any]:
    """What stands at a finding's path; several where list items share an id."""
    if not path:
        return [value]
    step, *rest = path
    if isinstance(value, list) and isinstance(step, str):
        parts = [item for item in value if isinstance(item, dict) and item.get("id") == step]
    else:
        parts = [value[step]] if not isinstance(value, dict) or step in value else []
    return [found for part in parts for found in at(part, tuple(rest))]


def agree(value: Any) -> None:
    """Schema and models say the same of a document."""
    document = load_text(json.dumps(value, ensure_ascii=False).encode(), "x")
    found = [*document.faults, *build(document).diagnostics]
    wrong = list(VALIDATOR.iter_errors(value))
    if wrong:
        assert found or all(map(tolerated, wrong)), f"the models accept it: {[e.message for e in wrong]}"
    else:
        assert unexpected(found, document.value) == [], "the schema accepts it"


NUMBERS = {
    "goals.target": (quantity, SCHEMA["$defs"]["Goal"]["properties"]["target"]),
    "goals.change": (change, SCHEMA["$defs"]["Goal"]["properties"]["change"]),
    "tactics.contributes": (
        contribution,
        SCHEMA["$defs"]["Tactic"]["properties"]["contributes"]["additionalProperties"],
    ),
    "budget": (amount, SCHEMA["properties"]["budget"]),
    "seasonality": (positive, SCHEMA["$defs"]["Funnel"]["properties"]["seasonality"]["additionalProperties"]),
    "in_hand": (count, SCHEMA["$defs"]["Stage"]["properties"]["in_hand"]),
    "margin": (share, SCHEMA["$defs"]["Funnel"]["properties"]["margin"]),
    "other_teams": (amount_or_part, SCHEMA["$defs"]["Funnel"]["properties"]["other_teams"]),
}


@pytest.mark.parametrize("key", NUMBERS)
def test_schema_and_readers_agree_on_numbers_as_texts(key: str) -> None:
    read, schema = NUMBERS[key]
    fits, own = re.compile(ecma(schema["pattern"])).search, VALIDATOR.evolve(schema=schema)
    for text in map("".join, itertools.product(*NUMBER_PARTS)):
        try:
            read(text)
        except Unreadable as error:
            too_small = BETWEEN_VALUES.get((error.code, error.message.en), ("", lambda v: False))[1](text)
            assert not fits(text) or too_small, f"{text!r} fits and is not read"
        else:
            assert fits(text) or all(map(tolerated, own.iter_errors(text))), f"{text!r} is read and does not fit"


FITTING = Fitting(SCHEMA).values(SCHEMA)
SLOW = settings(
    max_examples=300,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


@SLOW
@given(FITTING)
def test_what_fits_is_read(value: Any) -> None:
    assert list(VALIDATOR.iter_errors(value)) == []
    agree(value)


@SLOW
@given(near(FITTING))
def test_schema_and_models_agree_on_near_misses(value: Any) -> None:
    agree(value)


def all_keys(schema: Any, where: str = "Plan") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key of every mapping in the schema, by the mapping it is in."""
    if isinstance(schema, dict):
        for key, part in schema.get("properties", {}).items():
            yield f"{where}.{key}", part
        for name, part in schema.items():
            yield from all_keys(part, f"{where}.{name}")
    elif isinstance(schema, list):
        for part in schema:
            yield from all_keys(part, where)


KEYS = [(name, part) for name, part in all_keys(SCHEMA) if ".SectionFile." not in name]


# --- what editors show


@pytest.mark.parametrize("word", ["title", "description"])
def test_every_key_says_what_it_is(word: str) -> None:
    assert len(KEYS) > 150
    assert [name for name, part in KEYS if not part.get(word)] == []
    assert [name for name, definition in SCHEMA["$defs"].items() if not definition.get(word)] == []


def test_titles_are_the_keys() -> None:
    assert [name for name, part in KEYS if part["title"] != name.rpartition(".")[2]] == []


def enums(schema: Any, where: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every list of choices."""
    if isinstance(schema, dict):
        if "enum" in schema:
            yield where, schema
        for name, part in schema.items():
            yield from enums(part, f"{where}.{name}")


def test_every_choice_says_what_it_means() -> None:
    silent = [name for name, part in enums(SCHEMA) if len(part.get("enumDescriptions", ())) != len(part["enum"])]
    assert silent == [".properties.currency"], "codes of currencies are their own names"


def test_nothing_is_null_and_nothing_empty_is_offered() -> None:
    text = json.dumps(SCHEMA)
    assert '"null"' not in text and "null," not in text
    assert '"default": {}' not in text and '"default": []' not in text


def test_every_mapping_is_closed_or_says_what_its_members_are() -> None:
    def open_ones(schema: Any, where: str = "") -> Iterator[str]:
        if isinstance(schema, dict):
            if schema.get("type") == "object" and "additionalProperties" not in schema:
                yield where
            for name, part in schema.items():
                yield from open_ones(part, f"{where}.{name}")
        elif isinstance(schema, list):
            for part in schema:
                yield from open_ones(part, where)

    assert list(open_ones(SCHEMA)) == []


def test_examples_of_values_fit_where_they_stand() -> None:
    for name, part in KEYS:
        own = VALIDATOR.evolve(schema={**part, "$defs": SCHEMA["$defs"]})
        assert [e for e in part.get("examples", ()) if list(own.iter_errors(e))] == [], name


def test_section_files_need_no_header() -> None:
    sections = VALIDATOR.evolve(schema={**SCHEMA, **SCHEMA["$defs"]["SectionFile"], "required": []})
    assert list(sections.iter_errors({"goals": {"list": {"target": 5}}})) == []
    assert list(sections.iter_errors({"gaols": {}})) and list(sections.iter_errors({"goals": {"list": {"tagret": 5}}}))
    assert errors("goals: {}") and errors(SMALL) == []
