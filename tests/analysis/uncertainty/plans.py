"""Plans whose outcome is uncertain, as mappings, and the ways to ask for it."""

from fractions import Fraction
from typing import Any

from roadmapctl.analysis.funnel.reverse import FunnelResult, plan_funnel
from roadmapctl.analysis.uncertainty import NeedsSimulation, Uncertainty, simulated, uncertainty
from roadmapctl.analysis.uncertainty.exact.exact import Engine
from roadmapctl.analysis.uncertainty.exact.outcome import Few, Many
from roadmapctl.analysis.uncertainty.exact.worth import Worth
from roadmapctl.analysis.uncertainty.question.meeting import entries_of, meeting
from roadmapctl.analysis.uncertainty.question.question import question
from roadmapctl.model import Plan

Rows = dict[str, Any]

LEAD = {"won": 36, "of": 200}
MQL = {"low": "20%", "likely": "30%", "high": "50%"}
SQL = {"p10": "15%", "p90": "35%"}

CHAIN: Rows = {
    "stages": [
        {"id": "lead", "rate": LEAD},
        {"id": "mql", "rate": MQL},
        {"id": "sql", "rate": SQL},
        {"id": "customer"},
    ]
}
IN_HAND: Rows = {
    "deal_size": {"p10": 8000, "p90": 20000},
    "stages": [
        {"id": "lead", "rate": LEAD, "in_hand": 100},
        {"id": "mql", "rate": MQL, "in_hand": 75},
        {"id": "sql", "rate": SQL, "in_hand": 30},
        {"id": "opportunity", "rate": {"won": 20, "of": 60}, "in_hand": 10},
        {"id": "customer"},
    ],
}
FEW: Rows = {
    "stages": [
        {"id": "lead", "rate": LEAD, "in_hand": 5},
        {"id": "mql", "rate": MQL, "in_hand": 3},
        {"id": "sql", "rate": SQL, "in_hand": 2},
        {"id": "customer", "in_hand": 1},
    ]
}
TWO_SOURCES: Rows = {
    **CHAIN,
    "sources": {"ads": {"share": "60%"}, "events": {"share": "40%", "rates": {"lead": {"p10": "10%", "p90": "30%"}}}},
}
MIXED: Rows = {
    "deal_size": {"low": 8000, "likely": 10000, "high": 20000},
    "stages": [
        {"id": "lead", "rate": LEAD, "in_hand": 100},
        {"id": "mql", "rate": MQL, "recycled": {"units": 400, "rate": {"won": 3, "of": 40}}},
        {"id": "sql", "rate": SQL, "in_hand": 50},
        {"id": "customer"},
    ],
    "sources": {
        "ads": {"share": "50%"},
        "webinars": {"share": "30%", "rates": {"lead": {"won": 5, "of": 20}}},
        "fair": {
            "share": "20%",
            "feeds": "sql",
            "event": {"audience": 40, "rate": {"p10": "10%", "p90": "30%"}},
        },
    },
}
LONG: Rows = {
    "stages": [
        {"id": "a", "rate": {"won": 360, "of": 2000}},
        {"id": "b", "rate": {"won": 80, "of": 200}, "in_hand": 3000},
        {"id": "c", "rate": {"won": 60, "of": 100}, "in_hand": 500},
        {"id": "d", "rate": {"won": 25, "of": 100}, "in_hand": 100},
        {"id": "e", "rate": {"low": "40%", "likely": "50%", "high": "80%"}, "in_hand": 30},
        {"id": "customer"},
    ]
}
MILLION: Rows = {
    "stages": [
        {"id": "lead", "rate": {"won": 1800, "of": 10000}, "in_hand": 10**5},
        {"id": "mql", "rate": MQL},
        {"id": "customer"},
    ]
}
NEARLY_SURE: Rows = {
    "stages": [
        {"id": "trial", "rate": {"won": 198, "of": 200}},
        {"id": "paid", "rate": {"won": 49, "of": 50}, "in_hand": 300},
        {"id": "customer"},
    ]
}
TIGHT: Rows = {
    "stages": [
        {"id": "lead", "rate": {"won": 36000, "of": 200000}},
        {"id": "mql", "rate": {"won": 8000, "of": 20000}, "in_hand": 3000},
        {"id": "customer"},
    ]
}
LOPSIDED: Rows = {
    "stages": [
        {"id": "lead", "rate": {"low": "4%", "likely": "4%", "high": "9%"}},
        {"id": "mql", "rate": {"low": "20%", "likely": "50%", "high": "50%"}, "in_hand": 3000},
        {"id": "customer"},
    ]
}
OWN_BELOW: Rows = {
    "stages": [
        {"id": "lead", "rate": LEAD},
        {"id": "mql", "rate": {"won": 30, "of": 60}},
        {"id": "sql", "rate": {"p10": "20%", "p90": "40%"}, "in_hand": 50},
        {"id": "customer"},
    ],
    "sources": {"ads": {"share": "60%"}, "partners": {"share": "40%", "rates": {"mql": {"won": 20, "of": 60}}}},
}
DIFFERING: Rows = {
    "deal_size": 10_000,
    "deal_spread": {"p10": 4000, "p90": 20000},
    "stages": [{"id": "lead", "rate": LEAD}, {"id": "mql", "rate": MQL}, {"id": "customer"}],
}
WIDE: Rows = {
    "stages": [
        {"id": "lead", "rate": {"p10": "5%", "p90": "30%"}},
        {"id": "mql", "rate": {"p10": "10%", "p90": "50%"}},
        {"id": "sql", "rate": {"won": 1, "of": 30}, "in_hand": 30},
        {"id": "opportunity", "rate": {"p10": "10%", "p90": "60%"}, "in_hand": 6},
        {"id": "customer"},
    ]
}


def plan(funnel: Rows, target: int, *, unit: str = "customers", **more: Any) -> Plan:
    """A plan whose goal is so many customers, or so much money where the unit is USD."""
    return Plan.model_validate(
        {
            "roadmap": 1,
            "name": "Uncertain",
            "currency": "USD",
            "period": 2027,
            "market": {"segments": {id_: {} for id_ in funnel.get("segments", {})}},
            "metrics": {"won": {"unit": unit, "kind": "flow"}},
            "goals": {"sales": {"metric": "won", "target": target}},
            "funnel": {"goal": "sales", **funnel},
            **more,
        }
    )


def in_dollars(funnel: Rows, target: int = 240_000) -> Plan:
    """A plan whose goal is so much money, at 12,000 a deal unless the funnel says otherwise."""
    return plan({"deal_size": 12_000, **funnel}, target, unit="USD")


def solved(plan: Plan) -> FunnelResult:
    """Its funnel."""
    result = plan_funnel(plan)
    assert isinstance(result, FunnelResult), result
    return result


def exact(funnel: Rows, target: int, *, confidence: Fraction = Fraction(4, 5), **options: Any) -> Uncertainty:
    """Its outcome without drawing."""
    found = asked(funnel, target, confidence=confidence, **options)
    assert isinstance(found, Uncertainty), found
    return found


def asked(
    funnel: Rows, target: int, *, confidence: Fraction = Fraction(4, 5), **options: Any
) -> Uncertainty | NeedsSimulation | None:
    """What the exact engine says to it."""
    made = plan(funnel, target, **options)
    return uncertainty(made, solved(made), confidence=confidence)


def drawn(funnel: Rows, target: int, trials: int, seed: int = 1, **options: Any) -> Uncertainty:
    """Its outcome by drawing."""
    how = {key: options.pop(key) for key in ("confidence", "progress", "workers") if key in options}
    made = plan(funnel, target, **options)
    found = simulated(made, solved(made), trials=trials, seed=seed, **how)
    assert found is not None
    return found


def outcomes(funnel: Rows, target: int, **options: Any) -> tuple[Few | Many, Worth | None]:
    """The exact distributions of its deals and of what they are worth."""
    made = plan(funnel, target, **options)
    assert made.funnel is not None
    result = solved(made)
    wanted = question(made.funnel, result)
    entries = entries_of(wanted.committed)
    assert entries is not None
    root = meeting(entries)
    assert root is not None
    engine = Engine(wanted.committed, entries, root, wanted.money)
    deals = engine.deals([arrival.units for arrival in wanted.committed.arrivals])
    return deals, engine.worth(deals)
