"""What a sales team can carry."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from roadmapctl.analysis.people.rep_capacity import rep_capacity
from roadmapctl.analysis.plain import percent, plain
from roadmapctl.analysis.rounding import whole_up
from roadmapctl.calculators.calculator import Kind, Quantity, Result, calculator
from roadmapctl.calculators.inputs import number, parts
from roadmapctl.calculators.readers import above_zero, factor, name, share, told_apart, units

ONE = Fraction(1)
Team = tuple[str, Fraction, Fraction, Fraction | None, Fraction | None]


@calculator(
    "funnel",
    en="capacity: what a sales team can carry, ramping reps included",
    zh="团队产能：销售团队能承接多少，含爬坡期新人",
    example="--team ramped:7:150k:85% --team ramping:3:150k:85%:40% --target 1.2M",
)
def capacity(
    team: Annotated[
        tuple[Team, ...],
        parts(
            ("teams", "各组"),
            "ramping:3:150k:85%:40%",
            (
                "A group of reps: how many (0 to be hired), the quota of one (money, leads, meetings), attainment, output in ramp.",
                "一组销售：人数（待招的组写 0）、每人定额（金额、线索或会议数）、达成率，以及爬坡期相对熟手的产出比例。",
            ),
            name=name,
            reps=units,
            quota=above_zero,
            attainment_=factor,
            ramp_=share,
        ),
    ],
    target: Annotated[
        Fraction | None,
        number(
            ("target", "目标"),
            "1.2M",
            ("What they are to carry, in the quota's unit.", "需要承接的总量，单位与定额相同。"),
        ),
    ] = None,
) -> Iterator[Result]:
    """Σ reps · quota · attainment · ramp."""
    told_apart(team, "--team")
    carried = [rep_capacity(reps, quota, _full(attained), _full(ramp)) for _, reps, quota, attained, ramp in team]
    for one, each in zip(team, carried, strict=True):
        terms = {
            "terms": Quantity(
                ("reps × quota × attainment × ramp", "人数 × 定额 × 达成率 × 爬坡产出比"), Kind.TEXT, _terms(one)
            )
        }
        yield Result("capacity_of", ("capacity", "产能"), Kind.NUMBER, each, "{terms}", one[0], terms)
    total = sum(carried, Fraction(0))
    sums = {"sum": Quantity(("the groups' sum", "各组之和"), Kind.TEXT, " + ".join(plain(each) for each in carried))}
    yield Result("capacity", ("capacity of all", "总产能"), Kind.NUMBER, total, "{sum}", given=sums)
    if target is None:
        return
    short, label = max(Fraction(0), target - total), ("short of the target by", "距目标缺口")
    yield Result("shortfall", label, Kind.NUMBER, short, "max(0, {target} − {capacity})")
    if short:
        yield from _more(team, short)


def _more(team: tuple[Team, ...], short: Fraction) -> Iterator[Result]:
    """Of each group, how many more like them would close the gap."""
    for group, _, quota, attained, ramp in team:
        each = rep_capacity(ONE, quota, _full(attained), _full(ramp))
        given = {"one": Quantity(("capacity of one", "每人产能"), Kind.NUMBER, each)}
        label, more = (
            ("more reps that close the gap", "补足缺口还需人数"),
            Fraction(whole_up(short / each)) if each else None,
        )
        yield Result("more_needed", label, Kind.NUMBER, more, "⌈{shortfall} / {one}⌉", group, given)


def _full(part: Fraction | None) -> Fraction:
    """Nothing said is all of it; 0 that was said is 0."""
    return ONE if part is None else part


def _terms(team: Team) -> str:
    _, reps, quota, attained, ramp = team
    rates = [percent(part) for part in (attained, ramp) if part is not None]
    return " × ".join([plain(reps), plain(quota), *rates])
