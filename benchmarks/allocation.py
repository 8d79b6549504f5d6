"""How long the best split of a budget takes, and what SciPy's solvers make of the same problems where it is installed.

Every problem splits 150,000 over sources drawn at random (seed 5). SLSQP starts from an even split; where responses are
S-shaped it stops at the next hill, and what it misses of the best is printed beside.
"""

import random
import time
from collections.abc import Callable, Sequence
from fractions import Fraction

from measure import PLAN, ROADMAPCTL, compare
from roadmapctl.analysis.allocation.curves import Hill, Proportional
from roadmapctl.analysis.allocation.options import Goal, Option
from roadmapctl.analysis.allocation.search import best_split

AMOUNT = Fraction(150_000)
SIZES = (5, 10, 20)
RUNS = 5

Problem = Sequence[Option]


def linear(draw: random.Random) -> Option:
    """A price for each unit, and a cap."""
    return Option(
        Proportional(Fraction(1, draw.randint(10, 90))), _rate(draw), cap=Fraction(draw.randint(5, 60) * 1000)
    )


def concave(draw: random.Random) -> Option:
    """A saturation curve."""
    return Option(Hill(draw.uniform(200, 3000), draw.uniform(5e3, 1e5)), _rate(draw), cap=Fraction(200_000))


def s_shaped(draw: random.Random) -> Option:
    """A Hill curve with a shape above 1."""
    hill = Hill(draw.uniform(200, 3000), draw.uniform(5e3, 1e5), draw.uniform(1.2, 4))
    return Option(hill, _rate(draw), cap=Fraction(200_000))


def events(draw: random.Random) -> Option:
    """Whole events."""
    price = draw.randint(900, 9000)
    each = Proportional(Fraction(draw.randint(10, 60), price))
    return Option(each, _rate(draw), cap=Fraction(price * draw.randint(3, 40)), step=Fraction(price))


def _rate(draw: random.Random) -> Fraction:
    return Fraction(draw.randint(5, 40), 1000)


def ours(problem: Problem) -> float:
    """Deals of the best split."""
    found = best_split(problem, Goal("spend", AMOUNT))
    assert found is not None and found.proved
    return sum(float(option.deals(spend)) for option, spend in zip(problem, found.spends, strict=True))


def scipys(kind: str) -> Callable[[Problem], float]:
    """The solver SciPy has for such problems. Raises ImportError without it."""
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, linprog, milp, minimize

    def by_price(problem: Problem) -> float:
        gain = np.array([float(option.deals(Fraction(1000))) / 1000 for option in problem])
        caps = [(0, float(option.cap or 0)) for option in problem]
        return float(-linprog(-gain, A_ub=[np.ones(len(problem))], b_ub=[float(AMOUNT)], bounds=caps).fun)

    def whole(problem: Problem) -> float:
        prices = np.array([float(option.step or 0) for option in problem])
        gain = np.array([float(option.deals(option.step or 0)) for option in problem])
        most = np.array([float(option.cap or 0) for option in problem]) // prices
        budget = LinearConstraint([prices], -np.inf, float(AMOUNT))
        return float(-milp(-gain, constraints=budget, integrality=np.ones(len(problem)), bounds=Bounds(0, most)).fun)

    def bent(problem: Problem) -> float:
        def missed(parts: Sequence[float]) -> float:
            return -sum(float(option.deals(part * float(AMOUNT))) for option, part in zip(problem, parts, strict=True))

        within = {"type": "ineq", "fun": lambda parts: 1 - parts.sum()}
        even, most = np.full(len(problem), 1 / len(problem)), [(0, 1)] * len(problem)
        options = {"maxiter": 1000, "ftol": 1e-12}
        found = minimize(missed, even, method="SLSQP", bounds=most, constraints=within, options=options)
        return float(-found.fun)

    return {"linear": by_price, "events": whole}.get(kind, bent)


def milliseconds(solve: Callable[[Problem], float], problem: Problem) -> tuple[float, float]:
    """CPU time of the quickest of some runs, and the deals."""
    times, deals = [], 0.0
    for _ in range(RUNS):
        start = time.process_time()
        deals = solve(problem)
        times.append(time.process_time() - start)
    return min(times) * 1000, deals


def main() -> None:
    """Every kind at every size, then whole runs of the command beside a funnel's."""
    for kind in (linear, concave, s_shaped, events):
        for size in SIZES:
            draw = random.Random(5)
            problem = [kind(draw) for _ in range(size)]
            spent, deals = milliseconds(ours, problem)
            line = f"{kind.__name__:10} {size:3} sources {spent:9.1f} ms"
            try:
                theirs, found = milliseconds(scipys(kind.__name__), problem)
                line += f"   SciPy {theirs:8.1f} ms, {found / deals - 1:+.2%} deals"
            except ImportError:
                pass
            print(line)
    commands = {name: [ROADMAPCTL, name, str(PLAN)] for name in ("funnel", "budget")}
    compare(commands, "funnel", 5)


if __name__ == "__main__":
    main()
