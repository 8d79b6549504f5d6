"""A request held against a plan, in sections of finished texts: the verdict first, then all that it rests on."""

from collections.abc import Iterator
from typing import NamedTuple

from roadmapctl.analysis.triage.grounds import Grounds
from roadmapctl.analysis.triage.triage import Triage
from roadmapctl.analysis.triage.worth import Compared, Offer
from roadmapctl.i18n import numbers
from roadmapctl.report.figures import Column, Figures, Line, Section, Table
from roadmapctl.report.triage.displaced import displaced
from roadmapctl.report.triage.serving import serving
from roadmapctl.report.triage.unsaid import place
from roadmapctl.report.triage.words import Words
from roadmapctl.report.wording import Wording


def figures(found: Triage, wording: Wording) -> Figures:
    """The whole of a triage."""
    view = _View(found.grounds, Words(wording, found.grounds.request))
    sections = (
        _verdict(found, view.words),
        serving(found.grounds, view.words),
        *view.scores(),
        *view.prices(),
        view.room(),
        *displaced(found.grounds, view.words),
        *view.unsaid(),
    )
    return Figures(view.words.label("title", request=view.words.name), sections, view.words.label("colon"))


def _verdict(found: Triage, words: Words) -> Section:
    """What to do, why, and what would change that."""
    displaced = found.grounds.displacement
    tactics = words.tactics(one.id for one in displaced.tactics) if displaced is not None else ""
    lines = (
        Line(words.label("plan"), words.plan.plan.name),
        Line(words.label("verdict"), words.label(found.verdict.kind, tactics=tactics)),
        Line(words.label("question"), words.question(found.verdict)),
    )
    return Section(lines=lines, notes=words.reasons(found.verdict))


class _View(NamedTuple):
    found: Grounds
    words: Words

    def scores(self) -> Iterator[Section]:
        """Its rank by each method, and what the method is."""
        label = self.words.label
        lines = []
        for one in self.found.ranked:
            key = "rank" if one.of > 1 else "alone"
            text = label(key, score=numbers.number(one.score), rank=str(one.rank), of=str(one.of))
            lines.append(Line(label(one.method), text))
        if lines:
            yield Section(label("score"), lines=tuple(lines))

    def prices(self) -> Iterator[Section]:
        """For each metric that it moves, what one costs by each way."""
        for one in self.found.compared:
            title = self.words.label("price_title", metric=self.words.plan.metric(one.metric))
            yield Section(title, table=self._offers(one), notes=(self._state(one),))

    def _offers(self, one: Compared) -> Table:
        label = self.words.label
        each = label("per_point" if self.words.is_rate(one.metric) else "per_unit")
        heads = (Column(label("way"), words=True), Column(label("brings")), Column(label("costs")), Column(each))
        return Table(heads, tuple(self._offer(one.metric, offer) for offer in one.offers))

    def _offer(self, metric: str, offer: Offer) -> tuple[str, ...]:
        words = self.words
        name = f"▶ {words.label('this')}" if offer.id is None else words.plan.tactic(offer.id)
        cost = words.label("not_said") if offer.cost is None else words.plan.money(offer.cost)
        return name, words.amount(offer.amount, metric), cost, words.price(offer.per_unit, metric)

    def _state(self, one: Compared) -> str:
        """Whether the goal is covered without it."""
        words = self.words
        if one.aim is None or one.gap is None:
            return words.label("no_goal_on")
        values = {"way": one.aim.way, "planned": one.planned, "gap": one.gap}
        said = {key: words.amount(value, one.metric) for key, value in values.items()}
        return words.label("goal_state" if one.gap else "goal_covered", goal=words.plan.goal(one.aim.goal), **said)

    def room(self) -> Section:
        """What money and people there are."""
        return Section(self.words.label("room"), lines=(*self._money(), *self._hands()))

    def _money(self) -> Iterator[Line]:
        money, words = self.found.money, self.words
        unsaid = words.label("not_said")
        for key in ("budget", "planned", "left", "asked"):
            value = getattr(money, key)
            if value is not None or key in ("budget", "asked"):
                yield Line(words.label(key), unsaid if value is None else words.plan.money(value))
        if money.short:
            yield Line(words.label("short"), words.plan.money(money.short))
        if money.unpriced and money.left is not None:
            yield Line(words.label("unpriced"), words.tactics(money.unpriced))

    def _hands(self) -> Iterator[Line]:
        hands, words = self.found.hands, self.words
        owner = hands.owner
        if owner is None:
            named = self.found.request.owner
            yield Line(words.label("owner"), words.plan.person(named) if named else words.label("not_said"))
        else:
            fields = {"running": str(owner.running), "limit": str(owner.limit)}
            yield Line(words.label("owner"), words.label("load", person=words.plan.person(owner.person), **fields))
        if hands.others:
            yield Line(words.label("others"), words.plan.join(self._free()))
        if hands.free_from is not None:
            yield Line(words.label("free_from"), words.plan.day(hands.free_from))

    def _free(self) -> Iterator[str]:
        for one in self.found.hands.others:
            fields = {"running": str(one.running), "limit": str(one.limit)}
            yield self.words.label("free", person=self.words.plan.person(one.person), **fields)

    def unsaid(self) -> Iterator[Section]:
        """What nobody said, and how to say it."""
        label = self.words.label
        lines = (
            Line(label(f"unsaid_{key}"), place(self.found.request, key, self.words))
            for key in self.found.request.unsaid
        )
        if found := tuple(lines):
            yield Section(label("unsaid"), lines=found)
