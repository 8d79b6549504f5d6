"""Step 7: what is measured, where the plan stands, how often that is looked at, and what was learned."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from roadmapctl.model.measurement import Measurement
from roadmapctl.report.figures import Section
from roadmapctl.report.wording import Wording

if TYPE_CHECKING:
    from roadmapctl.analysis.status.result import Status


class MetricRow(NamedTuple):
    """A measure and where its number comes from; `better` is said only where less is better of some measure."""

    name: str
    unit: str
    kind: str
    better: str
    level: str
    source: str


class DecisionRow(NamedTuple):
    """What a review decided about a tactic."""

    tactic: str
    verdict: str
    because: str


class ReviewView(NamedTuple):
    """A review of the plan; `points` are pairs of a label and a text: strengths, weaknesses, changes."""

    name: str
    date: str
    findings: str
    points: tuple[tuple[str, str], ...]
    decisions: tuple[DecisionRow, ...]


class InsightRow(NamedTuple):
    """Something learned, and what follows."""

    learned: str
    tactic: str
    so: str


class MeasurementView(NamedTuple):
    """The section; `rhythm` is a sentence, `status` where the plan stands by its actual figures."""

    metrics: tuple[MetricRow, ...]
    rhythm: str
    reviews: tuple[ReviewView, ...]
    insights: tuple[InsightRow, ...]
    status: tuple[Section, ...] = ()


def measurement_view(words: Wording, stands: "Status | None" = None, *, given: bool = False) -> MeasurementView | None:
    """The section, or None where the plan neither measures nor reviews anything. Where the actuals come from is left out:
    it may be a connection with a password in it. `stands` is the plan held against them; `given`: on a day asked for, not
    the latest that is recorded."""
    measurement = words.plan.measurement or Measurement()
    view = MeasurementView(
        metrics=_metrics(words),
        rhythm=words.choice("rhythm", measurement.rhythm),
        reviews=_reviews(measurement, words),
        insights=tuple(InsightRow(i.learned or "", words.tactic(i.from_), i.so or "") for i in measurement.insights),
        status=_status(words, stands, given),
    )
    return view if view != MeasurementView((), "", (), ()) else None


def _status(words: Wording, stands: "Status | None", given: bool) -> tuple[Section, ...]:
    """Where the plan stands; nothing where no figure is recorded."""
    if stands is None:
        return ()
    from roadmapctl.report.status.view import status_sections
    from roadmapctl.report.status.words import Words

    return status_sections(stands, Words(words), "as_of_given" if given else "as_of_report")


def _metrics(words: Wording) -> tuple[MetricRow, ...]:
    all_up = all(metric.better == "up" for metric in words.plan.metrics.values())
    return tuple(
        MetricRow(
            name=words.metric(id_),
            unit=words.label("unit_rate") if metric.unit == "rate" else metric.unit or "",
            kind=words.choice("kind", metric.kind),
            better="" if all_up else words.choice("better", metric.better),
            level=words.choice("level", metric.level),
            source=metric.source or "",
        )
        for id_, metric in words.plan.metrics.items()
    )


def _reviews(measurement: Measurement, words: Wording) -> tuple[ReviewView, ...]:
    in_order = sorted(measurement.reviews.items(), key=lambda item: item[1].date or date.max)
    return tuple(
        ReviewView(
            name=review.name or words.id(id_),
            date=words.day(review.date),
            findings=review.findings or "",
            points=tuple(
                (words.label(key), words.label("between_parts").join(texts))
                for key in ("strengths", "weaknesses", "changes")
                if (texts := getattr(review, key))
            ),
            decisions=tuple(
                DecisionRow(words.tactic(tactic), words.choice("verdict", d.verdict), d.because or "")
                for tactic, d in review.decisions.items()
            ),
        )
        for id_, review in in_order
    )
