"""A quarter with its records, small enough to be worked out by hand: 91 days, half of them over by 15 May."""

from pathlib import Path

PLAN = """\
roadmap: 1
name: Spring 2027-Q2
currency: USD
period: 2027-Q2
budget: 20_000
metrics:
  readers: {name: Readers, unit: people, kind: stock}
  leads: {name: Leads, unit: leads, kind: flow}
  form-rate: {name: Form rate, unit: rate, kind: stock}
goals:
  list: {metric: readers, baseline: 1_000, target: 1_910, due: 2027-06-30}
  sales: {metric: leads, baseline: 0, target: 364, due: 2027-06-30}
milestones:
  read: {date: 2027-06-30, goal: list, metric: readers, target: 1_910}
  sold: {date: 2027-06-30, goal: sales, metric: leads, target: 364}
tactics:
  letters:
    {name: Letters, milestone: read, owner: mira, start: 2027-04-01, end: 2027-06-30, budget: 5_000, contributes: {readers: 910}}
  ads: {name: Ads, milestone: sold, owner: jo, start: 2027-04-01, end: 2027-06-30, budget: 6_000, contributes: {leads: 182}}
  calls: {name: Calls, milestone: sold, owner: jo, start: 2027-04-01, end: 2027-06-30, budget: 500, contributes: {leads: 182}}
  form:
    name: Shorter form
    owner: mira
    start: 2027-04-01
    end: 2027-04-30
    hypothesis: {because: eleven fields, change: three fields, metric: form-rate, from: 1%, to: 2%}
  fair: {name: Fair, owner: jo, start: 2027-06-01, end: 2027-06-20, budget: 3_000}
  van: {name: Van, owner: jo, start: 2027-04-10, end: 2027-06-20, budget: 2_000, contributes: {leads: 10}, milestone: sold}
  gifts: {name: Gifts, owner: mira, start: 2027-04-01, end: 2027-06-30, budget: 1_000}
organization:
  people:
    mira: {name: Mira, role: Editor}
    jo: {name: Jo, role: Demand}
measurement:
  actuals: actuals.csv
  rhythm: month
  reviews:
    midpoint:
      date: 2027-05-20
      strengths: [Letters are read]
      decisions: {gifts: {verdict: stop, because: nobody wants them}}
  insights: [{learned: Letters are forwarded, from: letters, so: ask for it.}]
"""
# By the end of 15 May 45 of 91 days are over: letters are due to bring 450, ads and calls 90 each.
RECORDS = """\
date,metric,value,tactic
2027-05-15,readers,1540,
2027-05-15,readers,540,letters
2027-05-15,leads,36,ads
2027-05-15,leads,54,calls
2027-05-15,form-rate,1.4%,
2027-05-15,spend,4000,ads
2027-05-15,spend,2000,letters
"""


def written(folder: Path, plan: str = PLAN, records: str = RECORDS) -> Path:
    """The plan and its records in a folder; the plan's path."""
    (folder / "actuals.csv").write_text(records, "utf-8")
    path = folder / "roadmap.yaml"
    path.write_text(plan, "utf-8")
    return path
