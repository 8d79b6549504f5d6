"""Step 7: measure, learn, optimise."""

from typing import Annotated, Any, Literal

from pydantic import Field

from roadmapctl.model.element import Element, Read
from roadmapctl.model.text import PROSE_SCHEMA, Id, Name, Ref, Slug, Text, prose
from roadmapctl.model.time import Date

Verdict = Literal["continue", "adjust", "carry-over", "stop"]


def source_of_actuals(value: Any) -> Any:
    """A file, a folder, a connection or a query: a text, or a mapping that a source of actuals reads itself."""
    return value if isinstance(value, dict) else prose(value)


class Decision(Element):
    """What a review decides about a tactic."""

    verdict: Verdict | None = None
    """Continue, adjust, carry over or stop."""
    because: Text | None = None
    """Why."""


class Review(Element):
    """A review of the plan."""

    name: Name | None = None
    """What it is called, in any language."""
    date: Date | None = None
    """When it is held."""
    findings: Text | None = None
    """What was found."""
    strengths: tuple[Text, ...] = ()
    """What went well."""
    weaknesses: tuple[Text, ...] = ()
    """What did not."""
    changes: tuple[Text, ...] = ()
    """What is changed because of it."""
    decisions: dict[Annotated[Id, Ref("tactics")], Decision] = {}
    """What was decided, by tactic."""


class Insight(Element):
    """Something learned, kept for those who come after."""

    learned: Text | None = None
    """What was learned."""
    from_: Annotated[Id, Ref("tactics")] | None = Field(None, alias="from")
    """The tactic it was learned from."""
    so: Text | None = None
    """What follows from it."""


class Measurement(Element):
    """How the plan is held against what happens."""

    actuals: Annotated[Any, Read(source_of_actuals, None, {**PROSE_SCHEMA, "type": ["string", "object"]})] = None
    """Where the actual figures are: a CSV file of date, metric and value, named from this plan's folder: `actuals.csv`."""
    rhythm: Literal["week", "month", "quarter"] | None = None
    """How often figures are held against the plan."""
    reviews: dict[Slug, Review] = {}
    """The reviews, by id: midpoint, final."""
    insights: tuple[Insight, ...] = ()
    """What was learned."""
