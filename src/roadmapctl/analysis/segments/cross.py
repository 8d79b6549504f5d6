"""The segments crossed by two traits: which combinations there are, which are empty, which hold several segments."""

from collections.abc import Mapping
from itertools import combinations
from typing import NamedTuple

from roadmapctl.analysis.segments.traits import Trait, dimensions_of, segments_of, text_of, traits_of
from roadmapctl.model import Plan

MOST_DIMENSIONS = 4
"""Of more than four dimensions only the first four are crossed: six tables are as many as anybody reads."""


class Cross(NamedTuple):
    """Segments by two traits. `cells` has the ids of those with a row's and a column's value; `empty` are combinations of none."""

    rows_by: str
    columns_by: str
    rows: tuple[Trait, ...]
    columns: tuple[Trait, ...]
    cells: Mapping[tuple[Trait, Trait], tuple[str, ...]]
    empty: tuple[tuple[Trait, Trait], ...]


def crosses(plan: Plan) -> tuple[Cross, ...]:
    """A cross table for every two dimensions that segments state together."""
    found = (_cross(plan, one, other) for one, other in combinations(dimensions_of(plan)[:MOST_DIMENSIONS], 2))
    return tuple(cross for cross in found if cross.cells)


def _cross(plan: Plan, rows_by: str, columns_by: str) -> Cross:
    cells: dict[tuple[str, str], list[str]] = {}
    shown: dict[str, Trait] = {}
    for id_ in segments_of(plan):
        traits = traits_of(plan, id_)
        if rows_by in traits and columns_by in traits:
            row, column = traits[rows_by], traits[columns_by]
            shown.update({text_of(row): row, text_of(column): column})
            cells.setdefault((text_of(row), text_of(column)), []).append(id_)
    rows, columns = (tuple(dict.fromkeys(key[side] for key in cells)) for side in (0, 1))
    empty = tuple((shown[row], shown[column]) for row in rows for column in columns if (row, column) not in cells)
    return Cross(
        rows_by,
        columns_by,
        tuple(shown[row] for row in rows),
        tuple(shown[column] for column in columns),
        {(shown[row], shown[column]): tuple(ids) for (row, column), ids in cells.items()},
        empty,
    )


def alike(plan: Plan) -> tuple[tuple[str, ...], ...]:
    """Groups of segments that no dimension tells apart, all of which they state; what a segment combines is no stranger to it."""
    names = plan.market.dimensions if plan.market is not None else ()
    groups: dict[tuple[str, ...], list[str]] = {}
    for id_, segment in segments_of(plan).items() if names else ():
        traits = traits_of(plan, id_)
        if not segment.combines and all(name in traits for name in names):
            groups.setdefault(tuple(text_of(traits[name]) for name in names), []).append(id_)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)
