"""What a review still has to say, and where it goes."""

from collections.abc import Iterator

from roadmapctl.analysis.review.review import Reviewed
from roadmapctl.report.figures import Line, Section
from roadmapctl.report.review.words import Words


def left(found: Reviewed, words: Words) -> Iterator[Section]:
    """The places to write into, each with what belongs there."""
    lines = tuple(Line(_what(key, found, words), path) for key, path in places(found))
    if lines:
        yield Section(words.label("left"), lines=lines)


def places(found: Reviewed) -> Iterator[tuple[str, str]]:
    """What is not written yet (`findings`, `strengths`…), and its path in the plan."""
    written, here = found.moment.written, f"measurement.reviews.{found.moment.id}"
    if found.status is None:
        yield "actuals", "measurement.actuals"
    for key in ("findings", "strengths", "weaknesses", "changes"):
        if not getattr(written, key):
            yield key, f"{here}.{key}"
    if undecided(found):
        yield "decisions", f"{here}.decisions"
    if found.moment.kind == "final" and not found.points.insights:
        yield "insights", "measurement.insights"


def undecided(found: Reviewed) -> tuple[str, ...]:
    """The tactics on which nobody decided."""
    return tuple(one.id for one in found.verdicts if one.is_to_decide)


def _what(key: str, found: Reviewed, words: Words) -> str:
    if key == "decisions":
        return words.label("left_decisions", number=str(len(undecided(found))))
    return words.label(f"left_{key}")
