"""Dates, durations and periods as plans write them: `2027-03-31`, `14d`, `2027-Q3`."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Annotated, Any, NamedTuple

from roadmapctl.model.element import Read
from roadmapctl.model.time_forms import (
    DATE_SCHEMA,
    DURATION,
    FIRST_YEAR,
    ISO_DATE,
    LAG_SCHEMA,
    LAST_YEAR,
    LENGTH_SCHEMA,
    OFFSET,
    OFFSET_SCHEMA,
    PERIOD,
    PERIOD_SCHEMA,
)
from roadmapctl.model.unreadable import Unreadable, said, unreadable

MAX_DAYS = 20 * 366
DAYS = {"d": 1, "w": 7}
MONTHS = {"mo": 1, "y": 12}
MEAN_MONTH = Fraction(365_2425, 12_0000)
"""Days in the mean month of the Gregorian calendar."""


def iso_date(value: Any) -> date:
    """A date written YYYY-MM-DD. Raises Unreadable, also for one that does not exist."""
    match = ISO_DATE.fullmatch(value) if isinstance(value, str) else None
    if match is not None:
        year, month, day = map(int, match.groups())
        if FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12:
            try:
                return date(year, month, day)
            except ValueError as error:
                raise _no_such_day(value, year, month) from error
    raise unreadable(
        "RM022",
        "“{value}” is not a date",
        "“{value}”不是日期",
        _write(value, "date_meant", iso_date, "write it as year-month-day: 2027-03-31", "请写成 年-月-日：2027-03-31"),
        value=said(value),
    )


def _write(value: Any, habit: str, reads: Callable[[Any], Any], en: str, zh: str) -> tuple[str, str]:
    """What to write: the very time that is meant where `habit` of `time_habits` knows it and it can be read, else examples."""
    from roadmapctl.model import time_habits  # only what cannot be read needs it

    meant = getattr(time_habits, habit)(value) if isinstance(value, str) else None
    try:
        known = meant not in (None, value) and reads(meant) is not None
    except Unreadable:
        known = False
    return (f"write {meant}", f"请写成 {meant}") if known else (en, zh)


def _no_such_day(value: str, year: int, month: int) -> Unreadable:
    last = monthrange(year, month)[1]
    return unreadable(
        "RM022",
        "{value} does not exist: that month has {last} days",
        "{value} 不存在：该月只有 {last} 天",
        ("write {year:d}-{month:02d}-{last} or another day of that month", "请写 {year:d}-{month:02d}-{last} 或该月的其他日期"),
        value=value, last=last, year=year, month=month,
    )  # fmt: skip


class Duration(NamedTuple):
    """A length of time: days (`d`), weeks (`w`), calendar months (`mo`) or years (`y`)."""

    number: int
    unit: str

    @property
    def days(self) -> Fraction:
        """Its length in days; a month is the Gregorian calendar's mean one, 30.436875 days."""
        return (
            Fraction(self.number * DAYS[self.unit])
            if self.unit in DAYS
            else self.number * MONTHS[self.unit] * MEAN_MONTH
        )

    def before(self, day: date) -> date:
        """The date that lies this long before; months go by the calendar, cut to the month's last day."""
        return _moved(day, -self.number, self.unit)

    def after(self, day: date) -> date:
        """The date that lies this long after, in the same manner."""
        return _moved(day, self.number, self.unit)

    def __str__(self) -> str:
        return f"{self.number}{self.unit}"


def _moved(day: date, number: int, unit: str) -> date:
    if unit in DAYS:
        return day + timedelta(days=number * DAYS[unit])
    year, month = divmod(day.year * 12 + day.month - 1 + number * MONTHS[unit], 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


class SpreadLag(NamedTuple):
    """A lag that varies: half of the units take `p50` or less, nine of ten `p90` or less (lognormal)."""

    p50: Duration
    p90: Duration


Lag = Duration | SpreadLag


def duration(value: Any) -> Duration:
    """`14d`, `6w`, `3mo` or `1y`. Raises Unreadable."""
    match = DURATION.fullmatch(value) if isinstance(value, str) else None
    if match is not None:
        found = Duration(int(match.group(1)), match.group(2))
        if found.days <= MAX_DAYS:
            return found
    raise unreadable(
        "RM023",
        "“{value}” is not a duration",
        "“{value}”不是时长",
        _write(
            value,
            "duration_meant",
            duration,
            "write 14d, 6w, 3mo or 1y (up to 20 years)",
            "请写成 14d、6w、3mo 或 1y（最长 20 年）",
        ),
        value=said(value),
    )


def length(value: Any) -> Duration:
    """A duration above nothing. Raises Unreadable."""
    found = duration(value)
    if found.number and not value.startswith("0"):
        return found
    raise unreadable(
        "RM023",
        "“{value}” is no time",
        "“{value}”不是一段时间",
        ("write 1w, 3mo or 2y", "请写成 1w、3mo 或 2y"),
        value=value,
    )


def lag(value: Any) -> Lag:
    """A duration, or `{p50: 45d, p90: 120d}`. Raises Unreadable."""
    if not isinstance(value, dict):
        return duration(value)
    if set(value) != {"p50", "p90"}:
        raise unreadable(
            "RM023",
            "the keys {keys} do not describe a lag",
            "键 {keys} 无法描述时滞",
            ("write 14d, or {{p50: 45d, p90: 120d}}", "请写成 14d，或 {{p50: 45d, p90: 120d}}"),
            keys=", ".join(map(str, value)),
        )
    spread = SpreadLag(duration(value["p50"]), duration(value["p90"]))
    if not 0 < spread.p50.days < spread.p90.days:
        raise unreadable(
            "RM023",
            "p90 ({p90}) must be longer than p50 ({p50}), and p50 above 0",
            "p90（{p90}）必须长于 p50（{p50}），且 p50 大于 0",
            ("p50 is what half of them take, p90 what nine of ten take", "p50 是一半所需的时间，p90 是九成所需的时间"),
            p50=str(spread.p50),
            p90=str(spread.p90),
        )
    return spread


def offset(value: Any) -> str:
    """A time before (-) or after (+) an event: `-7d`, `-1h`, `+1d`. Raises Unreadable."""
    if isinstance(value, str) and OFFSET.fullmatch(value):
        return value
    raise unreadable(
        "RM023",
        "“{value}” is not a time before or after the event",
        "“{value}”不是活动前后的时间",
        _write(value, "duration_meant", offset, "write -7d, -1h or +1d", "请写成 -7d、-1h 或 +1d"),
        value=said(value),
    )


class Period(NamedTuple):
    """From `start` to `end`, both days included; `text` is how it was written (`2027`, `2027-Q3`), None for two dates."""

    start: date
    end: date
    text: str | None = None

    def covers(self, day: date) -> bool:
        """Does the day lie within it?"""
        return self.start <= day <= self.end

    def __str__(self) -> str:
        return self.text or f"{self.start}…{self.end}"


def period(value: Any) -> Period:
    """`2027`, `2027-Q3`, `2027-H1`, `2027-05` or `{start, end}`. Raises Unreadable."""
    if isinstance(value, dict) and set(value) == {"start", "end"}:
        start, end = iso_date(value["start"]), iso_date(value["end"])
        if start <= end:
            return Period(start, end)
        raise unreadable(
            "RM024",
            "the period ends on {end}, before it starts on {start}",
            "时段于 {end} 结束，早于其开始日期 {start}",
            ("correct one of the two days", "请更正其中一个日期"),
            start=start.isoformat(),
            end=end.isoformat(),
        )
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    match = PERIOD.fullmatch(text) if isinstance(text, str) else None
    if match is None or not FIRST_YEAR <= int(match.group(1)) <= LAST_YEAR:
        raise _no_period(value)
    year, part = int(match.group(1)), match.group(2)
    first, months = _months(part)
    last = first + months - 1
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]), text)


def _months(part: str | None) -> tuple[int, int]:
    """First month and number of months of a year, a half, a quarter or a month."""
    if part is None:
        return 1, 12
    if part[0] == "Q":
        return 3 * int(part[1]) - 2, 3
    if part[0] == "H":
        return 6 * int(part[1]) - 5, 6
    return int(part), 1


def _no_period(value: Any) -> Unreadable:
    return unreadable(
        "RM024",
        "“{value}” is not a period",
        "“{value}”不是有效的时段",
        _write(
            value,
            "period_meant",
            period,
            "write 2027, 2027-Q3, 2027-H1, or {{start: 2027-01-01, end: 2027-12-31}}",
            "请写成 2027、2027-Q3、2027-H1，或 {{start: 2027-01-01, end: 2027-12-31}}",
        ),
        value=said(value),
    )


def plain_lag(value: Lag) -> Any:
    """The YAML value a lag is read from."""
    return str(value) if isinstance(value, Duration) else {"p50": str(value.p50), "p90": str(value.p90)}


def plain_period(value: Period) -> Any:
    """The YAML value a period is read from."""
    if value.text is None:
        return {"start": value.start.isoformat(), "end": value.end.isoformat()}
    return int(value.text) if value.text.isdigit() else value.text


Length = Annotated[Duration, Read(length, str, LENGTH_SCHEMA)]
Date = Annotated[date, Read(iso_date, date.isoformat, DATE_SCHEMA)]
LagTime = Annotated[Lag, Read(lag, plain_lag, LAG_SCHEMA)]
Offset = Annotated[str, Read(offset, None, OFFSET_SCHEMA)]
PlanPeriod = Annotated[Period, Read(period, plain_period, PERIOD_SCHEMA)]
