"""Whole seven-step plans to measure with: each number gives another plan, always the same one.

Names, ids, sentences, amounts and dates differ from plan to plan; one plan in ten has a tactic that ends too late. Dates
stand in quotes: a checker whose YAML reads bare dates as timestamps would find each of them wrong.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import NamedTuple

WORDS = """
bakery bicycle boiler bottle camera canal carpet cellar ceramic clinic copper cotton crane dairy drone engine fabric ferry filter
forest furnace garden glass granite harbour hotel kitchen lantern leather library lumber marble mill museum optics orchard paper
piano pipeline pottery pump quarry radio railway roof saddle sailing seed solar steel stone sugar tea textile timber tool tractor
tunnel turbine valve vessel vineyard wagon weaving welding wheel window winter wool
"""
KINDS = "report series webinar fair letters guide podcast campaign workshop story clinic tour survey demo panel"
NAMES = "Ada Bruno Chloé Dario Elif Farid Greta Hanne Ivo Jana Kofi Lena Mira Nils Otto Petra Quinn Rosa Søren Tobias"
TRADES, FORMS, PEOPLE = WORDS.split(), KINDS.split(), NAMES.split()
CHANNELS = ("website", "search", "email", "webinar", "partner", "trade-fair")
REASONS = (
    "a colleague of theirs had shown it to them on a Monday morning",
    "nobody in the house had the time for another introduction",
    "the budget belongs to service while we only ever asked sales",
    "buyers trust a peer more than the best of our advertisements",
    "the old checklist was passed on in every purchasing circle",
    "prices rose by a tenth and the cheaper offer did not hold",
    "the form asked for eleven fields and most gave up at five",
    "two competitors announced the same thing in the same week",
)
METRICS = {"revenue": "EUR", "downloads": "downloads", "sign-ups": "people", "references": "customers"}
"""With their units."""


class Tactic(NamedTuple):
    """What the numbers of a tactic are; the rest is words."""

    id: str
    metric: str
    brings: int
    budget: int
    start: date
    end: date
    after: str | None


def plan(number: int, tactics: int = 15, *, faulty: bool = False) -> str:
    """The text of a plan of 330 lines; of eleven more for each further tactic. `faulty`: each names an owner there is not."""
    return "".join(_Plan(number, tactics, faulty).text())


def write(folder: Path, count: int) -> list[Path]:
    """So many plans as files of a folder."""
    paths = [folder / f"plan-{number:04}.yaml" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(plan(number), "utf-8")
    return paths


class _Plan:
    """One plan: what its parts have in common, and their texts."""

    def __init__(self, number: int, tactics: int, faulty: bool) -> None:
        self.number = number
        self.faulty = faulty
        self.dice = Random(number)
        self.year = 2026 + number % 5
        self.trades = self.dice.sample(TRADES, 8)
        self.people = {_ascii(name): name for name in self.dice.sample(PEOPLE, 5)}
        self.tactics: list[Tactic] = []
        for index in range(tactics):
            self.tactics.append(self._tactic(index, late=index == 0 and number % 10 == 0))
        self.sums = {metric: sum(t.brings for t in self.tactics if t.metric == metric) or 1 for metric in METRICS}

    def _tactic(self, index: int, *, late: bool) -> Tactic:
        dice = self.dice
        metric = list(METRICS)[index % len(METRICS)]
        start = date(self.year, 1, 5) + timedelta(days=dice.randrange(200))
        end = date(self.year, 12, 15) if late else start + timedelta(days=dice.randrange(20, 80))
        ended = [t.id for t in self.tactics[-3:] if t.end <= start]
        return Tactic(
            id=f"{dice.choice(TRADES)}-{dice.choice(FORMS)}-{index}",
            metric=metric,
            brings=dice.randrange(20, 400) * (1_000 if metric == "revenue" else 1),
            budget=dice.randrange(20, 400) * 100,
            start=start,
            end=end,
            after=ended[0] if ended else None,
        )

    def text(self) -> Iterator[str]:
        """The plan, part by part."""
        yield self._header()
        yield from self._discovery()
        yield from self._market()
        yield from self._goals()
        yield from self._strategy()
        yield self._funnel()
        yield from self._milestones()
        yield from self._tactics()
        yield from self._people()

    def _trade(self) -> str:
        return self.dice.choice(TRADES)

    def _because(self) -> str:
        return self.dice.choice(REASONS)

    def _from(self, low: int, high: int) -> int:
        return self.dice.randrange(low, high)

    def _header(self) -> str:
        budget = sum(tactic.budget for tactic in self.tactics) + self._from(0, 10_000)
        return f"""\
# Plan {self.number}: from the revenue of the year down to a single tactic.
roadmap: 1
name: {self._trade().title()} and {self._trade()} growth plan, no. {self.number}
language: en
currency: EUR
period: {self.year}
framework: [seven-step]
budget: {budget:_}   # programme money; salaries stand in the company's budget
"""

    def _discovery(self) -> Iterator[str]:
        yield f"""
# Step 1. Where we stand, and why a new plan is needed now.
discovery:
  today: {self._from(100, 999)} {self.trades[0]} makers work with us; most came because {self._because()}.
  ambition: In two years we want to be the first name a {self.trades[1]} buyer thinks of.
  why_now: Last year {self._because()}, so the question will be settled soon.
  expected: A plan in which marketing brings more than half of new business from sources it can count.
  review:
"""
        for name in METRICS:
            before = self._from(200, 9_000)
            yield f"    last-{name}: {{metric: {name}, previous: {before:_}, current: {before + self._from(0, 900):_},\n"
            yield f"      because: {self._because()}, insight: {self._because()}}}\n"
        yield "  competitors:\n"
        for trade in self.trades[:3]:
            yield f"    {trade}-house:\n      moves: Opened an office for {self._trade()} makers at half price.\n"
            yield f"      our_position: We are live in {self._from(3, 9)} weeks, they need {self._from(5, 12)} months.\n"
        strengths, gaps = (", ".join(self.dice.sample([f"Work for {t} makers" for t in TRADES], 3)) for _ in "ab")
        yield f"  capabilities:\n    strengths: [{strengths}]\n    gaps: [{gaps}]\n"

    def _market(self) -> Iterator[str]:
        yield "\n# Step 2. Who bought, who did not, whom we do not reach yet.\nmarket:\n"
        yield f"  opportunity: One in {self._from(40, 200)} of these makers is enough for the year.\n  segments:\n"
        for trade, status in zip(self.trades[:4], ("current", "current", "target", "emerging"), strict=True):
            low = self._from(20, 200)
            yield f"""\
    {trade}-makers:
      status: {status}
      who: Heads of sales at {trade} makers with {low} to {low * self._from(3, 9)} staff
      where: Baden-Württemberg, Tirol and {self.dice.choice(("Zürich", "Genève", "Ticino", "Vorarlberg"))}
      motivation: Quotes go out in {self._from(2, 5)} days instead of {self._from(6, 15)}
      bought_because: Often {self._because()}.
      not_bought_because: Often {self._because()}.
      expected: We planned {self._from(20, 60)} new customers and won {self._from(20, 60)}.
      size: {self._from(10, 99) * 100:_}
      traits: {{region: DACH, industry: {trade}, function: sales, decision_maker: true}}
      channels: [{", ".join(CHANNELS)}]
"""

    def _segment(self) -> str:
        return f"{self.dice.choice(self.trades[:4])}-makers"

    def _goals(self) -> Iterator[str]:
        yield "\n# Step 3. Each goal is a number with a date.\nmetrics:\n"
        for name, unit in METRICS.items():
            yield f"  {name}: {{name: New {name}, unit: {unit}, kind: flow, better: up, level: engage, source: CRM}}\n"
        yield "\ngoals:\n"
        for name, unit in METRICS.items():
            supports = "" if name == "revenue" else ", supports: more-revenue"
            yield f"""\
  more-{name}: {{statement: "Bring {self.sums[name]:,} {unit} from {self._trade()} makers by 30 November {self.year}",
    metric: {name}, baseline: 0, target: {self.sums[name]:_}, due: "{self.year}-11-30", segment: {self._segment()}{supports}}}
"""

    def _strategy(self) -> Iterator[str]:
        yield f"""
# Step 4. The sentence that every later idea is held against.
strategy:
  statement: Let {self.trades[0]} makers teach {self.trades[1]} makers, and be the tool they see in use while they learn.
  why: Our buyers distrust vendors, and last year {self._because()}.
  journey:
"""
        for start, end in pairwise(CHANNELS):
            how = f"a question about {self._trade()} leads to an answer in full"
            yield f"    - {{from: {start}, to: {end}, how: {how}}}\n"

    def _funnel(self) -> str:
        webinars, wins, others = self._from(20, 60), self._from(18, 35), self._from(20, 50)
        revenue = self.sums["revenue"]
        deal = max(1_000, revenue // self._from(40, 90) // 1_000 * 1_000)
        in_hand = revenue * (100 - others) // deal // wins // 3  # a third of the opportunities that the year takes
        season = "  seasonality: {Q1: 0.7, Q2: 1.0, Q3: 0.8, Q4: 1.5}\n" if self.number % 3 == 0 else ""
        event = f"{{audience: {self._from(60, 200)}, rate: {self._from(5, 25)}%, cost: {self._from(5, 15) * 100}}}"
        return f"""
# From the revenue down to leads.
funnel:
  goal: more-revenue
  deal_size: {deal:_}
  margin: {self._from(50, 90)}%
  already_won: {revenue // 20:_}
  other_teams: {others}%
  owns: mql
  stages:
    - {{id: lead, rate: {self._from(15, 35)}%, lag: {self._from(3, 9)}d}}
    - {{id: mql, rate: {self._from(25, 50)}%, lag: {self._from(3, 9)}d, in_hand: {self._from(0, 40)}}}
    - {{id: sql, rate: {{won: {self._from(50, 90)}, of: {self._from(120, 200)}}}, lag: 1w, in_hand: {self._from(0, 9)}}}
    - {{id: opportunity, rate: {wins}%, lag: {self._from(30, 60)}d, in_hand: {in_hand}}}
    - {{id: customer}}
  sources:
    webinar: {{feeds: mql, share: {webinars}%, event: {event}}}
    guides: {{feeds: lead, share: {80 - webinars}%, cost_per_unit: {self._from(2, 12)}}}
    search-ads: {{feeds: lead, share: 20%, cost_per_unit: {self._from(5, 25)}}}
{season}"""

    def _milestones(self) -> Iterator[str]:
        yield "\n# Step 5. Dates by which something countable has to be true.\nmilestones:\n"
        for name, total in self.sums.items():
            yield f"""\
  {name}-reached: {{name: The {name} of {self.dice.choice(self.trades)} makers, date: "{self.year}-11-{self._from(10, 30)}",
    goal: more-{name}, metric: {name}, target: {total:_}}}
"""

    def _tactics(self) -> Iterator[str]:
        yield "\n# Step 6. What is done, by whom, when, for how much, and what it brings.\ntactics:\n"
        for number, tactic in enumerate(self.tactics):
            trade = tactic.id.partition("-")[0]
            after = "" if tactic.after is None else f"    after: [{tactic.after}]\n"
            yield f"""\
  {tactic.id}:
    name: {tactic.id.rpartition("-")[0].replace("-", " ").capitalize()} no. {number}
    what: We ask {self._from(20, 200)} {trade} makers what holds them up.
    milestone: {tactic.metric}-reached
    owner: {f"nobody-{number}" if self.faulty else self.dice.choice(list(self.people))}
    channel: {self.dice.choice(CHANNELS)}
    segment: {self._segment()}
    start: "{tactic.start}"
    end: "{tactic.end}"
{after}    budget: {tactic.budget:_}
    contributes: {{{tactic.metric}: {tactic.brings:_}}}
"""

    def _people(self) -> Iterator[str]:
        yield "\norganization:\n  structure: centralized\n  people:\n"
        for (id, name), metric in zip(self.people.items(), (*METRICS, "revenue"), strict=True):
            role = f"Head of {metric}"
            yield f"    {id}: {{name: {name} {self._trade().title()}, role: {role}, goals: [more-{metric}]}}\n"
        yield f"""
# Step 7. How we see whether it works.
measurement:
  rhythm: month
  reviews:
    midpoint: {{date: "{self.year}-06-30"}}
    final: {{date: "{self.year}-12-17"}}
"""


def _ascii(name: str) -> str:
    return name.lower().replace("é", "e").replace("ø", "o")
