"""The ideas in their order, a table for each method of scoring."""

from collections.abc import Iterator, Mapping

from roadmapctl.analysis.ideas.choose import Ideas
from roadmapctl.analysis.ideas.scored import PARTS, Ranking, Scored, turned_by_the_other_form
from roadmapctl.model.tactics import Score
from roadmapctl.report.figures import Column, Section, Table
from roadmapctl.report.ideas.words import Words


def ranking_sections(found: Ideas, words: Words, columns: str) -> Iterator[Section]:
    """A section for each method by which an idea is scored. `columns` are keys of heads, `score` standing for the method's."""
    for ranking in found.rankings:
        heads = columns.replace("score", ranking.method).split()
        kept = [head for head in heads if _belongs(head.removeprefix(">"), ranking)]
        yield Section(
            words.label(f"ranked_{ranking.method}"),
            table=_table(found, ranking, words, kept),
            notes=tuple(_notes(found, ranking, words)),
        )


def _belongs(head: str, ranking: Ranking) -> bool:
    """Is it no part of a score, or of this method's?"""
    parts = {part for method in PARTS.values() for part in method}
    return head not in parts or head in PARTS[ranking.method]


def _table(found: Ideas, ranking: Ranking, words: Words, heads: list[str]) -> Table:
    columns: tuple[Column, ...] = words.columns(" ".join(heads))
    taken = {row.id for row in found.chosen.ideas}
    rows = [_cells(row, words, ranking, in_set=row.id in taken) for row in ranking.rows]
    keys = [head.removeprefix(">") for head in heads]
    return Table(columns, tuple(tuple(cells[key] for key in keys) for cells in rows))


def _cells(row: Scored, words: Words, ranking: Ranking, *, in_set: bool) -> Mapping[str, str]:
    """The texts of a row, by the keys of their heads."""
    wording, idea = words.wording, words.wording.plan.ideas[row.id]
    score = idea.score or Score()
    return {
        "rank": rank_of(row, words),
        "idea": words.idea(row.id),
        "lever": words.lever(idea.lever),
        "segment": wording.segment(idea.segment),
        "goal": wording.goal(idea.goal),
        "reach": wording.count(score.reach),
        "impact": wording.count(score.impact),
        "confidence": wording.share(score.confidence, 0),
        "effort": wording.count(score.effort),
        "ease": wording.count(score.ease),
        ranking.method: words.number(row.score),
        "budget": wording.money(idea.budget),
        "chosen": words.label("yes") if in_set else "",
    }


def rank_of(row: Scored, words: Words) -> str:
    """The rank, with a mark where it is shared."""
    return words.label("tied", rank=row.rank) if row.tied else str(row.rank)


def _notes(found: Ideas, ranking: Ranking, words: Words) -> Iterator[str]:
    yield words.note("rice_is" if ranking.method == "rice" else f"ice_{found.ice}_is")
    ranks = dict.fromkeys(str(row.rank) for row in ranking.rows if row.tied)
    if ranks:
        yield words.note("tied", ranks=words.wording.join(ranks))
    if ranking.method == "ice" and turned_by_the_other_form(words.wording.plan.ideas, found.ice):
        yield words.note("turned" if found.ice == "product" else "turned_back")
