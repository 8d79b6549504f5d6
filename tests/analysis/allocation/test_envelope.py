"""Envelopes: above the response, touching it, and concave."""

import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.analysis.allocation.curves import Curve, Hill, Lines, Log, Power, Proportional
from roadmapctl.analysis.allocation.envelope import Bend, Piece, Straight, envelope

SHAKY = Lines(
    (
        (Fraction(0), Fraction(0)),
        (Fraction(10), Fraction(1)),
        (Fraction(20), Fraction(30)),
        (Fraction(30), Fraction(35)),
        (Fraction(50), Fraction(90)),
        (Fraction(60), Fraction(91)),
    )
)


def height(pieces: tuple[Piece, ...], curve: Curve, low: Fraction, spend: float) -> float:
    """The envelope at a spend, added up piece by piece."""
    total = float(curve.units(low))
    for piece in pieces:
        end = min(spend, float(piece.end))
        if end <= piece.start:
            break
        if isinstance(piece, Straight):
            total += float(piece.slope) * (end - float(piece.start))
        else:
            total += float(piece.curve.units(end)) - float(piece.curve.units(piece.start))
    return total


def slopes(pieces: tuple[Piece, ...]) -> list[float]:
    """At the ends of every piece, in order."""
    found: list[float] = []
    for piece in pieces:
        if isinstance(piece, Straight):
            found += [float(piece.slope)] * 2
        else:
            found += [float(piece.curve.marginal(piece.start)), float(piece.curve.marginal(piece.end))]
    return found


@pytest.mark.parametrize(
    "curve",
    [Hill(100, 30, 3.0), Hill(100, 30, 1.2), Hill(90, 20), Log(9, 4), Power(5, 0.5), SHAKY, Proportional(Fraction(2))],
    ids=str,
)
@pytest.mark.parametrize(
    ("low", "high"),
    [
        (Fraction(0), Fraction(60)),
        (Fraction(5), Fraction(22)),
        (Fraction(0), Fraction(9)),
        (Fraction(40), Fraction(60)),
        (Fraction(12), Fraction(13)),
    ],
)
def test_it_lies_above_the_curve_and_its_slopes_only_fall(curve: Curve, low: Fraction, high: Fraction) -> None:
    pieces = envelope(curve, low, high)
    assert (pieces[0].start, pieces[-1].end) == (low, high)
    for step in range(201):
        spend = float(low) + float(high - low) * step / 200
        assert height(pieces, curve, low, spend) >= float(curve.units(spend)) - 1e-9
    assert height(pieces, curve, low, float(high)) == pytest.approx(float(curve.units(high)), abs=1e-9)
    falling = slopes(pieces)
    assert all(later <= earlier * (1 + 1e-9) for earlier, later in itertools.pairwise(falling))


def test_nothing_lies_between_a_spend_and_itself() -> None:
    assert envelope(Hill(100, 30), Fraction(7), Fraction(7)) == ()


def test_the_chord_of_an_s_curve_touches_where_the_tangent_goes_through_nothing() -> None:
    # For y = x² / (k² + x²) through 0 the tangent touches where y' x = y: at x = k.
    chord, bend = envelope(Hill(100, 30, 2.0), Fraction(0), Fraction(200))
    assert isinstance(chord, Straight) and isinstance(bend, Bend)
    assert chord.end == pytest.approx(30, rel=1e-9)
    assert chord.slope == pytest.approx(50 / 30, rel=1e-9)


def test_where_returns_still_rise_it_is_one_chord() -> None:
    (chord,) = envelope(Hill(100, 30, 3.0), Fraction(0), Fraction(20))
    assert isinstance(chord, Straight)
    assert chord.slope == pytest.approx(100 * 8 / 35 / 20)  # 2³ / (3³ + 2³)


def test_lines_keep_the_corners_that_stand_out() -> None:
    assert [
        (piece.start, piece.end, piece.slope)
        for piece in envelope(SHAKY, Fraction(0), Fraction(60))
        if isinstance(piece, Straight)
    ] == [
        (0, 50, Fraction(9, 5)),
        (50, 60, Fraction(1, 10)),
    ]


@given(
    heights=st.lists(st.integers(0, 50), min_size=1, max_size=8),
    widths=st.lists(st.integers(1, 20), min_size=8, max_size=8),
)
def test_the_hull_of_any_lines(heights: list[int], widths: list[int]) -> None:
    points = [(Fraction(0), Fraction(0))]
    for rise, width in zip(heights, widths, strict=False):
        points.append((points[-1][0] + width, points[-1][1] + rise))
    curve = Lines(tuple(points))
    pieces = envelope(curve, Fraction(0), points[-1][0])
    for x, y in points:
        # the least concave curve above the points is, at each point, the highest chord over it
        chords = [
            a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0])
            for a in points
            for b in points
            if a[0] <= x <= b[0] and a != b
        ]
        assert height(pieces, curve, Fraction(0), float(x)) == pytest.approx(float(max([y, *chords])))
