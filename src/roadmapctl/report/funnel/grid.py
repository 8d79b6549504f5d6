"""A table of one value or two: new units at the top of the funnel for every combination, and what a customer costs there."""

from collections.abc import Callable
from typing import Any

from roadmapctl.analysis.funnel.infeasible import Infeasible
from roadmapctl.i18n.funnel_words import word
from roadmapctl.i18n.numbers import number
from roadmapctl.i18n.scenario_words import LABELS
from roadmapctl.i18n.text import say, shown
from roadmapctl.report.figures import Column, Section, Table
from roadmapctl.report.funnel.forms import ABSENT, Forms
from roadmapctl.report.funnel.scenarios import figures, json_value, written
from roadmapctl.scenarios.overlay import Outcome
from roadmapctl.scenarios.vary import Axis, Grid

Cell = Outcome | Infeasible


def grid_sections(grid: Grid, forms: Forms) -> tuple[Section, ...]:
    """New units at the top, and where costs are known a second table of CAC."""
    found = [cell for row in grid.cells for cell in row if isinstance(cell, Outcome)]
    if not found:
        return (Section(_title(grid, "", forms), table=_table(grid, _units)),)
    top = found[0].result.stages[0]
    sections = [Section(_title(grid, forms.name(top.name, top.id), forms), table=_table(grid, _units))]
    if any(cell.costs.cac is not None for cell in found):
        title = word(LABELS, "grid_cac", forms.language)
        sections.append(Section(title, table=_table(grid, lambda cell: _cac(cell, forms))))
    return tuple(sections)


def _title(grid: Grid, stage: str, forms: Forms) -> str:
    fields = {"stage": stage, "down": shown(grid.down.path)}
    if grid.across is None:
        return say(*LABELS["grid"], fields, forms.language)
    return say(*LABELS["grid_two"], {**fields, "across": shown(grid.across.path)}, forms.language)


def _table(grid: Grid, show: Callable[[Cell], str]) -> Table:
    heads = [""] if grid.across is None else [written(value) for value in grid.across.values]
    rows = ((written(value), *map(show, row)) for value, row in zip(grid.down.values, grid.cells, strict=True))
    return Table((Column(_last_step(grid.down)), *map(Column, heads)), tuple(rows))


def _last_step(axis: Axis) -> str:
    """`mql.rate` of `funnel.stages.mql.rate`: the title has the whole path."""
    return shown(".".join(axis.path.split(".")[-2:]))


def _units(cell: Cell) -> str:
    return number(cell.result.stages[0].new_whole) if isinstance(cell, Outcome) else ABSENT


def _cac(cell: Cell, forms: Forms) -> str:
    return forms.cell(cell.costs.cac if isinstance(cell, Outcome) else None)


def grid_data(grid: Grid) -> dict[str, Any]:
    """The grid for JSON; a cell is null where the funnel cannot be computed."""
    return {
        "down": _axis_data(grid.down),
        "across": None if grid.across is None else _axis_data(grid.across),
        "cells": [[figures(cell) if isinstance(cell, Outcome) else None for cell in row] for row in grid.cells],
    }


def _axis_data(axis: Axis) -> dict[str, Any]:
    return {"path": axis.path, "values": json_value(axis.values)}
