"""Times of day as plans write them: `09:30`."""

import re
from datetime import time
from typing import Annotated, Any

from roadmapctl.model.element import Read
from roadmapctl.model.unreadable import said, unreadable

TIME_OF_DAY = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")


def time_of_day(value: Any) -> time:
    """A time of day written `09:30`, in the time zone the plan is read in. Raises Unreadable."""
    match = TIME_OF_DAY.fullmatch(value) if isinstance(value, str) else None
    if match is not None:
        return time(int(match.group(1)), int(match.group(2)))
    raise unreadable(
        "RM022",
        "“{value}” is not a time of day",
        "“{value}”不是一天中的时刻",
        ("write hours and minutes, 00:00 to 23:59: 09:30", "请写时和分，00:00 至 23:59：09:30"),
        value=said(value),
    )


def plain_time(value: time) -> str:
    """The YAML value a time of day is read from."""
    return f"{value:%H:%M}"


_TIME_OF_DAY = {
    "type": "string",
    "pattern": f"^({TIME_OF_DAY.pattern})$",
    "patternErrorMessage": "write hours and minutes: 09:30",
    "examples": ["09:30"],
}

TimeOfDay = Annotated[time, Read(time_of_day, plain_time, _TIME_OF_DAY)]
