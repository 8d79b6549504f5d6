"""What makes a goal ahead or behind: parts of the plan held against their own plan to date, by their effect on the goal."""

from roadmapctl.analysis.status.causes.largest import causes_of
from roadmapctl.analysis.status.causes.scene import Scene

__all__ = ["Scene", "causes_of"]
