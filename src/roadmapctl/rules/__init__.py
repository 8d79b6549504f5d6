"""What a plan is held to. One rule, one file, in the folder of its family; the module's docstring is the rule's page.

Nothing lists the rules: they are found by walking the families. `pages` holds what the loader and the models find themselves.
"""

FAMILIES = (
    "structure",
    "parent",
    "discovery",
    "market",
    "segments",
    "goals",
    "strategy",
    "journey",
    "milestones",
    "tactics",
    "measurement",
    "funnel",
    "organization",
)
"""In the order of their codes: RM0xx to RM9xx."""
ASKED_ALL = {"discovery", "market", "strategy"}
"""Families whose rules all ask for an element of a method."""
