"""The transformation pyramid at a glance: each layer with what the plan has in it and what is open."""

from collections.abc import Iterable, Iterator, Mapping

from roadmapctl.analysis.people.channels import channel_hands
from roadmapctl.analysis.people.functions import functions
from roadmapctl.analysis.people.loads import loads
from roadmapctl.analysis.playbooks.levels import empty_levels
from roadmapctl.analysis.playbooks.runs import runs
from roadmapctl.analysis.playbooks.touches import clashes, touches
from roadmapctl.frameworks.methods.pyramid import APPLICATION, COGNITION, ORGANISATION, PROCESS
from roadmapctl.i18n.pyramid_words import LABELS
from roadmapctl.i18n.text import filled
from roadmapctl.model.organization import Stakeholder
from roadmapctl.report.figures import Column, Section, Table
from roadmapctl.report.wording import Wording


def layers(words: Wording) -> tuple[Section, ...]:
    """A row for each layer, from the top; nothing where the plan has neither stakeholders nor playbooks."""
    organization = words.plan.organization
    if not words.plan.playbooks and (organization is None or not organization.stakeholders):
        return ()
    told = ((COGNITION, _agreement), (PROCESS, _playbooks), (APPLICATION, _means), (ORGANISATION, _team))
    rows = []
    for step, tell in told:
        has, *others = tell(words)
        rows.append((step.title[words.language == "zh"], has, _joined(words, others)))
    columns = tuple(Column(_label(words, head), words=True) for head in ("layer", "has", "open"))
    return (Section(_label(words, "title"), table=Table(columns, tuple(rows))),)


def _label(words: Wording, key: str, **fields: object) -> str:
    text = LABELS[key][words.language == "zh"]
    return filled(text, fields) if fields else text


def _joined(words: Wording, parts: Iterable[str]) -> str:
    return ("；" if words.language == "zh" else "; ").join(part for part in parts if part)


def _names(words: Wording, key: str, names: Iterable[str]) -> str:
    """A sentence about some names; empty without any."""
    said = words.join(names)
    return _label(words, key, names=said) if said else ""


def _agreement(words: Wording) -> Iterator[str]:
    organization = words.plan.organization
    found: Mapping[str, Stakeholder] = organization.stakeholders if organization is not None else {}
    named = {id_: one.name or words.id(id_) for id_, one in found.items()}
    levels = [one.level for one in found.values()]
    conflicts = [id_ for id_, one in found.items() if one.stance in ("concerned", "opposed")]
    left = [id_ for id_ in conflicts if found[id_].resolution is None]
    counts = {"executives": levels.count("executive"), "middle": levels.count("middle")}
    yield _label(words, "agreement", **counts, conflicts=len(conflicts), resolved=len(conflicts) - len(left))
    yield _names(words, "unresolved", (named[id_] for id_ in left))
    yield _names(words, "unasked", (named[id_] for id_, one in found.items() if one.stance in (None, "unknown")))


def _playbooks(words: Wording) -> Iterator[str]:
    plan = words.plan
    planned = runs(plan)
    dated = touches(plan, planned)
    yield _label(words, "playbooks", books=len(plan.playbooks), runs=len(planned), touches=len(dated))
    yield _names(words, "undated", (words.tactic(run.tactic) for run in planned if run.zero is None))
    outside, met = sum(touch.outside is not None for touch in dated), len(clashes(dated))
    yield _label(words, "outside", number=outside) if outside else ""
    yield _label(words, "clashing", number=met) if met else ""
    gaps = (one.name or words.id(id_) for id_, one in plan.playbooks.items() if empty_levels(one))
    yield _names(words, "no_kpi", gaps)


def _means(words: Wording) -> Iterator[str]:
    means = words.plan.strategy.means if words.plan.strategy is not None else {}
    hands = channel_hands(words.plan)
    yield _label(words, "means", means=len(means), channels=len(hands))
    yield _names(words, "no_owner", (words.id(one.channel) for one in hands if not one.people))


def _team(words: Wording) -> Iterator[str]:
    organization = words.plan.organization
    people = organization.people if organization is not None else {}
    found = functions(organization) if organization is not None else ()
    yield _label(words, "team", people=len(people), functions=len(found), goals=len(words.plan.goals))
    yield _names(words, "nobody_carries", (one.name for one in found if not one.people))
    answered = {goal for person in people.values() for goal in person.goals}
    yield _names(words, "nobody_answers", (words.goal(id_) for id_ in words.plan.goals if id_ not in answered))
    yield _names(words, "overloaded", (words.person(load.person) for load in loads(words.plan) if load.is_over))
