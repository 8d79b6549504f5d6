"""Plans of every kind that a cache may meet, and runs of the program within this process."""

import io
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

from roadmapctl import cli
from tests.plans import SMALL, edited

BROKEN = "roadmap: 1\nname: [\n"
ERRORS = edited("after: [page]", "after: [pgae]", edited("rate: 10%", "rate: 18"))
CHINESE = ERRORS.replace("currency: USD", "currency: USD\nlanguage: zh").replace("name: Spring", "name: 春季 🎯")
QUARTER = """\
roadmap: 1
name: Q1
period: 2027-Q1
parent: year.yaml
currency: USD
metrics:
  leads: {unit: people, kind: flow}
goals:
  leads: {metric: leads, baseline: 0, target: 50, due: 2027-03-31, supports: sales}
"""
PLANS: dict[str, bytes] = {
    "clean": SMALL.encode(),
    "warning": edited("contributes: {readers: 300}", "contributes: {readers: 200}").encode(),
    "errors": ERRORS.encode(),
    "chinese": CHINESE.encode(),
    "windows": b"\xef\xbb\xbf" + ERRORS.replace("\n", "\r\n").encode(),
    "methods": ("framework: [seven-step]\n" + SMALL).encode(),
    "ignores": (
        ERRORS.replace("[pgae]", "[pgae]  # roadmapctl: ignore[RM030] soon") + "# roadmapctl: ignore[RM6O4]\n"
    ).encode(),
    "hidden": edited("name: Spring", 'name: "Spr\u202eing{x} {}% \u200b[a](b)"', ERRORS).encode(),
    "escape": (SMALL + "a\x1b[31mb: 1\n").encode(),
    "braces": (SMALL + '"{0.__class__}{": 1\n"]](x)": 2\n').encode(),
    "long": (SMALL + f"{'k' * 300}: {'v' * 300}\n").encode(),
    "rule-fields": SMALL.replace("2027-03-20", "2027-04-20").replace("10_000", "7_000").encode(),
    "broken": BROKEN.encode(),
    "latin": "roadmap: 1\nname: Frühling\n".encode("latin-1"),
    "binary": b"roadmap: 1\n\0\0\0",
    "empty": b"roadmap: 1\n",
    "flood": (SMALL + "".join(f"key{i}: 1\n" for i in range(210))).encode(),
    "deluge": (SMALL + "".join(f"key{i}: 1\n" for i in range(510))).encode(),
    "orphan": QUARTER.replace("year.yaml", "../nowhere/year.yaml").encode(),
    "child": QUARTER.replace("year.yaml", "year/roadmap.yaml").replace("supports: sales", "supports: slaes").encode(),
}
"""By name. All begin with the header, so that a folder of them is one of plans."""


class Done(NamedTuple):
    """What a run left behind."""

    code: object
    out: bytes
    err: bytes


def written(folder: Path) -> dict[str, Path]:
    """The plans as files of a folder, and one of several files, which is the parent of another."""
    paths = {name: folder / f"{name}.yaml" for name in PLANS}
    for name, path in paths.items():
        path.write_bytes(PLANS[name])
    year = folder / "year"
    year.mkdir()
    text, _, tactics = SMALL.partition("tactics:\n")
    (year / "roadmap.yaml").write_text(text)
    (year / "tactics.yaml").write_text("tactics:\n" + tactics.replace("[page]", "[pgae]"))
    return {**paths, "year": year}


def outcome(arguments: Sequence[object], run: Callable[[list[str]], int] = cli.run) -> Done:
    """A run of the command line in this process, with streams as `main` has them."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", "backslashreplace", newline="\n") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code: object = run([str(argument) for argument in arguments])
        except SystemExit as exit:
            code = exit.code
    out.flush()
    err.flush()
    return Done(code, out.buffer.getvalue(), err.buffer.getvalue())  # type: ignore[attr-defined]
