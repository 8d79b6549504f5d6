"""What several rules ask of a plan is worked out for the first of them."""

from roadmapctl.analysis.once import once
from roadmapctl.model.references import referred_ids

__all__ = ["ids_in_use", "once"]

ids_in_use = once(referred_ids)
