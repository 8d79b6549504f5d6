"""Which source `measurement.actuals` names."""

from pathlib import Path
from typing import Any

from roadmapctl.actuals.csv_file import SUFFIXES, CsvFile
from roadmapctl.actuals.source import ActualsSource, Fault, Reader, Reading
from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.model.nearest import nearest

FILE = Message(
    "name a CSV file by its way from the plan's folder: actuals.csv, or {{file: data/actuals.csv}}",
    "请填写 CSV 文件相对于计划文件夹的路径：actuals.csv 或 {{file: data/actuals.csv}}",
)


def recorded(plan: Plan, folder: Path, read: Reader) -> Reading:
    """What the source of a plan that names one gives."""
    source = source_named(plan.measurement.actuals if plan.measurement is not None else "")
    return Reading(None, (source,)) if isinstance(source, Fault) else source.records(plan, folder, read)


def source_named(value: Any) -> ActualsSource | Fault:
    """The source, or why there is none: so far CSV files can be read."""
    if isinstance(value, dict):
        return _of_mapping(value)
    return CsvFile(value) if value.strip().lower().endswith(SUFFIXES) else _unsupported(value)


def _of_mapping(value: dict[Any, Any]) -> ActualsSource | Fault:
    others = [str(key) for key in value if key != "file"]
    if others:
        near = nearest(others[0], ["file"])
        en, zh = "“{key}” is no source of actuals that can be read", "“{key}”不是可以读取的实际数据来源"
        help = FILE if near is None else Message("did you mean file?", "是否想写 file？")
        return Fault("RM720", Severity.WARNING, Message(en, zh, {"key": others[0]}), help, keys=(others[0],))
    file = value.get("file")
    if not isinstance(file, str) or not file.strip():
        message = Message("no file is named", "没有写明文件")
        return Fault("RM720", Severity.WARNING, message, FILE, keys=("file",) if "file" in value else ())
    return source_named(file)


def _unsupported(text: str) -> Fault:
    """A connection is not repeated: there may be a password in it."""
    if "://" in text or "@" in text or "=" in text:
        message = Message("connections cannot be read yet, only CSV files", "尚不能读取数据库连接，只支持 CSV 文件")
    else:
        en, zh = "“{file}” is no CSV file, the one kind that can be read", "“{file}”不是 CSV 文件；目前只支持 CSV"
        message = Message(en, zh, {"file": text})
    return Fault("RM720", Severity.WARNING, message, FILE)
