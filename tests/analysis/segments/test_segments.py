"""Traits of segments and of combinations, cross tables, sizes."""

from roadmapctl.analysis.segments.cross import alike, crosses
from roadmapctl.analysis.segments.sizes import sizes
from roadmapctl.analysis.segments.traits import dimensions_of, parts_of, traits_of, with_parts
from tests.analysis.growth.plans import plan_of

MARKET = """
market:
  {dimensions}
  segments:
    south: {{status: current, size: 500, traits: {{region: south, buys: true}}}}
    cars: {{status: current, size: 300, traits: {{industry: car repair}}}}
    southern-cars: {{status: target, size: 90, combines: [south, cars], traits: {{buys: false}}}}
    hauliers: {{status: target, traits: {{region: north, industry: transport}}}}
    bakers: {{status: target, size: 40, traits: {{region: north, industry: food}}}}
    millers: {{size: 2, traits: {{region: north, industry: food}}}}
"""
PLAN = plan_of(MARKET.format(dimensions="dimensions: [region, industry]"))


def test_a_combination_has_the_traits_of_its_parts_and_its_own_first() -> None:
    assert traits_of(PLAN, "southern-cars") == {"buys": False, "region": "south", "industry": "car repair"}
    assert parts_of(PLAN, "southern-cars") == ("south", "cars") and parts_of(PLAN, "cars") == ()


def test_what_is_bound_goes_before_what_is_not() -> None:
    plan = plan_of(
        "market: {segments: {a: {traits: {x: any}}, b: {traits: {x: 不限}}, c: {combines: [a, b], traits: {x: Any}}}}\n"
    )
    assert traits_of(plan, "c") == {"x": "不限"} and dimensions_of(plan) == ("x",)
    plan = plan_of("market: {segments: {a: {traits: {x: any}}, b: {traits: {x: 1}}, c: {combines: [a, b]}}}\n")
    assert traits_of(plan, "c") == {"x": 1}


def test_a_segment_is_kept_with_all_that_it_combines() -> None:
    written = {"a": None, "b": {"combines": ["a", "c"]}, "c": {"combines": ["b"]}, "d": {}}
    assert list(with_parts(["b"], written)) == ["a", "b", "c"] and with_parts([], written) == {}


def test_segments_that_combine_each_other_end() -> None:
    plan = plan_of("market: {segments: {a: {combines: [b, c]}, b: {combines: [a, c]}, c: {traits: {x: 1}}}}\n")
    assert parts_of(plan, "a") == ("b", "c") and traits_of(plan, "b") == {"x": 1}


def test_a_cross_table_knows_its_empty_cells_and_its_shared_ones() -> None:
    (cross,) = crosses(PLAN)
    assert (cross.rows_by, cross.columns_by) == ("region", "industry")
    assert (cross.rows, cross.columns) == (("south", "north"), ("car repair", "transport", "food"))
    assert dict(cross.cells) == {
        ("south", "car repair"): ("southern-cars",),
        ("north", "transport"): ("hauliers",),
        ("north", "food"): ("bakers", "millers"),
    }
    assert set(cross.empty) == {("south", "transport"), ("south", "food"), ("north", "car repair")}
    assert len(cross.empty) + len(cross.cells) == 6
    assert alike(PLAN) == (("bakers", "millers"),)


def test_without_dimensions_the_traits_that_most_segments_say_are_crossed() -> None:
    assert dimensions_of(plan_of(MARKET.format(dimensions="opportunity: many"))) == ("region", "industry")
    assert dimensions_of(plan_of("market: {segments: {a: {traits: {x: 1}}, b: {traits: {x: 1.0}}}}\n")) == ()


def test_nobody_is_counted_twice() -> None:
    found = sizes(PLAN)
    assert dict(found.by_status) == {"current": 800, "target": 40, None: 2}
    assert (found.total, found.combined, found.unsaid) == (842, ("southern-cars",), ("hauliers",))
