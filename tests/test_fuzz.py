"""Plans after accidents: pieces cut out, doubled, swapped or typed over. Everything that follows must stay calm.

Found so far and kept as cases: see KEPT. To look further: `python -m tests.test_fuzz 20000`.
"""

import json
import random
import sys
from pathlib import Path

import pytest

from roadmapctl.analysis.costs import plan_costs
from roadmapctl.analysis.explain import explain
from roadmapctl.analysis.funnel import FunnelResult, plan_funnel
from roadmapctl.output.findings import collect
from roadmapctl.output.formats import FORMATS
from roadmapctl.project import check_text
from roadmapctl.report.funnel.json import funnel_json
from roadmapctl.report.markdown import as_markdown
from roadmapctl.report.view import build
from roadmapctl.report.view.build import Origin

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*/roadmap.yaml"))
PIECES = (
    "", " ", "  ", "\n", "\t", ":", ": ", "- ", "{", "}", "[", "]", ",", "'", '"', "#", "&a ", "*a", "|", ">", "!x ", "%", "~", "null",
    "true", "0", "-1", "1e9", "1e-9", "10亿", "５０％", "0%", "100%", "2027-02-30", "2027-12-31", "1900-01-01", "2999-12-31", "14d", "20y",
    "\u00a0", "\u3000", "：", "\u202e", "\u200b", "é", "网络", "😀", "{won: 0, of: 1}", "{p10: 1%, p90: 2%}", "{p50: 1d, p90: 19y}",
    "{low: 0, likely: 0, high: 100%}", "<<", "? ", "---\n", "funnel:", "rate: 0", "share: 0", "multiplier: 1e-9", "recycling: 100%",
)  # fmt: skip
ROUNDS = 150
KEPT = ("roadmap: 1\nname: x\nframework: [a, b\nperiod: 2027\n",)


def damaged(seed: int) -> str:
    """An example with one to four accidents; the same for the same seed."""
    dice = random.Random(seed)
    text = dice.choice(EXAMPLES).read_text("utf-8")
    for _ in range(dice.randint(1, 4)):
        lines = text.split("\n")
        start = dice.randrange(len(lines))
        end = min(len(lines), start + dice.randint(1, 6))
        accident = dice.randrange(6)
        if accident == 0:
            del lines[start:end]
        elif accident == 1:
            lines[start:start] = lines[start:end]
        elif accident == 2:
            lines[start:end] = reversed(lines[start:end])
        elif accident == 3:
            lines[start] = dice.choice(PIECES).join(lines[start].split(" ", dice.randint(1, 5)))
        elif accident == 4:
            key, colon, _ = lines[start].partition(": ")
            lines[start] = key + colon + dice.choice(PIECES)
        else:
            words = lines[start].split(" ")
            words[dice.randrange(len(words))] = dice.choice(PIECES)
            lines[start] = " ".join(words)
        text = "\n".join(lines)
    return text


def survive(text: str) -> None:
    """Check, tell in every format, compute and report; whatever is wrong with the plan is a finding."""
    checked = check_text(text.encode("utf-8", "surrogatepass"), "plan.yaml")
    count = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    for finding in checked.diagnostics:
        assert finding.code != "RM099", finding.message.fields
        assert 1 <= finding.span.line <= count and finding.span.column >= 1
    for language in ("en", "zh"):
        findings = collect([checked], language)  # type: ignore[arg-type]
        for name, write in FORMATS.items():
            told = write(findings)
            assert "\x1b" not in told and "\u202e" not in told
            if name == "json":
                json.loads(told)
    plan = checked.usable
    if plan is None:
        return
    result = plan_funnel(plan)
    if isinstance(result, FunnelResult):
        costs = plan_costs(plan, result)
        explain(result, costs)
        json.loads(funnel_json(result, costs, currency=plan.currency))
    for language in ("en", "zh"):
        assert as_markdown(build(plan, checked.diagnostics, Origin("0" * 64, "", "X"), language))  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_nothing_breaks(seed: int) -> None:
    survive(damaged(seed))


@pytest.mark.parametrize("text", KEPT)
def test_what_once_broke(text: str) -> None:
    survive(text)


if __name__ == "__main__":
    for seed in range(ROUNDS, ROUNDS + int(sys.argv[1])):
        try:
            survive(damaged(seed))
        except Exception as error:
            print(f"seed {seed}: {type(error).__name__}: {error}")
