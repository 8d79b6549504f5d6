"""What guests experience: immersive, interactive and friendly, as a checklist."""

from typing import NamedTuple, get_args

from roadmapctl.analysis.programme.held import Held, events_of
from roadmapctl.model import Plan
from roadmapctl.model.tactics import Peak

PEAKS: tuple[str, ...] = get_args(Peak)
FEW_FIELDS = 4
"""Name, company, one way to reach the person, and one question that grades the lead; all else can be asked later, when
somebody comes back (progressive profiling), and every further field costs sign-ups."""


class Checked(NamedTuple):
    """An event against the checklist: None where the plan does not say, and that is open too."""

    held: Held
    immersive: bool | None
    interactive: bool | None
    few_fields: bool | None
    walk_in: bool | None

    @property
    def fulfilled(self) -> int:
        """How many of the four are fulfilled."""
        return sum(bool(one) for one in self[1:])

    @property
    def open(self) -> tuple[str, ...]:
        """Those that are not, by name."""
        return tuple(name for name, one in zip(self._fields[1:], self[1:], strict=True) if not one)


def checklist(plan: Plan) -> tuple[Checked, ...]:
    """Each event: at least one of the four live peaks, a way to take part, a form of few fields, no wall for known guests."""
    return tuple(_checked(held) for held in events_of(plan))


def _checked(held: Held) -> Checked:
    event = held.event
    return Checked(
        held,
        bool(event.peaks) or None,
        bool(event.interaction) or None,
        None if event.form_fields is None else event.form_fields <= FEW_FIELDS,
        None if event.known_guests is None else event.known_guests == "walk-in",
    )


def peaks_nowhere(plan: Plan) -> tuple[str, ...]:
    """Peaks that no event plans."""
    planned = {peak for held in events_of(plan) for peak in held.event.peaks}
    return tuple(peak for peak in PEAKS if peak not in planned)
