"""What tells a finding from every other, before and after the lines around it have moved."""

from collections.abc import Iterable, Iterator

from roadmapctl.diagnostics import Diagnostic
from roadmapctl.output.place import repository_path


def fingerprints(diagnostics: Iterable[Diagnostic], base: str) -> Iterator[str]:
    """One for each finding, in order: 32 hexadecimal digits of its file, code, path in the plan and the values it speaks of.

    Findings that are equal in all of that are told apart by their order.
    """
    from hashlib import sha256
    from json import dumps

    seen: dict[str, int] = {}
    for diagnostic in diagnostics:
        fields = {name: str(value) for name, value in diagnostic.message.fields.items()}
        file = repository_path(diagnostic.span.file, base)
        what = dumps([diagnostic.code, file, diagnostic.path, fields], sort_keys=True)
        seen[what] = seen.get(what, 0) + 1
        yield sha256(f"{seen[what]} {what}".encode()).hexdigest()[:32]
