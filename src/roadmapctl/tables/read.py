"""The file that a response names: in the plan's folder or beside it, and nothing but a table."""

from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath

from roadmapctl.load import Unreachable
from roadmapctl.load.source import NoPlan
from roadmapctl.model.funnel import Response
from roadmapctl.model.plan import TablePoint
from roadmapctl.tables.response import table_points
from roadmapctl.tables.unusable import Unusable

SUFFIXES = (".csv", ".tsv")
FILE = (
    "name a CSV file by its way from the plan's folder: data/search.csv",
    "请填写 CSV 文件相对于计划文件夹的路径：data/search.csv",
)


def read_points(
    response: Response, folder: Path, read: Callable[[Path], Sequence[tuple[str, bytes]]]
) -> tuple[TablePoint, ...]:
    """The points of a response's table. `read` gives the content of the file at a path. Raises Unusable."""
    name = response.table or ""
    if _absolute(name) or not name.lower().endswith(SUFFIXES):
        raise _no_file(name)
    try:
        ((_, data),) = read(folder / name)
    except NoPlan as error:
        raise _no_file(name) from error
    except Unreachable as error:
        en, zh, fields = error.message
        raise Unusable("table", en, zh, FILE, **{**fields, "file": name}) from error
    return table_points(data, name, response)


def _no_file(name: str) -> Unusable:
    return Unusable(
        "table", "“{file}” is no CSV file beside the plan", "“{file}”不是计划旁的 CSV 文件", FILE, file=name
    )


def _absolute(name: str) -> bool:
    """On any system: a plan is read by others."""
    return PurePosixPath(name).is_absolute() or PureWindowsPath(name).drive != "" or name.startswith(("\\", "~"))
