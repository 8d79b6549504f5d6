"""Numbers that may be uncertain: one number, evidence, or a range; each with the point value the funnel is computed from."""

from decimal import Context, Decimal
from fractions import Fraction
from typing import Annotated, Any, NamedTuple

from roadmapctl.model.element import Read, closed
from roadmapctl.model.numbers import (
    COUNT_SCHEMA,
    POSITIVE_COUNT_SCHEMA,
    POSITIVE_MONEY_SCHEMA,
    SHARE_SCHEMA,
    amount,
    count,
    plain_number,
    positive,
    share,
)
from roadmapctl.model.unreadable import Unreadable, unreadable

SQUARE_ROOT_DIGITS = 50


class Exact(NamedTuple):
    """A value that is simply stated."""

    value: Fraction

    @property
    def point(self) -> Fraction:
        """The value that enters the deterministic funnel."""
        return self.value


class Evidence(NamedTuple):
    """`{won: 36, of: 200}`: what was counted."""

    won: int
    of: int

    @property
    def point(self) -> Fraction:
        """won / of."""
        return Fraction(self.won, self.of)


class Pert(NamedTuple):
    """`{low, likely, high}`: a PERT distribution."""

    low: Fraction
    likely: Fraction
    high: Fraction

    @property
    def point(self) -> Fraction:
        """The mean, (low + 4·likely + high) / 6."""
        return (self.low + 4 * self.likely + self.high) / 6


class Interval(NamedTuple):
    """`{p10, p90}` of a rate (logit-normal) or of money (lognormal)."""

    p10: Fraction
    p90: Fraction
    is_rate: bool

    @property
    def point(self) -> Fraction:
        """The median: the geometric mean, of the odds for a rate. Roots are irrational; 50 significant digits are kept."""
        if not self.is_rate:
            return square_root(self.p10 * self.p90)
        odds = square_root(self.p10 / (1 - self.p10) * (self.p90 / (1 - self.p90)))
        return odds / (1 + odds)


Estimate = Exact | Evidence | Pert | Interval


def square_root(value: Fraction) -> Fraction:
    """The square root of a fraction of at least 0, to 50 significant digits (exact where it is rational and short)."""
    context = Context(prec=SQUARE_ROOT_DIGITS)
    return Fraction(context.sqrt(context.divide(Decimal(value.numerator), Decimal(value.denominator))))


def rate(value: Any) -> Estimate:
    """A conversion rate in any of its four forms. Raises Unreadable."""
    if not isinstance(value, dict):
        return Exact(Fraction(share(value)))
    if set(value) == {"won", "of"}:
        won, of = count(value["won"]), count(value["of"])
        if of == 0 or won > of:
            raise unreadable(
                "RM020",
                "{won} won of {of} is not possible",
                "{of} 个中赢得 {won} 个，不可能",
                (
                    "“of” is the number tried; “won” is how many of them succeeded",
                    "of 是尝试总数，won 是其中成功的数量",
                ),
                won=won,
                of=of,
            )
        return Evidence(won, of)
    return _range(value, share, is_rate=True)


def money_estimate(value: Any) -> Estimate:
    """An average amount above 0: a number, `{low, likely, high}` or `{p10, p90}`."""
    if isinstance(value, dict) and "currency" not in value:
        return _range(value, positive, is_rate=False)
    amount(value)
    return Exact(Fraction(positive(value)))


def _range(value: dict[str, Any], read: Any, *, is_rate: bool) -> Estimate:
    keys = set(value)
    if keys == {"low", "likely", "high"}:
        low, likely, high = (Fraction(read(value[k])) for k in ("low", "likely", "high"))
        if not low <= likely <= high or low == high:
            raise _out_of_order("low ≤ likely ≤ high")
        return Pert(low, likely, high)
    if keys == {"p10", "p90"}:
        p10, p90 = Fraction(read(value["p10"])), Fraction(read(value["p90"]))
        if not p10 < p90 or (is_rate and (p10 == 0 or p90 == 1)):
            raise _out_of_order("0 < p10 < p90 < 100%" if is_rate else "p10 < p90")
        return Interval(p10, p90, is_rate)
    evidence = "{won: 36, of: 200}, " if is_rate else ""
    raise unreadable(
        "RM020" if is_rate else "RM021",
        "the keys {keys} do not go together here",
        "此处的键 {keys} 不能放在一起",
        ("use one form: {forms}", "请只用一种写法：{forms}"),
        keys=", ".join(map(str, value)),
        forms=f"{evidence}{{low, likely, high}}, {{p10, p90}}",
    )


def _out_of_order(order: str) -> Unreadable:
    return unreadable(
        "RM020",
        "the ends of this range are not in order",
        "范围两端的顺序不对",
        ("write them so that {order}", "请满足 {order}"),
        order=order,
    )


def plain_estimate(value: Estimate) -> Any:
    """The YAML value an estimate is read from."""
    if isinstance(value, Exact):
        return plain_number(value.value)
    if isinstance(value, Evidence):
        return {"won": value.won, "of": value.of}
    if isinstance(value, Pert):
        return {"low": plain_number(value.low), "likely": plain_number(value.likely), "high": plain_number(value.high)}
    return {"p10": plain_number(value.p10), "p90": plain_number(value.p90)}


def _forms(schema: dict[str, Any], *more: dict[str, Any]) -> list[dict[str, Any]]:
    """One number, what else there is, and the two forms of a range."""
    return [
        {key: part for key, part in schema.items() if key != "examples"},  # those of the whole say more
        *more,
        closed(
            low=("The lowest that is plausible.", schema),
            likely=("What is most likely.", schema),
            high=("The highest that is plausible.", schema),
        ),
        closed(p10=("One time in ten it is lower.", schema), p90=("One time in ten it is higher.", schema)),
    ]


_EVIDENCE = closed(
    won=("How many of them succeeded.", COUNT_SCHEMA), of=("How many were tried.", POSITIVE_COUNT_SCHEMA)
)
_RATE_SCHEMA = {
    "anyOf": _forms(SHARE_SCHEMA, _EVIDENCE),
    "examples": ["18%", 0.18, {"won": 36, "of": 200}, {"low": "4%", "likely": "6%", "high": "9%"}],
}
_MONEY_SCHEMA = {
    "anyOf": _forms(POSITIVE_MONEY_SCHEMA),
    "examples": [12000, "10万", {"p10": 8000, "p90": 20000}],
}

Rate = Annotated[Estimate, Read(rate, plain_estimate, _RATE_SCHEMA)]
MoneyEstimate = Annotated[Estimate, Read(money_estimate, plain_estimate, _MONEY_SCHEMA)]
