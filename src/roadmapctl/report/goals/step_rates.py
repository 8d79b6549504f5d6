"""What the funnel's step rates would have to be."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from roadmapctl.analysis.growth.step_rates import Entry, StepRate, StepRates
from roadmapctl.i18n.numbers import number, share
from roadmapctl.report.figures import Section, Table
from roadmapctl.report.goals.words import Words


def step_rate_sections(found: Sequence[StepRates], words: Words) -> Iterator[Section]:
    """What is supposed, and a section for each goal on the funnel; nothing where there is none."""
    if found:
        yield Section(words.label("steps"), notes=(words.note("alone"),))
    for rates in found:
        metric = words.wording.plan.goals[rates.goal].metric
        title = words.label(
            "step_rates",
            goal=words.wording.goal(rates.goal),
            base=words.value(rates.base, metric),
            target=words.value(rates.target, metric),
            factor=number(rates.factor, 3),
        )
        yield Section(title, table=_table(rates, words), notes=tuple(_notes(rates, metric, words)))


def _table(rates: StepRates, words: Words) -> Table:
    everywhere = all(step.through == 1 for step in rates.steps)
    rows = tuple(
        (
            _name(step, words),
            words.rate(step.rate),
            "" if everywhere else share(step.through),
            words.label("too_much") if step.alone is None else words.rate(step.alone),
            words.rate(step.together),
        )
        for step in rates.steps
    )
    return Table(words.columns("of_stage >rate >through >alone >together"), rows)


def _name(step: StepRate, words: Words) -> str:
    return words.label("of_step", above=words.wording.stage(step.stage), below=words.wording.stage(step.next))


def _notes(rates: StepRates, metric: str | None, words: Words) -> Iterator[str]:
    full = [_name(step, words) for step in rates.steps if step.together == 1 and step.rate != 1]
    if full:
        yield words.note("capped", steps=words.join(full))
    if rates.reached is None or rates.rise is None:
        yield words.note("impossible")
    else:
        reached = words.value(rates.reached.limit_denominator(10**9), metric)
        yield words.note("rise", factor=number(rates.rise, 4), reached=reached)
    for step in rates.steps:
        if step.most is not None and rates.rise is not None:
            yield words.note("most", step=_name(step, words), most=words.value(Fraction(round(step.most)), metric))
    entries = words.join(_entry(entry, words) for entry in rates.entries)
    yield words.note("volume", factor=number(rates.factor, 3), entries=entries)
    yield from _grounds(rates, words)


def _entry(entry: Entry, words: Words) -> str:
    stage = words.wording.stage(entry.stage)
    return words.note("entry", stage=stage, needed=number(entry.needed, 0), last=number(entry.last_year, 0))


def _grounds(rates: StepRates, words: Words) -> Iterator[str]:
    """Where the rates are from, and which part of the goal they bring."""
    planned = [_name(step, words) for step in rates.steps if step.rate_from == "plan"]
    if planned:
        yield words.note("rates_of_plan", steps=words.join(planned))
    if rates.part < 1:
        yield words.note("sources_part", share=share(rates.part))
