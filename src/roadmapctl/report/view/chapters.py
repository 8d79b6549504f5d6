"""The order and the headings of a report: a method's steps, each with the sections it shows."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import NamedTuple

from roadmapctl.frameworks import Framework
from roadmapctl.report.figures import Section
from roadmapctl.report.view.telling import label
from roadmapctl.report.wording import Wording


class Part(NamedTuple):
    """A section of a chapter: laid out by the template of its name, or, where it has `sections`, as these. `title` is empty in
    the first part of a chapter, for which the chapter's heading stands."""

    name: str
    title: str
    sections: tuple[Section, ...]


class Chapter(NamedTuple):
    """A step of the method."""

    title: str
    parts: tuple[Part, ...]


def chapters(words: Wording, method: Framework, laid_out: Mapping[str, object]) -> tuple[Chapter, ...]:
    """The steps of a method that the plan has something to say about.

    `laid_out` are the sections that have a template, by name, as their views; empty ones are left out.
    """
    found = (Chapter(step.title[words.language == "zh"], _parts(words, step.shows, laid_out)) for step in method.steps)
    return tuple(chapter for chapter in found if chapter.parts)


def _parts(words: Wording, shows: tuple[str, ...], laid_out: Mapping[str, object]) -> tuple[Part, ...]:
    parts: list[Part] = []
    for name in shows:
        sections = _told(name)(words) if name in TOLD else ()
        if sections or laid_out.get(name):
            parts.append(Part(name, _title(words, name) if parts else "", sections))
    return tuple(parts)


def _told(name: str) -> Callable[[Wording], tuple[Section, ...]]:
    module, _, function = TOLD[name].partition(".")
    found: Callable[[Wording], tuple[Section, ...]] = getattr(import_module(f"{__package__}.{module}"), function)
    return found


def _title(words: Wording, name: str) -> str:
    """What a section is called; some are called the same in every report."""
    return words.label(name) if name in ("timeline", "people", "budget") else label(words, name)


TOLD: Mapping[str, str] = {
    "today": "said.today",
    "wider": "wider.wider",
    "spine": "said.spine",
    "messages": "said.messages",
    "focus": "quarter.focus",
    "initiatives": "quarter.initiatives",
    "hypotheses": "quarter.hypotheses",
    "ideas": "ideas.ideas",
    "best-set": "ideas.best_set",
    "levers": "ideas.levers",
    "traits": "audience.audience",
    "goal-growth": "growth.growth",
    "goal-splits": "growth.splits",
    "step-rates": "growth.step_rates",
    "goal-chain": "growth.carried_by",
    "kpi-levels": "growth.levels",
    "events": "some_events.some_events",
    "event-programme": "events.programme",
    "content-matrix": "events.content",
    "event-experience": "events.experience",
    "event-actions": "events.actions",
    "event-return": "events.returned",
    "layers": "layers.layers",
    "stakeholders": "transformation.stakeholders",
    "playbooks": "transformation.playbooks",
    "playbook-runs": "transformation.runs",
    "means": "means.means",
    "organization": "transformation.team",
    "owners": "transformation.owners",
    "goals-by-person": "transformation.goals_by_person",
    "workload": "transformation.workload",
    "handovers": "transformation.handovers",
}
"""The sections that are laid out as figures, by name: the module and the function. Only those of the method are imported."""
