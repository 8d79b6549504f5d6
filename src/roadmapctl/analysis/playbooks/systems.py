"""The systems of a playbook and the fields that flow between them."""

from typing import NamedTuple

from roadmapctl.model.playbooks import Playbook


class Flow(NamedTuple):
    """Fields that one system hands to another."""

    sender: str
    receiver: str
    fields: tuple[str, ...]


class Systems(NamedTuple):
    """All systems a playbook speaks of. `unknown` are those that it names as a receiver or at a touchpoint and does not
    describe; `idle` those it describes that take no part: no touchpoint, nothing sent, nothing received."""

    ids: tuple[str, ...]
    flows: tuple[Flow, ...]
    unknown: tuple[str, ...]
    idle: tuple[str, ...]


def systems(playbook: Playbook) -> Systems:
    """The systems of a playbook, those it describes first."""
    flows = tuple(Flow(id_, to, fields) for id_, one in playbook.systems.items() for to, fields in one.sends.items())
    touched = [touchpoint.system for touchpoint in playbook.touchpoints if touchpoint.system is not None]
    at_work = dict.fromkeys([*touched, *(id_ for flow in flows for id_ in flow[:2])])
    unknown = tuple(id_ for id_ in at_work if id_ not in playbook.systems)
    idle = tuple(id_ for id_ in playbook.systems if id_ not in at_work)
    return Systems((*playbook.systems, *unknown), flows, unknown, idle)
