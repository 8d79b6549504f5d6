"""YAML → plan → YAML → plan is the same plan."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.load import load, load_text
from roadmapctl.model import Plan
from roadmapctl.model.build import build
from roadmapctl.model.write import to_yaml
from tests.strategies import plans

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/roadmap.yaml"))


def again(plan: Plan) -> Plan:
    built = build(load_text(to_yaml(plan).encode(), "again.yaml"))
    assert built.diagnostics == ()
    assert built.plan is not None
    return built.plan


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.parent.name)
def test_examples(path: Path) -> None:
    plan = build(load(path)).plan
    assert plan is not None and again(plan) == plan


@given(plans())
def test_any_plan(text: str) -> None:
    built = build(load_text(text.encode(), "plan.yaml"))
    assert built.diagnostics == (), text
    assert built.plan is not None
    assert again(built.plan) == built.plan


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=60).filter(str.strip))
def test_any_printable_text_survives(text: str) -> None:
    plan = Plan.model_validate({"roadmap": 1, "name": "x", "discovery": {"today": text}})
    assert again(plan) == plan
