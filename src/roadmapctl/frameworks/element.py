"""What a planning method is: its steps, the elements of each, where they live in a plan, and how one tells that they are there."""

from typing import NamedTuple

Words = tuple[str, str]
"""A text in English and in Chinese."""


SHOWN = (
    "discovery", "today", "wider", "market", "traits", "goals", "goal-growth", "goal-splits", "step-rates", "goal-chain",
    "kpi-levels", "focus", "strategy", "spine", "messages", "means", "milestones", "initiatives", "tactics", "timeline",
    "hypotheses", "ideas", "best-set", "levers", "budget", "people", "organization", "owners", "goals-by-person", "workload",
    "handovers", "layers", "stakeholders", "playbooks", "playbook-runs", "event-programme", "content-matrix",
    "event-experience", "event-actions", "event-return", "events", "measurement", "funnel",
)  # fmt: skip
"""The sections of a report that a step may show."""


class Element(NamedTuple):
    """Something a method wants a plan to say.

    `where` is the dotted path of its home, `*` for every member of a collection. It is missing where nothing is written there, or
    where none of the places says any key of `each`. It is thin where a place lacks one of these keys (`target|change` is either),
    where no place says a key of `some`, where there are fewer places than `at_least` or more than `at_most`, where a path
    of `beside` is empty, or where a rule of `asks` has found something. `only` picks places: those that say a key (`event`), or
    one of some values for it (`stance=concerned|opposed`); `among` picks those that `each` is asked of, of which there may be
    none. `later`: it is written while the plan runs, so that a plan may begin without it.
    """

    id: str
    title: Words
    question: Words
    where: str
    each: tuple[str, ...] = ()
    some: tuple[str, ...] = ()
    only: str = ""
    among: str = ""
    at_least: int = 1
    at_most: int = 0
    beside: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    later: bool = False


class Step(NamedTuple):
    """A step of a method, in its words: a chapter of the report, which shows the named sections of the view."""

    title: Words
    shows: tuple[str, ...]
    elements: tuple[Element, ...]


class Framework(NamedTuple):
    """A planning method: a lens over the one plan format."""

    id: str
    title: Words
    steps: tuple[Step, ...]

    @property
    def elements(self) -> tuple[Element, ...]:
        """The elements of every step, in order."""
        return tuple(element for step in self.steps for element in step.elements)
