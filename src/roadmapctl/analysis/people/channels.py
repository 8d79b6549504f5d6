"""Which channels a plan needs hands for, and whose they are."""

from typing import NamedTuple

from roadmapctl.model import Plan


class ChannelHands(NamedTuple):
    """A channel: the tactics on it, those whose playbook sends through it, and the people who own them; nobody where `people`
    is empty."""

    channel: str
    tactics: tuple[str, ...]
    sends: tuple[str, ...]
    people: tuple[str, ...]


def channel_hands(plan: Plan) -> tuple[ChannelHands, ...]:
    """The channels of the tactics, then those that only playbooks use, in the plan's order."""
    on: dict[str, list[str]] = {}
    sends: dict[str, list[str]] = {}
    for id_, tactic in plan.tactics.items():
        if tactic.channel is not None:
            on.setdefault(tactic.channel, []).append(id_)
        playbook = plan.playbooks.get(tactic.playbook or "")
        for channel in dict.fromkeys(step.channel for step in (playbook.sequence if playbook is not None else ())):
            if channel is not None:
                sends.setdefault(channel, []).append(id_)
    return tuple(
        ChannelHands(
            c, tuple(on.get(c, ())), tuple(sends.get(c, ())), _owners(plan, [*on.get(c, ()), *sends.get(c, ())])
        )
        for c in (*on, *(c for c in sends if c not in on))
    )


def _owners(plan: Plan, tactics: list[str]) -> tuple[str, ...]:
    owners = (plan.tactics[id_].owner for id_ in tactics)
    return tuple(dict.fromkeys(owner for owner in owners if owner is not None))
