"""The exported JSON Schema agrees with the models on what a schema can express."""

from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from roadmapctl.load import load, load_text
from roadmapctl.model.build import build
from roadmapctl.model.schema import plan_schema
from tests.plans import edited
from tests.strategies import plans

VALIDATOR = jsonschema.Draft202012Validator(plan_schema())
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/roadmap.yaml"))


def plain(value: Any) -> Any:
    """The document as a YAML tool would hand it to a validator: decimals as floats."""
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [plain(v) for v in value]
    return value if value is None or isinstance(value, (str, int)) else float(value)


def errors(text: str) -> list[str]:
    return [e.message for e in VALIDATOR.iter_errors(plain(load_text(text.encode(), "x").value))]


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(plan_schema())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.parent.name)
def test_examples_fit(path: Path) -> None:
    assert list(VALIDATOR.iter_errors(plain(load(path).value))) == []


@given(plans())
def test_what_the_models_read_fits(text: str) -> None:
    assert errors(text) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: Spring", "nmae: Spring"),
        ("rate: 10%", "rate: 18"),
        ("end: 2027-01-14", "end: 14.1.2027"),
        ("budget: 3_000", "budget: many"),
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


def test_every_key_is_described_for_an_editors_hover() -> None:
    schema = plan_schema()
    for name, definition in {"Plan": schema, **schema["$defs"]}.items():
        assert definition["description"], name
        for key, property in definition["properties"].items():
            assert property.get("description"), f"{name}.{key} has no docstring"
            assert {"type": "null"} not in property.get("anyOf", [])
