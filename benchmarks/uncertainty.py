"""How sure a plan is: what the exact engine adds to a funnel, and simulation against the bare draws it cannot do without.

One run, in turns, medians. The draws: for each of a million trials five rates, and a binomial count for each stage
or one for all, by NumPy and nothing around them. Memory: the largest process of ten million trials.
Run: python benchmarks/uncertainty.py [ROUNDS]
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from measure import ROADMAPCTL, peak_memory
from roadmapctl.analysis.funnel.reverse import FunnelResult, plan_funnel
from roadmapctl.analysis.uncertainty import simulated, uncertainty
from roadmapctl.load import load_text
from roadmapctl.model import Plan
from roadmapctl.model.build import build

TRIALS = 1_000_000
EVIDENCE = (180, 1_000)
STAGES = "".join(f"    - {{id: s{n}, rate: {{won: {EVIDENCE[0]}, of: {EVIDENCE[1]}}}}}\n" for n in range(5))
PLAN = f"""\
roadmap: 1
name: Five uncertain stages
currency: USD
period: 2027
metrics:
  revenue: {{name: Revenue, unit: USD, kind: flow}}
goals:
  sales: {{metric: revenue, baseline: 0, target: 1.2M, due: 2027-12-31}}
funnel:
  goal: sales
  deal_size: 12_000
  stages:
{STAGES}    - {{id: customer}}
"""


def milliseconds(work: Callable[[], object]) -> float:
    """CPU time of one call."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def stage_by_stage(units: int) -> None:
    """A rate and a count for each stage: the draws of a simulation that goes down the funnel."""
    import numpy as np

    random = np.random.default_rng(1)
    won, of = EVIDENCE
    for _ in range(TRIALS // 50_000):
        counts: object = units
        for _ in range(5):
            counts = random.binomial(counts, random.beta(won + 0.5, of - won + 0.5, 50_000))


def fewest(units: int) -> None:
    """Five rates, and one count by their product: the fewest draws there are."""
    import numpy as np

    random = np.random.default_rng(1)
    won, of = EVIDENCE
    for _ in range(TRIALS // 50_000):
        rates = random.beta(won + 0.5, of - won + 0.5, (5, 50_000))
        random.binomial(units, rates.prod(axis=0))


def main() -> None:
    """Print what each costs, and the ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    plan = build(load_text(PLAN.encode(), "plan.yaml")).plan
    assert isinstance(plan, Plan)
    result = plan_funnel(plan)
    assert isinstance(result, FunnelResult)
    units = result.stages[0].new_whole
    uncertainty(plan, result)
    exact, by_stage, bare, ours = [], [], [], []
    for _ in range(rounds):
        exact.append(milliseconds(lambda: uncertainty(plan, result)))
        by_stage.append(milliseconds(lambda: stage_by_stage(units)))
        bare.append(milliseconds(lambda: fewest(units)))
        ours.append(milliseconds(lambda: simulated(plan, result, trials=TRIALS, workers=1)))
    staged, least, drawn = (statistics.median(times) for times in (by_stage, bare, ours))
    print(f"exact engine, five uncertain rates   {statistics.median(exact):8.1f} ms")
    print(f"bare draws, a count for each stage   {staged:8.1f} ms")
    print(f"bare draws, one count for all        {least:8.1f} ms")
    print(f"simulated, {TRIALS:,} trials         {drawn:8.1f} ms", end="")
    print(f"   {drawn / staged:5.2f} × the first, {drawn / least:5.2f} × the second")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "roadmap.yaml"
        path.write_text(PLAN, "utf-8")
        memory = peak_memory([ROADMAPCTL, "funnel", str(path), "--simulate", "10000000"])
    print(f"peak memory of a process with 10,000,000 trials: {memory:.0f} MB")


if __name__ == "__main__":
    main()
