"""One plan with much of everything: goals, milestones, tactics, events, people, ideas, records, in proportion to its tactics."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

FIRST = date(2027, 1, 4)
CHANNELS = ("webinar", "email", "search")
LEVERS = ("audience", "activity", "content", "media")


def write(folder: Path, tactics: int) -> Path:
    """The plan and its records in a folder; the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "roadmap.yaml").write_text("".join(_sections(tactics)), "utf-8")
    (folder / "actuals.csv").write_text("".join(_records(tactics)), "utf-8")
    return folder


def _sections(tactics: int) -> Iterator[str]:
    """Half as many milestones as tactics, a quarter as many goals and events, a fifth as many ideas, a tenth as many people."""
    goals, people, segments = max(2, tactics // 4), max(2, tactics // 10), max(2, tactics // 20)
    yield _section("", _head(tactics))
    yield _section("market", {"segments": {f"segment-{n}": _segment(n) for n in range(segments)}})
    yield _section("metrics", {f"metric-{n}": _metric(n) for n in range(goals)})
    yield _section("goals", {f"goal-{n}": _goal(n, segments) for n in range(goals)})
    yield _section("funnel", _funnel(max(3, tactics // 50)))
    yield _section("milestones", {f"milestone-{n}": _milestone(n, goals) for n in range(tactics // 2)})
    yield _section("ideas", {f"idea-{n}": _idea(n, goals) for n in range(tactics // 5)})
    yield _section("tactics", {f"tactic-{n}": _tactic(n, tactics, people, segments, goals) for n in range(tactics)})
    yield _section(
        "playbooks",
        {"webinars": {"sequence": [{"at": f"-{n}d", "channel": "email", "message": "Soon"} for n in (7, 3, 1)]}},
    )
    yield _section("organization", {"people": {f"person-{n}": _person(n, goals) for n in range(people)}})
    reviews = {"midpoint": {"date": "2027-06-30"}, "final": {"date": "2027-12-17"}}
    yield _section("measurement", {"actuals": "actuals.csv", "rhythm": "month", "reviews": reviews})


def _section(name: str, values: dict[str, object]) -> str:
    """YAML, each member on a line of its own: what is within it is JSON, which is YAML too."""
    if not name:
        return "".join(f"{key}: {json.dumps(value)}\n" for key, value in values.items())
    return f"{name}:\n" + "".join(f"  {key}: {json.dumps(value)}\n" for key, value in values.items())


def _head(tactics: int) -> dict[str, object]:
    return {
        "roadmap": 1,
        "name": "Large plan",
        "currency": "EUR",
        "period": 2027,
        "framework": ["seven-step"],
        "budget": 1000 * tactics,
    }


def _segment(n: int) -> dict[str, object]:
    return {"status": "target", "who": f"Makers of kind {n}", "size": 10_000, "channels": list(CHANNELS)}


def _metric(n: int) -> dict[str, object]:
    return {"name": f"Metric {n}", "unit": "leads" if n else "EUR", "kind": "stock" if n % 3 == 2 else "flow"}


def _goal(n: int, segments: int) -> dict[str, object]:
    target, due = 1_000_000 if n == 0 else 1000 + n, date(2027, 12, 31) - timedelta(days=n % 60)
    return {
        "metric": f"metric-{n}",
        "baseline": 0,
        "target": target,
        "due": str(due),
        "segment": f"segment-{n % segments}",
    }


def _funnel(sources: int) -> dict[str, object]:
    stages = [{"id": f"stage-{n}", "rate": rate, "lag": "7d"} for n, rate in enumerate(("10%", "20%", "40%", "25%"))]
    share = f"{10_000 // sources / 100:.2f}%"
    rest = f"{100 - 10_000 // sources * (sources - 1) / 100:.2f}%"
    mix = {f"source-{n}": _source(n, share if n else rest) for n in range(sources)}
    return {
        "goal": "goal-0",
        "deal_size": 20_000,
        "stages": [*stages, {"id": "customer"}],
        "sources": mix,
        "seasonality": {"Q4": 1.3},
    }


def _source(n: int, share: str) -> dict[str, object]:
    event = {"event": {"audience": 200, "rate": "18%", "cost": 3000}}
    return {"feeds": f"stage-{n % 2}", "share": share, **({"cost_per_unit": 20 + n % 9} if n % 3 else event)}


def _milestone(n: int, goals: int) -> dict[str, object]:
    goal, half = n % goals, n // goals + 1
    day = date(2027, 5, 31) + timedelta(days=60 * half + n % 20)
    return {"date": str(day), "goal": f"goal-{goal}", "metric": f"metric-{goal}", "target": half * 100}


def _idea(n: int, goals: int) -> dict[str, object]:
    score = {"reach": 800 + n % 97, "impact": 2, "confidence": "50%", "effort": 1 + n % 4}
    return {
        "name": f"Idea {n}",
        "lever": LEVERS[n % 4],
        "goal": f"goal-{n % goals}",
        "budget": 1000 + n % 37,
        "score": score,
    }


def _tactic(n: int, tactics: int, people: int, segments: int, goals: int) -> dict[str, object]:
    start = FIRST + timedelta(days=7 * n % 140)
    milestone = n % (tactics // 2)
    event = {"date": str(start + timedelta(days=20)), "source": "source-0", "format": "webinar", "stage": "consider"}
    return {
        "name": f"Tactic {n}", "what": f"What is done in number {n}.", "milestone": f"milestone-{milestone}",
        "owner": f"person-{n % people}", "channel": CHANNELS[n % 3], "segment": f"segment-{n % segments}", "lever": LEVERS[n % 4],
        "start": str(start), "end": str(start + timedelta(days=25)), "budget": 500 + n % 50,
        "contributes": {f"metric-{milestone % goals}": 50 + n % 5},
        **({} if n % 4 else {"event": event, "playbook": "webinars"}),
    }  # fmt: skip


def _person(n: int, goals: int) -> dict[str, object]:
    return {"name": f"Person {n}", "role": "Manager", "goals": [f"goal-{n % goals}"]}


def _records(tactics: int) -> Iterator[str]:
    """Ten a tactic: what it spent and what it brought, over the first half of the year."""
    goals = max(2, tactics // 4)
    yield "date,metric,value,segment,tactic\n"
    for n in range(10 * tactics):
        day, tactic = FIRST + timedelta(days=170 * n // (10 * tactics)), n % tactics
        metric = "spend" if n % 2 else f"metric-{tactic % (tactics // 2) % goals}"
        yield f"{day},{metric},{1 + n % 7},,tactic-{tactic}\n"
