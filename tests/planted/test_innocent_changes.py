"""A clean plan stays clean however it is laid out: its sections and items in another order, its numbers in another form."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml

from tests.planted.planting import Fault, found, laid_out, plans_in

HERE = Path(__file__).parent
PLANS = [(HERE / language, name) for language in ("en", "zh") for name in plans_in(HERE / language)]
WHOLE = re.compile(r"-?\d[\d_]*")
ITEMS = ("metrics", "goals", "milestones", "ideas", "tactics")
Change = Callable[[dict[str, Any]], dict[str, Any]]


class Plain(yaml.SafeDumper):
    """Writes every text without quotes that needs none: a plan reads its numbers and dates itself."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


def _numbers(write: Callable[[int], str]) -> Change:
    """Every whole number but the version and the period, written in another way."""

    def change(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: each if key in ("roadmap", "period") else change(each) for key, each in value.items()}
        if isinstance(value, list):
            return [change(each) for each in value]
        whole = isinstance(value, str) and WHOLE.fullmatch(value)
        return write(int(value.replace("_", ""))) if whole else value

    return change


def _reversed(plan: dict[str, Any]) -> dict[str, Any]:
    return dict(reversed(plan.items()))


def _by_id(plan: dict[str, Any]) -> dict[str, Any]:
    """The items of the sections in the order of their ids."""
    return {key: dict(sorted(each.items())) if key in ITEMS and each else each for key, each in plan.items()}


THOUSANDS = _numbers(lambda number: f"{number // 1000}k" if number >= 1000 and number % 1000 == 0 else str(number))
UNDERSCORES = _numbers(lambda number: f"{number:_}")
CHANGES: dict[str, Change] = {
    "sections reversed, 12k": lambda plan: THOUSANDS(_reversed(plan)),
    "items by id, 12_000": lambda plan: UNDERSCORES(_by_id(plan)),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize(("plans", "name"), PLANS, ids=[name for _, name in PLANS])
def test_no_finding_appears(plans: Path, name: str, change: Change, tmp_path: Path) -> None:
    fault: Fault = {"in": name}
    path = laid_out(plans, fault, tmp_path)
    for file in [path] if path.is_file() else path.rglob("*.y*ml"):
        values = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
        file.write_text(yaml.dump(change(values), Dumper=Plain, allow_unicode=True, sort_keys=False), "utf-8")
    assert found(path) == []
