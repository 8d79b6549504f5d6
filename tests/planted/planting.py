"""Faults planted in plans that are clean: the table beside the plans says what is written where, and what is found."""

from pathlib import Path
from shutil import copy, copytree

import yaml

from roadmapctl.diagnostics import Diagnostic, dotted
from roadmapctl.project import check

MARK = "⟦"
"""Stands in the table before the place of the finding."""
TABLE = "faults.yaml"
Fault = dict[str, str]


def faults_of(plans: Path) -> list[Fault]:
    """The table of a folder of plans."""
    found: list[Fault] = yaml.safe_load((plans / TABLE).read_text("utf-8"))
    return found


def plans_in(plans: Path) -> list[str]:
    """The plans of a folder, by the names of their files or folders."""
    return sorted(path.name for path in plans.iterdir() if path.name != TABLE)


def said(finding: Diagnostic) -> str:
    """A finding as the table says it: code and path."""
    return f"{finding.code} {dotted(finding.path)}".strip()


def found(path: Path) -> list[str]:
    """What is found in a plan."""
    return [said(finding) for finding in check(path).diagnostics]


def laid_out(plans: Path, fault: Fault, at: Path) -> Path:
    """A copy of the plan that the fault is planted in; its path."""
    name = fault["in"].partition("/")[0]
    if not (at / name).exists():
        copytree(plans / name, at / name) if (plans / name).is_dir() else copy(plans / name, at / name)
    return at / name


def plant(fault: Fault, at: Path) -> tuple[int, int] | None:
    """Write the fault into the copy; the line and column that the mark stands for, if there is one."""
    file = at / fault["in"]
    before = file.read_text("utf-8")
    assert before.count(fault["was"]) == 1, fault
    text = before.replace(fault["was"], fault["is"])
    file.write_text(text.replace(MARK, ""), "utf-8")
    ahead = text.partition(MARK)[0]
    return (ahead.count("\n") + 1, len(ahead) - ahead.rfind("\n")) if MARK in text else None
