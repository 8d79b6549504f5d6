"""A CSV file of tidy records: `date,metric,value`, and where it is known `source,segment,tactic`."""

from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import NamedTuple

from roadmapctl.actuals.agreement import disagreements, once_each
from roadmapctl.actuals.header import Columns, columns
from roadmapctl.actuals.known import Known
from roadmapctl.actuals.rows import records_of
from roadmapctl.actuals.source import Fault, Reader, Reading
from roadmapctl.diagnostics import Message, Severity
from roadmapctl.load import Unreachable
from roadmapctl.load.delimited import Delimited, NoTable, delimited
from roadmapctl.load.source import Missing, NoPlan
from roadmapctl.model import Plan
from roadmapctl.model.actuals import Recorded

SUFFIXES = (".csv", ".tsv")
MAX_BYTES = 32 * 1024 * 1024
MAX_ROWS = 500_000
BESIDE = Message(
    "name a file in the plan's folder or beside it: actuals.csv or ../data/actuals.csv",
    "请填写计划文件夹内或其旁的文件：actuals.csv 或 ../data/actuals.csv",
)
READABLE = Message(
    "let whoever runs this read it, or name a file that may be read",
    "请开放读取权限，或填写可以读取的文件",
)
UTF8 = Message("save it as “CSV UTF-8”, the way Excel calls it", "请另存为“CSV UTF-8”（Excel 中的叫法）")
TABLE = Message(
    "write one row for each figure under the header date,metric,value",
    "请在表头 date,metric,value 下，每个数字写一行",
)


class CsvFile(NamedTuple):
    """A CSV or TSV file, named by its way from the plan's folder."""

    name: str

    def records(self, plan: Plan, folder: Path, read: Reader) -> Reading:
        """Its records in order of their dates. A row that cannot be read is a fault; the others are read all the same.

        A file that is not there yet is no fault: plans are written and checked before anything has happened.
        """
        try:
            found = self._table(folder, read)
        except Missing:
            return Reading(Recorded(self.name, ()), ())
        if isinstance(found, Fault):
            return Reading(None, (found,))
        header = columns(found)
        if not isinstance(header, Columns):
            return Reading(None, header, found.source)
        known = Known(plan)
        all_, faults = records_of(found, header, known)
        records, repeated = once_each(all_, found)
        faults += [*header.faults(found), *known.faults(found, header), *repeated, *disagreements(records, found, plan)]
        in_order = tuple(sorted(records, key=lambda record: record.date))
        return Reading(Recorded(self.name, in_order), tuple(faults), found.source)

    def _table(self, folder: Path, read: Reader) -> Delimited | Fault:
        if _absolute(self.name):
            message = Message("“{file}” does not lie beside the plan", "“{file}”不在计划旁", {"file": self.name})
            return Fault("RM720", Severity.WARNING, message, BESIDE)
        try:
            files = read(folder / self.name)
        except Missing:
            raise
        except NoPlan:
            return self._is_a_folder()
        except Unreachable as error:
            en, zh, fields = error.message
            message = Message(en, zh, {**fields, "file": self.name})  # a report tells it, and no place on a machine
            return Fault("RM720", Severity.WARNING, message, READABLE)
        if len(files) != 1:
            return self._is_a_folder()
        try:
            return delimited(files[0][1], files[0][0], max_bytes=MAX_BYTES, max_rows=MAX_ROWS)
        except NoTable as error:
            help = TABLE if error.help is None else UTF8
            return Fault("RM721", Severity.ERROR, error.message, help, error.span)

    def _is_a_folder(self) -> Fault:
        message = Message("“{file}” is a folder", "“{file}”是文件夹", {"file": self.name})
        return Fault("RM720", Severity.WARNING, message, BESIDE)


def _absolute(name: str) -> bool:
    """On any system: a plan is read by others."""
    return PurePosixPath(name).is_absolute() or PureWindowsPath(name).drive != "" or name.startswith(("\\", "~"))
