"""The forms in which plans write times: as patterns, and as editors are told of them."""

import re

from roadmapctl.model.element import closed

ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
DURATION = re.compile(r"([0-9]{1,5}) ?(d|w|mo|y)")
OFFSET = re.compile(r"[-+]?[0-9]{1,4}(?:m|h|d|w|mo)")
PERIOD = re.compile(r"([0-9]{4})(?:-(Q[1-4]|H[12]|0[1-9]|1[0-2]))?")
FIRST_YEAR, LAST_YEAR = 1900, 2999

DATE_SCHEMA = {
    "type": "string",
    "format": "date",
    "pattern": "^(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
    "patternErrorMessage": "write it as year-month-day: 2027-03-31",
    "examples": ["2027-03-31"],
}
_DURATION = {
    "type": "string",
    "pattern": f"^{DURATION.pattern}$",
    "patternErrorMessage": "write 14d, 6w, 3mo or 1y",
    "examples": ["14d", "6w", "3mo"],
}
LENGTH_SCHEMA = {
    **_DURATION,
    "pattern": "^[1-9][0-9]{0,4} ?(d|w|mo|y)$",
    "patternErrorMessage": "write 1w, 3mo or 2y",
    "examples": ["1w", "3mo", "2y"],
}
_SPREAD = closed(p50=("What half of them take.", _DURATION), p90=("What nine of ten take.", _DURATION))
LAG_SCHEMA = {
    "anyOf": [{k: v for k, v in _DURATION.items() if k != "examples"}, _SPREAD],
    "examples": ["14d", "6w", {"p50": "45d", "p90": "120d"}],
}
OFFSET_SCHEMA = {
    "type": "string",
    "pattern": f"^{OFFSET.pattern}$",
    "patternErrorMessage": "write -7d, -1h or +1d",
    "examples": ["-7d", "-1h", "+1d"],
}
PERIOD_SCHEMA = {
    "anyOf": [
        {
            "type": ["integer", "string"],
            "minimum": FIRST_YEAR,
            "maximum": LAST_YEAR,
            "pattern": "^(19|2[0-9])[0-9]{2}(-(Q[1-4]|H[12]|0[1-9]|1[0-2]))?$",
            "patternErrorMessage": "write 2027, 2027-Q3, 2027-H1 or 2027-05",
        },
        closed(start=("Its first day.", DATE_SCHEMA), end=("Its last day.", DATE_SCHEMA)),
    ],
    "examples": [2027, "2027-Q3", "2027-H1", {"start": "2027-01-01", "end": "2027-12-31"}],
}
