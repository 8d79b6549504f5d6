"""A request held against a plan, from what it serves to what to do with it."""

from dataclasses import dataclass
from datetime import date

from roadmapctl.analysis.triage.grounds import Grounds, grounds
from roadmapctl.analysis.triage.request import Request
from roadmapctl.analysis.triage.verdict import Verdict, verdict
from roadmapctl.model import Plan


@dataclass(frozen=True)
class Triage:
    """What is to be done with a request, and all that this rests on."""

    grounds: Grounds
    verdict: Verdict


def triage(plan: Plan, request: Request, as_of: date | None = None) -> Triage:
    """A request held against a plan on the day it is decided; unless said, the day is that of `grounds`."""
    found = grounds(plan, request, as_of)
    return Triage(found, verdict(found))
