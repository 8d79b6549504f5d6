"""The commands. NAME.py, or NAME/command.py where a command has parts of its own, holds the function NAME."""

COMMANDS = (
    "init",
    "quarter",
    "rollup",
    "validate",
    "coverage",
    "goals",
    "funnel",
    "budget",
    "events",
    "ideas",
    "triage",
    "status",
    "review",
    "playbooks",
    "people",
    "calc",
    "report",
    "rules",
    "schema",
)
"""In the order of --help. `calc` is a group of commands."""
