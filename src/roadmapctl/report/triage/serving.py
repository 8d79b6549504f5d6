"""What of the plan a request serves, line by line."""

from collections.abc import Iterator

from roadmapctl.analysis.triage.grounds import Grounds
from roadmapctl.analysis.triage.serves import ServedGoal
from roadmapctl.i18n.text import shown
from roadmapctl.report.figures import Line, Section
from roadmapctl.report.triage.words import Words


def serving(found: Grounds, words: Words) -> Section:
    """Goal, segment, strategy and focus area."""
    lines = (
        *_goal(found, words),
        *_standing(found, words),
        *_segment(found, words),
        *_strategy(found, words),
        *_focus(found, words),
    )
    return Section(words.label("serves"), lines=lines)


def _goal(found: Grounds, words: Words) -> Iterator[Line]:
    serves = found.serves
    chain = words.label("arrow").join(_link(link, words) for link in serves.chain) or words.label("nothing")
    by_metric = serves.said_by == "metric"
    yield Line(words.label("goal"), words.label("goal_by_metric", goal=chain) if by_metric else chain)


def _link(link: ServedGoal, words: Words) -> str:
    if link.of == "plan":
        return words.plan.goal(link.id)
    return words.label("of_parent", goal=link.goal.name or words.plan.id(link.id))


def _standing(found: Grounds, words: Words) -> Iterator[Line]:
    stands = found.standing
    if stands is not None:
        fields = {"pacing": words.plan.reached(stands.pacing), "day": words.plan.day(stands.day)}
        yield Line(words.label("standing"), words.label("standing_is", **fields))


def _segment(found: Grounds, words: Words) -> Iterator[Line]:
    segment = found.serves.segment
    if segment is None:
        yield Line(words.label("segment"), words.label("not_said"))
        return
    text = words.label("segment_is", segment=shown(words.plan.segment(segment.id)), status=words.label(segment.status))
    other = "" if segment.in_goal is None else words.label("other_segment", segment=words.plan.segment(segment.in_goal))
    yield Line(words.label("segment"), text + other)


def _strategy(found: Grounds, words: Words) -> Iterator[Line]:
    carried, plan = found.serves.strategy, words.plan
    steps = plan.join(f"{plan.id(start or None)} → {plan.id(end or None)}" for start, end in carried.journey)
    yield Line(words.label("journey"), steps or words.label("nothing"))
    yield Line(words.label("channel"), _channel(found, words))
    if carried.messages and plan.plan.strategy is not None:
        messages = plan.plan.strategy.messages
        names = (messages[id_].name or plan.id(id_) for id_ in carried.messages)
        yield Line(words.label("message"), plan.join(names))
    if carried.words:
        yield Line(words.label("words"), words.label("words_are", words=plan.join(carried.words)))


def _channel(found: Grounds, words: Words) -> str:
    request, carried = found.request, found.serves.strategy
    if request.channel is None:
        return words.label("not_said")
    key = {True: "reaches", False: "misses", None: "channel_is"}[carried.reaches]
    text = words.label(key, channel=words.plan.id(request.channel))
    if not carried.tactics:
        return text
    return words.label("channel_planned", channel=text, tactics=words.tactics(carried.tactics))


def _focus(found: Grounds, words: Words) -> Iterator[Line]:
    areas = words.plan.plan.focus
    if areas:
        names = words.plan.join(areas[id_].name or words.plan.id(id_) for id_ in found.serves.focus)
        yield Line(words.label("focus"), names or words.label("nothing"))
