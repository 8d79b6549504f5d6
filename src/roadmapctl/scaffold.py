"""Plans to start from: the shipped scaffold of a method, with the plan's own name, currency and year in it."""

import json
from typing import NamedTuple

from roadmapctl.model.currency import currency as iso_currency
from roadmapctl.model.text import name as plan_name
from roadmapctl.shipped import shipped


class Header(NamedTuple):
    """What is asked of the user."""

    name: str
    currency: str
    year: int


def scaffold(framework: str, language: str, header: Header) -> str:
    """The text of a plan. Raises Unreadable for a name or a currency that no plan could have."""
    from jinja2 import Environment, StrictUndefined

    source = shipped("scaffold", framework, f"{language}.yaml.j2").read_text("utf-8")
    template = Environment(undefined=StrictUndefined, keep_trailing_newline=True, autoescape=False).from_string(source)
    return template.render(
        # JSON's strings are YAML's double-quoted scalars, so that no name can be anything but a name.
        name=json.dumps(plan_name(header.name), ensure_ascii=False),
        currency=iso_currency(header.currency),
        year=header.year,
    )
