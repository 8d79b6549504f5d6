"""The planning methods: every rule they ask for exists, every asked rule is asked for, every element lives in the plan format."""

import typing

import pytest
from pydantic import BaseModel

from roadmapctl.frameworks import Element, Framework, asked_codes, framework, names
from roadmapctl.frameworks.element import SHOWN
from roadmapctl.model import Plan
from roadmapctl.report.view.build import Overview
from roadmapctl.report.view.chapters import TOLD
from roadmapctl.rules.engine import catalogue
from roadmapctl.shipped import shipped

RULES = catalogue()
METHODS = [method for name in names() if (method := framework(name)) is not None]
ELEMENTS = [(method, element) for method in METHODS for element in method.elements]


def test_the_five_methods_are_there() -> None:
    assert names() == ("annual", "events", "pyramid", "quarterly", "seven-step")
    assert [method.id for method in METHODS] == list(names())


@pytest.mark.parametrize(("method", "element"), ELEMENTS, ids=lambda x: x.id)
def test_elements_ask_for_rules_that_exist(method: Framework, element: Element) -> None:
    assert [code for code in element.asks if code not in RULES] == []


def test_every_asked_rule_belongs_to_a_method() -> None:
    asked = {code for code, rule in RULES.items() if rule.asked}
    assert asked - asked_codes(tuple(METHODS)) == set()


@pytest.mark.parametrize("method", METHODS, ids=lambda m: m.id)
def test_ids_are_unique_and_a_rule_is_asked_once(method: Framework) -> None:
    ids = [element.id for element in method.elements]
    asked = {(code, element.where, element.each) for element in method.elements for code in element.asks}
    assert len(ids) == len(set(ids))
    assert len(asked) == len({code for code, *_ in asked})  # by two elements only where both are about the same keys


@pytest.mark.parametrize(("method", "element"), ELEMENTS, ids=lambda x: x.id)
def test_elements_live_in_the_plan_format_and_speak_both_languages(method: Framework, element: Element) -> None:
    home = inside(Plan, element.where)
    for key in (*element.each, *element.some):
        for either in key.split("|"):
            inside(home, either)
    for key in (element.only, element.among):
        if key:
            inside(home, key.partition("=")[0])
    for path in element.beside:
        inside(Plan, path)
    for en, zh in (element.title, element.question):
        assert en.isascii()
        assert any("\u4e00" <= c <= "\u9fff" for c in zh)
    assert "?" in element.question[0] and element.question[1][-1] in "？。"


@pytest.mark.parametrize("method", METHODS, ids=lambda m: m.id)
def test_steps_show_sections_there_are(method: Framework) -> None:
    assert {name for step in method.steps for name in step.shows} <= set(SHOWN)


@pytest.mark.parametrize("name", SHOWN)
def test_every_section_is_laid_out_one_way(name: str) -> None:
    template = shipped("report", "markdown", "sections", f"{name}.md.j2").is_file()
    assert template != (name in TOLD)
    assert not template or name in (*Overview._fields, "timeline")


def test_a_name_that_is_no_method_is_none() -> None:
    assert framework("seven-steps") is None
    assert framework("__init__") is None
    seven = framework("seven-step")
    assert seven is not None and "RM302" in asked_codes((seven,))
    assert asked_codes(()) == frozenset()


def inside(annotation: object, path: str) -> object:
    """What stands at a path of the format; fails where there is no such key."""
    for step in path.split("."):
        model, collection = parts_of(annotation)
        if model is not None:
            fields = {info.alias or name: info.annotation for name, info in model.model_fields.items()}
            assert step in fields, (path, step)
            annotation = fields[step]
        else:
            assert collection is not None, (path, step)
            annotation = collection
    return annotation


def parts_of(annotation: object) -> tuple[type[BaseModel] | None, object]:
    """The model that an annotation holds, or the kind of a collection's members."""
    for part in (annotation, *typing.get_args(annotation)):
        if isinstance(part, type) and issubclass(part, BaseModel):
            return part, None
        if typing.get_origin(part) is dict:
            return None, typing.get_args(part)[1]
        if typing.get_origin(part) is tuple:
            return None, typing.get_args(part)[0]
    return None, None
