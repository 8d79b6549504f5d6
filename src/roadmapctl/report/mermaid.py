"""Mermaid diagrams, which GitHub draws inside Markdown."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from roadmapctl.i18n.markdown import Markdown, one_line
from roadmapctl.i18n.text import visible
from roadmapctl.report.figures import Chart, Flow
from roadmapctl.report.view.tactics import Bar, Timeline

MAX_CHARACTERS = 50_000
"""GitHub draws nothing larger."""
MAX_ARROWS = 500
"""Nor a flowchart with more."""
MAX_BARS = 300
"""A timeline of more is longer than anybody scrolls: ten screens at thirty bars each."""

HARMLESS = " ,-"
"""Signs that mean nothing inside the quotation marks of a flowchart, but where a text begins."""

MAX_LANE = 40
MAX_BAR = 60
FIRST_WIDE = 0x2E80
CELL_PIXELS = 6.2
MARGIN = 24
LEAST_PADDING = 75
COLUMN_STYLE = (
    '%%{init: {"xyChart": {"width": 900, "height": 320, "titleFontSize": 16}, '
    '"themeVariables": {"xyChart": {"plotColorPalette": "#3b76af"}}}}%%'
)
"""Wide and low, so that a chart leaves room on a page; one blue that can be seen on white and on black."""
TICKS = {"week": "1week", "month": "1month", "quarter": "3month"}


def gantt(timeline: Timeline) -> Markdown | None:
    """The timeline as the text of a Gantt chart; None where it is too large to be drawn."""
    if sum(len(lane.bars) for lane in timeline.lanes) > MAX_BARS:
        return None
    text = "\n".join(_lines(timeline))
    return Markdown(text) if len(text) <= MAX_CHARACTERS else None


def escape(text: str) -> str:
    """A text as Mermaid reads it back in every diagram: its signs and its first letter as `#NN;`."""
    line = one_line(visible(one_line(text))).replace("\u00a0", " ")
    return "".join(
        character
        if character == " " or not character.isascii() or (character.isalnum() and at)
        else f"#{ord(character)};"
        for at, character in enumerate(line)
    )


def columns(chart: Chart) -> Markdown | None:
    """A chart of columns as the text of an xychart; None where it is too large to be drawn. Its axis begins at 0: left to itself,
    Mermaid begins at the lowest column, and twice as much looks like ten times as much."""
    labels = ", ".join(f'"{escape(label)}"' for label in chart.labels)
    values = ", ".join(_plain(value) for value in chart.values)
    lines = (
        COLUMN_STYLE,
        "xychart-beta",
        f'    title "{escape(chart.title)}"',
        f"    x-axis [{labels}]",
        f"    y-axis 0 --> {_plain(max(chart.values, default=Fraction(0)) or Fraction(1))}",
        f"    bar [{values}]",
    )
    text = "\n".join(lines)
    return Markdown(text) if len(text) <= MAX_CHARACTERS else None


def flowchart(flows: Sequence[Flow]) -> Markdown | None:
    """Boxes and arrows as the text of a flowchart, each of several flows in a frame; None where it is too large to be drawn."""
    if sum(len(flow.arrows) for flow in flows) > MAX_ARROWS:
        return None
    lines = ["flowchart LR"]
    for number, flow in enumerate(flows, 1):
        framed = len(flows) > 1
        body = list(_boxes_and_arrows(flow, f"s{number}n" if framed else "n"))
        frame = (f'    subgraph s{number}["{quoted(flow.title)}"]', "    direction LR")
        lines += [*frame, *body, "    end"] if framed else body
    text = "\n".join(lines)
    return Markdown(text) if len(text) <= MAX_CHARACTERS else None


def _boxes_and_arrows(flow: Flow, prefix: str) -> Iterator[str]:
    for place, label in enumerate(flow.boxes):
        yield f'    {prefix}{place}["{quoted(label)}"]'
    for arrow in flow.arrows:
        along = f'|"{quoted(arrow.label)}"|' if arrow.label else ""
        yield f"    {prefix}{arrow.start} -->{along} {prefix}{arrow.end}"
    for place in sorted(flow.dashed):
        yield f"    style {prefix}{place} stroke-dasharray: 4"


def quoted(text: str) -> str:
    """A text as it stands between quotation marks: letters, digits and what cannot be markup as they are, the rest as `#NN;`."""
    line = one_line(visible(one_line(text))).replace("\u00a0", " ")
    return "".join(
        character
        if not character.isascii() or character.isalpha() or (at and (character.isdigit() or character in HARMLESS))
        else f"#{ord(character)};"
        for at, character in enumerate(line)
    )


def _plain(value: Fraction) -> str:
    """A number as Mermaid reads it: no exponent, no grouping."""
    return f"{float(value):.4f}".rstrip("0").rstrip(".")


def _lines(timeline: Timeline) -> Iterator[str]:
    widest = max(width(_short(lane.name, MAX_LANE)) for lane in timeline.lanes)
    padding = max(LEAST_PADDING, round(widest * CELL_PIXELS) + MARGIN)
    yield f'%%{{init: {{"gantt": {{"leftPadding": {padding}, "barHeight": 22, "barGap": 5}}}}}}%%'
    yield "gantt"
    yield "    dateFormat YYYY-MM-DD"
    yield "    inclusiveEndDates"
    yield f"    axisFormat {timeline.axis}"
    yield f"    tickInterval {TICKS[timeline.ticks]}"
    yield "    todayMarker off"
    number = 0
    for lane_number, lane in enumerate(timeline.lanes, 1):
        yield f"    section {escape(_short(lane.name, MAX_LANE))}"
        for bar in lane.bars:
            number += not bar.is_milestone
            yield _task(bar, f"m{lane_number}" if bar.is_milestone else f"t{number}")


def _task(bar: Bar, id_: str) -> str:
    if bar.is_milestone:
        return f"    {escape(_short(bar.name, MAX_BAR))} :milestone, {id_}, {bar.start}, 0d"
    return f"    {escape(_short(bar.name, MAX_BAR))} :{id_}, {bar.start}, {bar.end}"


def width(text: str) -> int:
    """About how wide a text is drawn, in Latin letters; Chinese characters count two."""
    return sum(2 if ord(character) >= FIRST_WIDE else 1 for character in text)


def _short(name: str, most: int) -> str:
    """The name cut to what fits beside or in the bars."""
    line = one_line(name)
    if width(line) <= most:
        return line
    while width(line) >= most:
        line = line[:-1]
    return line.rstrip() + "…"
