"""How sure a funnel is: percentiles, the chance of the target, the volume that makes it likely, and what moves it most."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.analysis.uncertainty.result import Driver, NeedsSimulation, Quantiles, Uncertainty
from roadmapctl.i18n.funnel_words import word
from roadmapctl.i18n.numbers import number, share
from roadmapctl.i18n.text import say, shown
from roadmapctl.i18n.uncertainty_words import LABELS, NOTES
from roadmapctl.report.figures import Bar, Column, Line, Section, Table
from roadmapctl.report.funnel.forms import Forms
from roadmapctl.report.json_number import plain

MOST_DRIVERS = 10


def uncertainty_sections(found: Uncertainty, result: FunnelResult, forms: Forms) -> Iterator[Section]:
    """The outcome, and the tornado where something moves it."""
    yield Section(
        word(LABELS, "heading", forms.language),
        lines=tuple(_lines(found, result, forms)),
        table=_outcome(found, forms),
        notes=(_method(found, forms),),
    )
    if found.drivers:
        said = ("tornado", "tornado_alone") if found.reason in ("lags", "capacity") else ("tornado",)
        notes = tuple(word(NOTES, key, forms.language) for key in said)
        yield Section(word(LABELS, "drivers", forms.language), table=_tornado(found, result, forms), notes=notes)


def needs_simulation_section(needs: NeedsSimulation, forms: Forms) -> Section:
    """What is said where NumPy is missing."""
    why = word(NOTES, needs.reason, forms.language)
    note = say(*NOTES["without_numpy"], {"why": why}, forms.language)
    return Section(word(LABELS, "heading", forms.language), notes=(note,))


def _lines(found: Uncertainty, result: FunnelResult, forms: Forms) -> Iterator[Line]:
    yield Line(word(LABELS, "chance", forms.language), share(_fraction(found.probability_of_target)))
    label = say(*LABELS["volume"], {"confidence": share(found.confidence)}, forms.language)
    if found.volume_for_confidence is None:
        yield Line(label, word(LABELS, "never", forms.language))
        return
    names = {stage.id: forms.name(stage.name, stage.id) for stage in result.stages}
    sources = {source.id: source for source in result.sources}
    wanted = []
    for id_, units in found.volume_for_confidence.items():
        source = sources.get(id_)
        stage = names[result.stages[0].id if source is None else source.feeds]
        fields = {"units": units, "stage": stage}
        if source is None:
            wanted.append(say(*LABELS["units_alone"], fields, forms.language))
        else:
            fields["source"] = forms.name(source.name, source.id)
            wanted.append(say(*LABELS["units"], fields, forms.language))
    yield Line(label, forms.join(wanted))


def _outcome(found: Uncertainty, forms: Forms) -> Table:
    columns = [Column(word(LABELS, key, forms.language)) for key in ("p10", "p50", "p90", "mean")]
    rows = [_row("deals", found.deals, lambda value: number(value, 1), forms)]
    if found.value is not None:
        rows.append(_row("value", found.value, lambda value: forms.cell(_said(value, found)), forms))
    return Table((Column(word(LABELS, "outcome", forms.language), words=True), *columns), tuple(rows))


def _row(key: str, of: Quantiles, show: Callable[[Fraction], str], forms: Forms) -> tuple[str, ...]:
    return (word(LABELS, key, forms.language), *(show(_fraction(value)) for value in of))


def _said(value: Fraction, found: Uncertainty) -> Fraction:
    """A simulated amount to four digits: the others are chance."""
    if found.method == "exact" or not value:
        return value
    return Fraction(f"{float(value):.4g}")


def _tornado(found: Uncertainty, result: FunnelResult, forms: Forms) -> Table:
    drivers = found.drivers[:MOST_DRIVERS]
    ends = [end for driver in drivers for end in (driver.deals_at_p10, driver.deals_at_p90)]
    keys = ("driver_p10", "deals_p10", "driver_p90", "deals_p90")
    columns = [Column(word(LABELS, key, forms.language)) for key in keys]
    return Table(
        (Column(word(LABELS, "driver", forms.language), words=True), *columns),
        tuple(_driver(driver, result, forms) for driver in drivers),
        tuple(_bar(driver, min(ends), max(ends)) for driver in drivers),
    )


def _driver(driver: Driver, result: FunnelResult, forms: Forms) -> tuple[str, ...]:
    low, high = (_input(driver, value, forms) for value in (driver.p10, driver.p90))
    at_low, at_high = (number(_fraction(value), 1) for value in (driver.deals_at_p10, driver.deals_at_p90))
    return driver_name(driver.path, result, forms), low, at_low, high, at_high


def _bar(driver: Driver, least: float, most: float) -> Bar:
    """From one end of the driver to the other, on a scale from the fewest deals of all drivers to the most."""
    low, high = sorted((driver.deals_at_p10, driver.deals_at_p90))
    width = most - least or 1.0
    return Bar(_fraction((low - least) / width), _fraction((high - least) / width))


def _input(driver: Driver, value: float, forms: Forms) -> str:
    steps = driver.path.split(".")
    if steps[-1] == "deal_size":
        return forms.money(_fraction(value))
    if steps[-1] == "lag":
        return number(_fraction(value), 0)
    return share(_fraction(value))


def driver_name(path: str, result: FunnelResult, forms: Forms) -> str:
    """`funnel.stages.mql.rate` as people say it, by the names in the plan; a path of another kind as it stands."""
    match path.split("."):
        case ["funnel", "deal_size"]:
            return word(LABELS, "size", forms.language)
        case ["funnel", "stages", stage, "rate"]:
            key, fields = "rate_of", {"stage": stage}
        case ["funnel", "stages", stage, "recycled", "rate"]:
            key, fields = "recycled_rate", {"stage": stage}
        case ["funnel", "stages", stage, "lag"]:
            key, fields = "lag_of", {"stage": stage}
        case ["funnel", "sources", source, "rates", stage]:
            key, fields = "rate_of_source", {"stage": stage, "source": source}
        case ["funnel", "sources", source, "event", "rate"]:
            key, fields = "event_rate", {"source": source}
        case ["funnel", "sources", source, "event", "tiers", tier, "rate"]:
            key, fields = "tier_rate", {"source": source, "tier": tier}
        case ["funnel", "segments", segment, "rates", stage]:
            key, fields = "rate_of_segment", {"stage": stage, "segment": segment}
        case ["funnel", "segments", segment, "deal_size"]:
            key, fields = "size_of", {"segment": segment}
        case _:
            return shown(path)
    named = {kind: forms.name(_name(kind, id_, result), id_) for kind, id_ in fields.items()}
    return say(*LABELS[key], named, forms.language)


def _name(kind: str, id_: str, result: FunnelResult) -> str | None:
    """What a stage, source, segment or tier of events is called in the plan."""
    tiers = (tier for source in result.sources if source.events is not None for tier in source.events.tiers)
    names = {
        "stage": {stage.id: stage.name for stage in result.stages},
        "source": {source.id: source.name for source in result.sources},
        "segment": {segment.id: segment.name for segment in result.segments},
        "tier": {tier.id: tier.name for tier in tiers},
    }
    return names[kind].get(id_)


def _method(found: Uncertainty, forms: Forms) -> str:
    if found.method == "exact":
        return word(NOTES, "exact", forms.language)
    why = word(NOTES, found.reason or "asked", forms.language)
    return say(*NOTES["simulation"], {"trials": found.trials, "seed": str(found.seed), "why": why}, forms.language)


def _fraction(value: float) -> Fraction:
    return Fraction(value).limit_denominator(10**9) if abs(value) < 10**9 else Fraction(round(value))


def uncertainty_data(found: Uncertainty) -> dict[str, Any]:
    """The same for JSON."""
    return {
        "method": found.method,
        "reason": found.reason,
        "trials": found.trials,
        "seed": found.seed,
        "deals": _quantiles(found.deals),
        "value": None if found.value is None else _quantiles(found.value),
        "probability_of_target": plain(_fraction(found.probability_of_target)),
        "confidence": plain(found.confidence),
        "volume_for_confidence": None if found.volume_for_confidence is None else dict(found.volume_for_confidence),
        "drivers": [
            {"path": driver.path, **{key: plain(_fraction(getattr(driver, key))) for key in Driver._fields[1:]}}
            for driver in found.drivers
        ],
    }


def _quantiles(of: Quantiles) -> dict[str, Any]:
    return {key: plain(_fraction(value)) for key, value in of._asdict().items()}
