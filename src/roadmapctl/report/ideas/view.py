"""A plan's ideas in words and formatted numbers: the order, the best set, what is left out, the levers, what is to be filled in."""

from collections.abc import Iterator
from fractions import Fraction

from roadmapctl.analysis.ideas.choose import Chosen, Ideas, Left, LeverRow, Way
from roadmapctl.report.figures import Figures, Section, Table
from roadmapctl.report.ideas.limits import limit_lines
from roadmapctl.report.ideas.ranking import rank_of, ranking_sections
from roadmapctl.report.ideas.words import Words
from roadmapctl.report.wording import Wording

CLI_COLUMNS = "rank idea lever >how >score >budget chosen"


def ideas_figures(found: Ideas, wording: Wording) -> Figures:
    """All of it under the plan's name."""
    words = Words(wording)
    colon = words.label("colon")
    sections = (
        Section(lines=limit_lines(found, words)),
        *ranking_sections(found, words, CLI_COLUMNS),
        *set_sections(found, words),
        levers_section(found, words),
        *gap_sections(found, words),
    )
    return Figures(f"{words.label('title')}{colon}{wording.plan.name}", sections, colon)


def set_sections(found: Ideas, words: Words) -> Iterator[Section]:
    """The best set, and what is not in it; nothing where no idea can be combined."""
    chosen = found.chosen
    if chosen.ideas or chosen.left:
        table = _set_table(found, words) if chosen.ideas else None
        yield Section(words.label("best"), table=table, notes=tuple(_set_notes(found, words)))
    if chosen.left:
        rows = tuple(_left_row(left, words) for left in chosen.left)
        columns = words.columns("rank idea lever >effect >effort >budget >more_money >more_time in_place_of")
        yield Section(words.label("left"), table=Table(columns, rows), notes=tuple(_next(chosen, words)))


def _set_table(found: Ideas, words: Words) -> Table:
    chosen, ideas = found.chosen, words.wording.plan.ideas
    rows = [
        (
            rank_of(row, words),
            words.idea(row.id),
            words.lever(ideas[row.id].lever),
            words.number(row.effect),
            words.wording.count(ideas[row.id].score.effort if ideas[row.id].score else None),  # type: ignore[union-attr]
            words.money(ideas[row.id].budget),
        )
        for row in chosen.ideas
    ]
    total = (
        "",
        words.label("total"),
        "",
        words.number(chosen.effect),
        words.number(chosen.effort) if chosen.effort else "",
        words.money(chosen.cost),
    )
    return Table(words.columns("rank idea lever >effect >effort >budget"), (*rows, total))


def _set_notes(found: Ideas, words: Words) -> Iterator[str]:
    chosen = found.chosen
    yield words.note(f"effect_{found.method}")
    if len(found.rankings) > 1:
        other = "ice" if found.method == "rice" else "rice"
        yield words.note("other_method", method=found.method.upper(), other=other)
    if not chosen.ideas:
        yield words.note("none_fits")
    elif found.money.amount is None and found.time.person_months is None:
        yield words.note("no_limit")
    elif chosen.proved:
        yield words.note("proved")
    else:
        yield words.note("unproved", bound=words.number(chosen.bound))
    yield from _rest(found, words)


def _rest(found: Ideas, words: Words) -> Iterator[str]:
    """What of the limits the set leaves, and what it does not count."""
    chosen = found.chosen
    money, time = found.money.amount, found.time.person_months
    if money is not None and money > chosen.cost:
        yield words.note("money_rest", money=words.wording.money(money - chosen.cost))
    if time is None:
        return
    if time > chosen.effort:
        yield words.note("time_rest", months=words.months(time - chosen.effort))
    silent = [words.idea(row.id) for row in chosen.ideas if not _says_effort(row.id, words)]
    if silent:
        yield words.note("without_effort", ideas=words.wording.join(silent))


def _says_effort(id_: str, words: Words) -> bool:
    score = words.wording.plan.ideas[id_].score
    return score is not None and score.effort is not None


def _left_row(left: Left, words: Words) -> tuple[str, ...]:
    idea, way = words.wording.plan.ideas[left.idea.id], left.by_money or left.by_time
    return (
        rank_of(left.idea, words),
        words.idea(left.idea.id),
        words.lever(idea.lever),
        words.number(left.idea.effect),
        words.number(left.effort) if left.effort else "",
        words.money(idea.budget),
        "" if left.by_money is None else words.money(left.by_money.amount),
        "" if left.by_time is None else words.number(left.by_time.amount),
        "" if way is None else words.wording.join(words.idea(id_) for id_ in way.out),
    )


def _next(chosen: Chosen, words: Words) -> Iterator[str]:
    """What the least more of money, and of time, would bring into the set; else what the best of the others takes of both."""
    ways = [(left, left.by_money) for left in chosen.left], [(left, left.by_time) for left in chosen.left]
    for key, found in zip(("money", "time"), ways, strict=True):
        known = [(left, way) for left, way in found if way is not None]
        if known:
            yield _nearest(key, *min(known, key=lambda pair: pair[1].amount), words)
    best = next((left for left in chosen.left if left.idea.effect > 0), None)
    if best is not None and not any(left.by_money or left.by_time for left in chosen.left):
        fields = {"money": words.wording.money(best.money_short), "months": words.months(best.time_short)}
        yield words.note("next_both", idea=words.idea(best.idea.id), **fields)


def _nearest(key: str, left: Left, way: Way, words: Words) -> str:
    amount = words.wording.money(way.amount) if key == "money" else words.months(way.amount)
    out = words.wording.join(words.idea(id_) for id_ in way.out)
    place = words.note("in_place", ideas=out) if out else ""
    fields = {"amount": amount, "place": place, "effect": words.number(way.effect)}
    return words.note(f"next_{key}", idea=words.idea(left.idea.id), **fields)


def levers_section(found: Ideas, words: Words) -> Section:
    """A row for each of the four levers: what there is of ideas, what is chosen, what the tactics do already."""
    rows = tuple(_lever_row(row, words) for row in found.levers)
    columns = words.columns("lever >ideas >chosen >effect >spend >tactics >planned")
    return Section(words.label("levers"), table=Table(columns, rows), notes=tuple(_lever_notes(found, words)))


def _lever_row(row: LeverRow, words: Words) -> tuple[str, ...]:
    money = words.money
    return (
        words.lever(row.lever) or words.label("no_lever"),
        words.number(Fraction(row.ideas)),
        words.number(Fraction(row.chosen)),
        words.number(row.effect),
        money(row.cost),
        words.number(Fraction(row.tactics)),
        money(row.planned),
    )


def _lever_notes(found: Ideas, words: Words) -> Iterator[str]:
    named = [row for row in found.levers if row.lever is not None]
    empty = [words.lever(row.lever) for row in named if not row.ideas]
    idle = [words.lever(row.lever) for row in named if not row.chosen and not row.tactics]
    if empty:
        yield words.note("no_idea_for", levers=words.wording.join(empty))
    if idle:
        yield words.note("idle", levers=words.wording.join(idle))


def gap_sections(found: Ideas, words: Words) -> Iterator[Section]:
    """A row for each key that an idea lacks."""
    rows = tuple(
        (words.idea(gap.id) if not n else "", f"ideas.{gap.id}.{key}", words.meaning(key))
        for gap in found.gaps
        for n, key in enumerate(gap.keys)
    )
    if rows:
        notes = tuple(_gap_notes(found, words))
        yield Section(words.label("gaps"), table=Table(words.columns("idea write meaning"), rows), notes=notes)


def _gap_notes(found: Ideas, words: Words) -> Iterator[str]:
    keys = {key for gap in found.gaps for key in gap.keys}
    if any(key.startswith("score.") for key in keys):
        yield words.note("not_ranked")
    if "budget" in keys and found.money.amount is not None:
        yield words.note("not_combined")


def limits_section(found: Ideas, words: Words) -> Section:
    """What there is to spend, as a section of a report."""
    colon = words.label("colon")
    return Section(notes=tuple(f"{line.label}{colon}{line.value}" for line in limit_lines(found, words)))
