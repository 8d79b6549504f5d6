"""The plan as frozen models, types with meaning, and the way from a Document to a Plan."""

from roadmapctl.model.plan import Plan

__all__ = ["Plan"]
