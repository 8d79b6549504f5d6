"""A plan and its records, from text."""

from datetime import date
from pathlib import Path

from roadmapctl.actuals.csv_file import CsvFile
from roadmapctl.analysis.status.result import GoalStatus, Progress, Status
from roadmapctl.analysis.status.status import status
from roadmapctl.model import Plan
from roadmapctl.project import check_text

HEAD = """\
roadmap: 1
name: Spring
currency: EUR
period: 2027
budget: 20_000
"""


def measured(yaml: str, csv: str) -> Plan:
    """The plan of a YAML text, with the records of a CSV text, whose header may be left out."""
    plan = check_text((HEAD + yaml).encode(), "plan.yaml").plan
    assert plan is not None
    if not csv.startswith("date"):
        csv = "date,metric,value,source,segment,tactic\n" + csv
    reading = CsvFile("a.csv").records(plan, Path(), lambda path: [("a.csv", csv.encode())])
    assert reading.recorded is not None
    return plan.measured(reading.recorded)


def held(yaml: str, csv: str, day: str) -> Status:
    """Where it stands."""
    return status(measured(yaml, csv), date.fromisoformat(day))


def goal(found: Status, id: str) -> GoalStatus:
    """One of its goals."""
    return next(one for one in found.goals if one.id == id)


def progress(yaml: str, csv: str, day: str) -> Progress:
    """How its first goal is doing."""
    return held(yaml, csv, day).goals[0].progress
