"""Events needed beside events planned: published cases, sums by month, and what the planned ones bring."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.analysis.programme.needed import evenly
from tests.analysis.programme.plans import EVENTS, plan_of, programme_of, with_tactics

CASE = """\
roadmap: 1
name: A
currency: CNY
period: 2027
metrics: {{revenue: {{name: 合同收入, unit: CNY, kind: flow}}}}
goals: {{year: {{metric: revenue, baseline: 0, target: {target}, due: 2027-12-31}}}}
funnel:
  goal: year
  deal_size: 10万
  stages: [{{id: sql, rate: 50%}}, {{id: opportunity, rate: 6%}}, {{id: customer}}]
  sources: {{webinar: {{feeds: sql, event: {{audience: 200, rate: 18%}}}}}}
"""


@pytest.mark.parametrize(
    ("target", "sqls", "exact", "whole"),
    [
        # The published case prints 940 webinars for 340,000 SQLs; 340,000 / 18% / 200 is ten times that.
        ("1_020_000_000", 340_000, Fraction(85_000, 9), 9_445),
        # 10亿 / 10万 / 6% / 50%
        ("10亿", Fraction(1_000_000, 3), Fraction(250_000, 27), 9_260),
    ],
)
def test_the_published_case(target: str, sqls: Fraction, exact: Fraction, whole: int) -> None:
    programme = programme_of(plan_of(CASE.format(target=target)))
    (size,) = programme.sizes
    (source,) = programme.result.sources
    assert (source.units, size.size.events, size.size.events_whole) == (sqls, exact, whole)
    assert sum(size.needed) == whole and sum(size.exact) == exact
    assert set(size.needed) <= {whole // 12, whole // 12 + 1}  # a twelfth each, for nothing takes time
    assert (size.total, size.missing, size.too_many) == (0, whole, 0)


def test_tiers_count_first_and_the_series_brings_the_rest() -> None:
    sizes = {one.size.tier: one for one in programme_of(plan_of(EVENTS)).sizes}
    assert [(id_, one.size.events, one.size.events_whole) for id_, one in sizes.items()] == [
        ("group", 2, 2),
        ("roundtable", 3, 3),
        ("", Fraction(25, 2), 13),
    ]
    assert [(one.size.level, one.size.format) for one in sizes.values()] == [
        ("group", "webinar"),
        ("partner", "webinar"),
        (None, "webinar"),
    ]
    whole_row = [sum(row) for row in zip(*(one.needed for one in sizes.values()), strict=True)]
    assert whole_row == [2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1]  # 18 in all, as the calendar places them
    assert all(sum(one.needed) == one.size.events_whole for one in sizes.values())
    # The few are in the middle of their part of the year: two summits at a quarter and at three quarters of it.
    assert [month for month, number in enumerate(sizes["group"].needed) if number] == [2, 7]


TACTICS = """\
  summit: {event: {tier: group, format: webinar, date: 2027-03-18}}
  spring: {start: 2027-04-01, end: 2027-06-30, event: {tier: unit, format: webinar, events: 9}}
  table: {event: {tier: partner, format: roundtable, date: 2027-09-09}}
  later: {event: {tier: partner, format: roundtable, date: 2028-01-20}}
"""


def test_planned_beside_needed() -> None:
    programme = programme_of(with_tactics(TACTICS))
    group, table, own = programme.sizes
    assert (group.total, group.missing, group.too_many, group.ids) == (1, 1, 0, ("summit",))
    assert (table.total, table.outside, table.missing) == (2, 1, 1)
    assert (own.total, own.missing, own.planned[3:6]) == (9, 4, (3, 3, 3))
    # 1 × 600 × 10%; 2 × 20 × 50%; 9 × 100 × 20%
    assert [one.units for one in programme.sizes] == [60, 20, 180]
    assert [one.attendees for one in programme.sizes] == [600, 40, 900]
    assert own.registrants == 2_250  # 900 / 40%
    assert own.behind[-1] == 13 - 9
    assert programme.of("spring") is own and programme.of("nobody") is None


def test_too_many_and_those_of_no_source() -> None:
    text = EVENTS.replace("    webinar:\n      feeds: sql\n", "    fair: {feeds: sql, share: 0%, event: {audience: 9, rate: 9%}}\n    webinar:\n      feeds: sql\n      share: 100%\n")  # fmt: skip
    programme = programme_of(
        with_tactics("  a: {event: {tier: group, format: webinar, events: 5}}\n  b: {event: {format: dinner}}\n", text)
    )
    group = next(one for one in programme.sizes if one.size.tier == "group")
    assert (group.total, group.too_many, group.outside) == (5, 3, 5)
    assert [held.id for held in programme.beside] == ["b"]


def test_without_a_period_there_are_totals_alone() -> None:
    programme = programme_of(plan_of(EVENTS.replace("period: 2027\n", "")))
    assert programme.spans == () and [one.size.events_whole for one in programme.sizes] == [2, 3, 13]
    assert all(one.needed == one.planned == one.exact == () for one in programme.sizes)


def test_what_is_due_before_the_plan_is_late_and_what_finds_no_room_is_said() -> None:
    text = EVENTS.replace("{id: sql, rate: 50%}", "{id: sql, rate: 50%, lag: 6mo}").replace(
        "      feeds: sql\n", "      feeds: sql\n      capacity: 2 per month\n"
    )
    programme = programme_of(plan_of(text))
    assert programme.late["webinar"] > 0
    assert sum(one.no_room for one in programme.sizes) == 6  # six months are early enough, with two events in each
    for one in programme.sizes:
        assert sum(one.needed) + one.no_room == one.size.events_whole
    assert all(sum(row) <= 2 for row in zip(*(one.needed for one in programme.sizes), strict=True))


def _places(number: int, row: list[int]) -> list[int]:
    """The i-th of `number` is the one at (i − ½)/number of the way, counted out one by one."""
    spans = [span for span, count in enumerate(row) for _ in range(count)]
    found = [0] * len(row)
    for i in range(number):
        found[spans[(2 * i + 1) * len(spans) // (2 * number)]] += 1
    return found


@given(st.lists(st.integers(0, 9), min_size=1, max_size=14), st.data())
def test_events_are_taken_evenly_from_a_row(row: list[int], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, sum(row)))
    taken = evenly(number, row)
    assert sum(taken) == number and all(0 <= part <= all_ for part, all_ in zip(taken, row, strict=True))
    # On an exact tie the two countings may choose neighbours; sums up to any span differ by one at most, else by none.
    counted, so_far, other = _places(number, row) if number else [0] * len(row), 0, 0
    for one, two in zip(taken, counted, strict=True):
        so_far, other = so_far + one, other + two
        assert abs(so_far - other) <= 1


def test_evenly_takes_numbers_no_list_could_hold() -> None:
    row = (10**17, 3 * 10**17)
    assert evenly(4, row) == (1, 3) and evenly(4 * 10**17, row) == row


EVENT = st.builds(
    "{{event: {{{}, format: webinar, events: {}, date: 2027-{:02d}-15}}, end: 2027-12-20}}".format,
    st.sampled_from(["tier: group", "tier: partner", "tier: unit"]), st.integers(0, 20), st.integers(1, 12),
)  # fmt: skip


@given(st.lists(EVENT, max_size=5), st.integers(1, 60), st.sampled_from(["", ", lag: 30d", ", lag: 120d"]))
def test_sums_hold_for_every_size(events: list[str], target: int, lag: str) -> None:
    text = EVENTS.replace("3_600_000", f"{target}00_000").replace("rate: 30%}", f"rate: 30%{lag}}}")
    tactics = "".join(f"  t{number}: {event}\n" for number, event in enumerate(events)) or "  none: {budget: 0}\n"
    plan = with_tactics(tactics, text)
    programme = programme_of(plan)
    for one in programme.sizes:
        assert sum(one.needed) + one.no_room == one.size.events_whole
        assert sum(one.exact) == one.size.events
        assert one.missing == 0 or one.too_many == 0
        assert one.behind[-1] == sum(one.needed) - sum(one.planned)
    held = sum(tactic.event.events or 0 for tactic in plan.tactics.values() if tactic.event)
    assert sum(one.total for one in programme.sizes) == held and not programme.beside
