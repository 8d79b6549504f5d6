"""The planning methods: every rule they ask for exists, every asked rule is asked for, every element lives in the plan format."""

import typing

import pytest
from pydantic import BaseModel

from roadmapctl.frameworks import FRAMEWORKS, Element, Framework, asked_codes
from roadmapctl.model import Plan
from roadmapctl.rules.engine import catalogue

RULES = catalogue()
METHODS = list(FRAMEWORKS.values())
ELEMENTS = [(method, element) for method in METHODS for element in method.elements]


@pytest.mark.parametrize(("method", "element"), ELEMENTS, ids=lambda x: x.id)
def test_elements_ask_for_rules_that_exist_and_wait_to_be_asked(method: Framework, element: Element) -> None:
    assert [code for code in element.asks if code not in RULES or not RULES[code].asked] == []


def test_every_asked_rule_belongs_to_a_method() -> None:
    asked = {code for code, rule in RULES.items() if rule.asked}
    assert asked - asked_codes(tuple(FRAMEWORKS)) == set()


@pytest.mark.parametrize("method", METHODS, ids=lambda m: m.id)
def test_ids_are_unique_and_a_rule_is_asked_once(method: Framework) -> None:
    ids = [element.id for element in method.elements]
    codes = [code for element in method.elements for code in element.asks]
    assert len(ids) == len(set(ids))
    assert len(codes) == len(set(codes))
    assert FRAMEWORKS[method.id] is method


@pytest.mark.parametrize(("method", "element"), ELEMENTS, ids=lambda x: x.id)
def test_elements_live_in_the_plan_format_and_have_two_titles(method: Framework, element: Element) -> None:
    model: type[BaseModel] | None = Plan
    for step in element.where.split("."):
        assert model is not None, element.where
        model = inner(model.model_fields[step].annotation)
    assert element.title_en.isascii()
    assert any("\u4e00" <= c <= "\u9fff" for c in element.title_zh)


def test_a_name_that_is_no_method_asks_for_nothing() -> None:
    assert asked_codes(("seven-steps",)) == frozenset()
    assert "RM302" in asked_codes(("seven-step",))


def inner(annotation: object) -> type[BaseModel] | None:
    """The model that an optional annotation holds; None where it is a collection or a value."""
    parts = (annotation, *typing.get_args(annotation))
    return next((part for part in parts if isinstance(part, type) and issubclass(part, BaseModel)), None)
