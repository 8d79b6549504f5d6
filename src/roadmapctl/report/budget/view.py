"""The split of a budget in words and formatted numbers, the same for every format that people read."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from roadmapctl.analysis.allocation.allocate import Allocation, Best
from roadmapctl.analysis.allocation.obstacle import Stopped
from roadmapctl.analysis.allocation.steps import Step, steps
from roadmapctl.analysis.allocation.totals import Totals
from roadmapctl.i18n.budget_words import STEPS
from roadmapctl.i18n.numbers import number, share, signed
from roadmapctl.i18n.text import say, shown
from roadmapctl.report.budget.grounds import grounds
from roadmapctl.report.budget.table import split_table
from roadmapctl.report.budget.words import Words
from roadmapctl.report.figures import Figures, Line, Section
from roadmapctl.report.funnel.forms import ABSENT


def budget_figures(allocation: Allocation, words: Words, *, name: str | None, explained: bool = False) -> Figures:
    """What there is to split, the answer to each question beside the plan's own split, and what the answers rest on.

    `name` is the plan's.
    """
    view = _View(allocation, words)
    notes = tuple(grounds(allocation, words))
    sections = [
        Section(lines=tuple(view.header())),
        *view.answers(),
        *([Section(notes=notes)] if notes else []),
        *([Section(words.label("steps"), steps=tuple(view.steps()))] if explained else []),
    ]
    title, colon = words.label("budget"), words.label("colon")
    return Figures(f"{title}{colon}{shown(name)}" if name else title, tuple(sections), colon)


class _View(NamedTuple):
    found: Allocation
    words: Words

    def header(self) -> Iterator[Line]:
        """What there is to split, what is to be won, and what comes without any of it."""
        found, words = self.found, self.words
        if found.amount is not None and found.most_deals is not None:
            yield Line(words.label(f"amount_{found.amount_from}"), words.money(found.amount))
        if found.demand is not None:
            yield Line(words.label("target"), number(found.demand.deals))
        if found.anyway:
            yield Line(words.label("anyway"), number(found.anyway))

    def answers(self) -> Iterator[Section]:
        """A section for each question that was asked."""
        found, words = self.found, self.words
        if found.most_deals is not None:
            title = words.label("most_deals", amount=words.money(found.amount))
            yield self._section(title, found.most_deals, self._of_most)
        if found.least_spend is not None:
            deals = ABSENT if found.demand is None else number(found.demand.deals)
            yield self._section(words.label("least_spend", deals=deals), found.least_spend, self._of_least)

    def _section(self, title: str, answer: Best | Stopped, notes: Callable[[Best], Iterator[str]]) -> Section:
        if not isinstance(answer, Best):
            return Section(title, lines=(Line(self.words.label("impossible"), self.words.reason(answer)),))
        return Section(title, table=split_table(self.found, answer, self.words), notes=tuple(notes(answer)))

    def _of_most(self, best: Best) -> Iterator[str]:
        words, found = self.words, self.found
        yield from self._beside() if found.own is None else self._moved(best.totals, found.own)
        yield from self._price(best)
        deals, bound = number(best.totals.deals), number(best.bound)
        if best.proved:
            yield words.note("proved_deals", amount=words.money(found.amount), bound=bound)
        else:
            yield words.note("unproved_deals", deals=deals, bound=bound)
        if best.unspent > 0:
            whole = any(
                choice.option.step is not None and choice.option.step > best.unspent for choice in found.choices
            )
            yield words.note(
                "unspent_rest" if whole and best.price is not None else "unspent", amount=words.money(best.unspent)
            )

    def _moved(self, best: Totals, own: Totals) -> Iterator[str]:
        """What moving the plan's money brings."""
        words, more = self.words, best.deals - own.deals
        if self.found.amount != own.spend:
            yield words.note("other_amount", own=words.money(own.spend), deals=number(own.deals))
        elif number(abs(more)) == "0":
            yield words.note("as_good")
        elif more > 0:
            part = share(more / own.deals) if own.deals else ABSENT
            yield words.note("moved", more=number(more), percent=signed(part))
        else:
            yield words.note("bounded", more=number(-more))

    def _beside(self) -> Iterator[str]:
        """Which of the plan's own spends are not known."""
        unknown = [self.words.source(choice.id) for choice in self.found.choices if choice.own is None]
        yield self.words.note("own_unknown", sources=self.words.forms.join(unknown))

    def _of_least(self, best: Best) -> Iterator[str]:
        words, own = self.words, self.found.own
        if not best.totals.spend:
            yield words.note("met")
            return
        if own is not None:
            less = own.spend - best.totals.spend
            key, name = ("saves", "less") if less >= 0 else ("costs_more", "more")
            yield words.note(key, **{name: words.money(abs(less))}, deals=number(own.deals))
        yield from self._price(best)
        fields = {"deals": number(best.totals.deals), "bound": words.money(best.bound)}
        if best.proved:
            yield words.note("proved_spend", **fields)
        else:
            yield words.note("unproved_spend", **fields, spend=words.money(best.totals.spend))

    def _price(self, best: Best) -> Iterator[str]:
        if best.price is None:
            yield self.words.note("no_price")
        else:
            yield self.words.note("price", price=self.words.money(best.price))
            if any(row.events is not None and row.bound == "between" for row in best.totals.rows):
                yield self.words.note("whole")

    def steps(self) -> Iterator[Line]:
        """The arithmetic of the first answer there is."""
        answers = (self.found.most_deals, self.found.least_spend)
        best = next((answer for answer in answers if isinstance(answer, Best)), None)
        for step in steps(self.words.funnel, self.found, best) if best is not None else ():
            yield Line(self._step(step), step.formula)

    def _step(self, step: Step) -> str:
        names: dict[str, Callable[[Any], str]] = {
            "source": self.words.source,
            "stage": self.words.stage,
            "spend": self.words.money,
        }
        said = {key: names[key](value) if key in names else value for key, value in step.fields.items()}
        return say(*STEPS[step.key], said, self.words.forms.language)
