"""Bytes to text, with a sentence for everything that is no text, and places in that text."""

import os
import re
import stat
from bisect import bisect_right
from functools import cached_property
from pathlib import Path

from roadmapctl.diagnostics import Diagnostic, Message, Severity, Span

MAX_BYTES = 32 * 1024 * 1024

# What YAML forbids in its text, as far as UTF-8 can hold it: control characters (but tab and the line ends), non-characters.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
SEEN = bytes((*range(0x20, 0x7F), *b"\n\r"))
"""What can be seen in ASCII: bytes are rid of it in a tenth of the time that asking each character takes."""
LINE_END = re.compile("\r\n|\r|\n")
CONFLICT = r"(?m)^(?:<<<<<<< |>>>>>>> )"


class Unreachable(Exception):
    """The job could not be done: a path that is missing, unreadable or no regular file. Carries its Message."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.en)
        self.message = message

    def __reduce__(self) -> tuple[type["Unreachable"], tuple[Message]]:
        return type(self), (self.message,)  # it may be raised in one process and told in another


class Missing(Unreachable):
    """There is nothing at a path."""


class NoPlan(Unreachable):
    """There is a folder at a path, and no plan in it."""


class Source:
    """One text and its name. Lines are an editor's: LF, CRLF or CR, and nothing else that YAML 1.1 would count."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text

    @cached_property
    def is_visible(self) -> bool:
        """Can every character be seen, but for the ends of lines? One quick look that spares two slow ones, in most plans."""
        return self.text.encode().translate(None, SEEN).decode().isprintable()

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line begins."""
        return [0, *(m.end() for m in LINE_END.finditer(self.text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of an offset in code points."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def span(self, start: int, end: int | None = None) -> Span:
        """The stretch from one offset to another (to the next character where no end is given), cut at its first line's end."""
        line, column = self.place(start)
        stop = start + 1 if end is None else end
        end_line, end_column = self.place(max(stop, start))
        if end_line != line:
            end_line, end_column = line, column + len(self.line(line)) - column + 1
        return Span(self.name, line, column, end_line, max(end_column, column))

    def line(self, number: int) -> str:
        """The text of a line without its end."""
        start = self.line_starts[number - 1]
        following = LINE_END.search(self.text, start)
        return self.text[start : following.start() if following else len(self.text)]


def read(path: Path, name: str) -> bytes:
    """The bytes of a regular file.

    Raises Unreachable for a path that is missing, unreadable, too big or anything but a regular file; a FIFO or a device
    is refused before it is opened, so that nothing waits for ever.
    """
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            raise Unreachable(_not_regular(name))
        if status.st_size > MAX_BYTES:
            raise Unreachable(_too_big(name, status.st_size))
        with open(path, "rb", buffering=0) as file:
            return file.read()
    except FileNotFoundError as error:
        raise Missing(os_fault(name, error)) from error
    except OSError as error:
        raise Unreachable(os_fault(name, error)) from error
    except ValueError as error:
        raise Unreachable(_missing(name)) from error  # a NUL byte in the path


def decode(data: bytes, name: str) -> Source | Diagnostic:
    """UTF-8 text (a byte-order mark is dropped), or the finding that says why it is none."""
    for mark, encoding in (
        (b"\xff\xfe\0\0", "UTF-32"),
        (b"\0\0\xfe\xff", "UTF-32"),
        (b"\xff\xfe", "UTF-16"),
        (b"\xfe\xff", "UTF-16"),
    ):
        if data.startswith(mark):
            return _not_utf8(Span(name, 1, 1, 1, 2), data[0], encoding)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        bom = 3 if data.startswith(b"\xef\xbb\xbf") else 0
        before = Source(name, data[: error.start + bom].decode("utf-8-sig", "replace"))
        return _not_utf8(before.span(len(before.text)), data[error.start + bom], _guess(data))
    source = Source(name, text)
    if not source.is_visible and (found := FORBIDDEN.search(text)):
        if text.count("\0") * 3 > len(text):
            return _not_utf8(Span(name, 1, 1, 1, 2), data[0], "UTF-16")
        return _control_character(source.span(found.start()), ord(found.group()))
    if ("<<<<<<< " in text or ">>>>>>> " in text) and (found := re.search(CONFLICT, text)):
        return _conflict(source.span(found.start(), found.end()))
    return source


def _guess(data: bytes) -> str | None:
    """The encoding that bytes which are not UTF-8 were probably saved in."""
    if b"\0" in data:
        return None
    try:
        chinese = data.decode("gbk")
    except UnicodeDecodeError:
        return "Latin-1 (Windows-1252)"
    return "GBK" if re.search("[\u4e00-\u9fff]{2}", chinese) else "Latin-1 (Windows-1252)"


def _finding(code: str, span: Span, message: Message, mend: Message) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, span, message, mend)


def _not_utf8(span: Span, byte: int, encoding: str | None) -> Diagnostic:
    if encoding is None:
        return _finding(
            "RM001",
            span,
            Message(
                "this is not a text file (byte 0x{byte:02X})", "这不是文本文件（字节 0x{byte:02X}）", {"byte": byte}
            ),
            Message("a plan is a YAML text; name the .yaml file itself", "计划是 YAML 文本；请指定 .yaml 文件本身"),
        )
    fields = {"byte": byte, "encoding": encoding}
    return _finding(
        "RM001",
        span,
        Message(
            "the file is not UTF-8 (byte 0x{byte:02X} here); it looks like {encoding}",
            "文件不是 UTF-8 编码（此处字节为 0x{byte:02X}）；看起来是 {encoding}",
            fields,
        ),
        Message(
            "save it as UTF-8 in your editor, or convert it: iconv -f {iconv} -t UTF-8 FILE > NEW",
            "请在编辑器中另存为 UTF-8，或转换：iconv -f {iconv} -t UTF-8 FILE > NEW",
            {"iconv": encoding.split()[0]},
        ),
    )


def _control_character(span: Span, point: int) -> Diagnostic:
    return _finding(
        "RM001",
        span,
        Message("a control character (U+{point:04X}) stands here", "此处有控制字符（U+{point:04X}）", {"point": point}),
        Message("delete it; a plan is plain text", "请删除；计划应为纯文本"),
    )


def _conflict(span: Span) -> Diagnostic:
    return _finding(
        "RM009",
        span,
        Message("an unresolved git merge conflict begins here", "此处有未解决的 git 合并冲突"),
        Message(
            "keep one of the two versions and delete the lines with <<<<<<<, ======= and >>>>>>>",
            "请保留其中一个版本，并删除含 <<<<<<<、=======、>>>>>>> 的行",
        ),
    )


def _not_regular(name: str) -> Message:
    return Message("{file}: not a regular file", "{file}：不是普通文件", {"file": name})


def _too_big(name: str, size: int) -> Message:
    fields = {"file": name, "size": round(size / 1024 / 1024, 1), "limit": MAX_BYTES // 1024 // 1024}
    return Message(
        "{file}: {size} MB; a plan may have {limit} MB", "{file}：{size} MB；计划文件上限为 {limit} MB", fields
    )


def _missing(name: str) -> Message:
    return Message("{file}: no such file or folder", "{file}：没有这个文件或文件夹", {"file": name})


def os_fault(name: str, error: OSError) -> Message:
    """Why the system does not give what lies at a path."""
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return _missing(name)
    fields = {"file": name, "reason": (error.strerror or type(error).__name__).lower()}
    return Message("{file}: cannot be read: {reason}", "{file}：无法读取：{reason}", fields)
