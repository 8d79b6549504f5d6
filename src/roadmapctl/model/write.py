"""Plan → YAML text that reads back as the same plan."""

from decimal import Decimal
from typing import Any

import yaml

from roadmapctl.load.scalars import resolve
from roadmapctl.model.plan import Plan


def to_values(plan: Plan) -> dict[str, Any]:
    """The plan as plain YAML values, without what is unset."""
    return plan.model_dump(by_alias=True, exclude_unset=True)


def to_yaml(plan: Plan) -> str:
    """The plan as YAML text in the order of the seven steps."""
    return yaml.dump(to_values(plan), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)


class _Dumper(yaml.SafeDumper):
    """Quotes every text that would be read as something else, by our rules and by YAML 1.1's; writes no aliases."""

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=None if resolve(text) == text else '"')


def _decimal(dumper: yaml.SafeDumper, number: Decimal) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:float", format(number, "f"))


def _sequence(dumper: yaml.SafeDumper, items: tuple[Any, ...]) -> yaml.Node:
    return dumper.represent_list(list(items))


_Dumper.add_representer(str, _text)
_Dumper.add_representer(Decimal, _decimal)
_Dumper.add_representer(tuple, _sequence)
