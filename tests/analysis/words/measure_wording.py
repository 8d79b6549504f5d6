"""How well the wording of goals is judged: precision and recall of RM302 on labelled sentences.

`python -m tests.analysis.words.measure_wording` prints the tables of docs/goal-wording.md; with `--wrong`, the sentences judged wrongly.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from roadmapctl.analysis.words.wording import judge

HERE = Path(__file__).parent
VERDICTS = ("vague", "partial", "smart")


class Sentence(NamedTuple):
    """A sentence, the label that a person gave it, and the verdict of the reader of wordings."""

    text: str
    label: str
    verdict: str


class Score(NamedTuple):
    """What RM302, which tells vague sentences, gets right: `told` and `missed` are vague, `wronged` and `passed` are not."""

    told: int
    missed: int
    wronged: int
    passed: int

    @property
    def precision(self) -> float:
        """The part of the sentences told that are vague."""
        return self.told / (self.told + self.wronged)

    @property
    def recall(self) -> float:
        """The part of the vague sentences that are told."""
        return self.told / (self.told + self.missed)


def sets() -> dict[str, list[Sentence]]:
    """The labelled sentences by where they come from, each with its verdict."""
    old = yaml.safe_load((HERE / "smart_goals.yaml").read_text("utf-8"))
    new = yaml.safe_load((HERE / "smart_goals_unseen.yaml").read_text("utf-8"))
    rows = {"published": old["published"], "unseen, English": new["english"], "unseen, Chinese": new["chinese"]}
    rows |= {"unseen, both": new["english"] + new["chinese"], "second, unseen": new["second"]}
    rows |= {"third, unseen, English": new["third"]}
    return {
        name: [Sentence(r["text"], r["verdict"], judge(r["text"]).verdict) for r in part] for name, part in rows.items()
    }


def score(sentences: Sequence[Sentence]) -> Score:
    """Vague against not vague."""
    found = Counter((one.label == "vague", one.verdict == "vague") for one in sentences)
    return Score(found[True, True], found[True, False], found[False, True], found[False, False])


def confusion(sentences: Sequence[Sentence]) -> str:
    """A table of labels by verdicts."""
    found = Counter((one.label, one.verdict) for one in sentences)
    head = "| label | called vague | called partial | called smart |\n|---|---|---|---|\n"
    return head + "".join(
        f"| {label} | " + " | ".join(str(found[label, verdict]) for verdict in VERDICTS) + " |\n" for label in VERDICTS
    )


def main() -> None:
    """Print a line for each set, and the confusion of the unseen ones."""
    print("| sentences | vague | told | missed | wronged | precision | recall |\n|---|---|---|---|---|---|---|")
    for name, sentences in sets().items():
        s = score(sentences)
        print(
            f"| {name}: {len(sentences)} | {s.told + s.missed} | {s.told} | {s.missed} | {s.wronged} "
            f"| {s.precision:.2f} | {s.recall:.2f} |"
        )
    for name in ("unseen, both", "second, unseen"):
        print(f"\n{name}\n\n{confusion(sets()[name])}")
        if "--wrong" in sys.argv:
            wrong = [one for one in sets()[name] if one.label != one.verdict]
            print("\n".join(f"{one.label} called {one.verdict}: {one.text}" for one in wrong))


if __name__ == "__main__":
    main()
