"""How to say what nobody said of a request."""

from roadmapctl.analysis.triage.request import Request
from roadmapctl.report.triage.words import Words

FLAGS = {
    "goal": "--goal", "contributes": "--contributes METRIC=VALUE", "budget": "--budget", "owner": "--owner",
    "start": "--start", "end": "--end", "segment": "--segment", "channel": "--channel",
    "score": "--reach --impact --confidence --effort",
}  # fmt: skip
"""By key of a request, the flag that says it."""


def path(request: Request, key: str) -> str | None:
    """Where the plan says it: `ideas.podcast.budget`; None for a request that is no idea of the plan."""
    return None if request.id is None else f"ideas.{request.id}.{key}"


def place(request: Request, key: str, words: Words) -> str:
    """The flag, and the plan's key where the request is one of its ideas."""
    written = path(request, key)
    return FLAGS[key] if written is None else words.label("or_field", flag=FLAGS[key], path=written)
