"""Write the golden outputs of `funnel` anew: `python -m tests.cli.regenerate`. Read the difference before it is committed."""

from tests.cli.run import ROOT, roadmapctl
from tests.cli.test_funnel import GOLDEN, GOLDEN_RUNS


def main() -> None:
    """One file for each run."""
    for name, arguments in GOLDEN_RUNS:
        (GOLDEN / name).write_text(roadmapctl("funnel", *arguments, cwd=ROOT).out, "utf-8")


if __name__ == "__main__":
    main()
