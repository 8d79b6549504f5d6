"""The ideas in their order, a table for each method of scoring."""

from collections.abc import Iterator, Mapping

from roadmapctl.analysis.ideas.choose import Ideas
from roadmapctl.analysis.ideas.scored import CONFIDENCE_SCALE, Ranking, Scored, turned_by_the_other_form
from roadmapctl.model.tactics import Score
from roadmapctl.report.figures import Section, Table
from roadmapctl.report.ideas.words import Words


def ranking_sections(found: Ideas, words: Words, columns: str) -> Iterator[Section]:
    """A section for each method by which an idea is scored. `columns` are keys of heads, `score` standing for the method's."""
    for ranking in found.rankings:
        yield Section(
            words.label(f"ranked_{ranking.method}"),
            table=_table(found, ranking, words, columns.replace("score", ranking.method)),
            notes=tuple(_notes(found, ranking, words)),
        )


def _table(found: Ideas, ranking: Ranking, words: Words, heads: str) -> Table:
    taken = {row.id for row in found.chosen.ideas}
    rows = [_cells(row, words, ranking, in_set=row.id in taken) for row in ranking.rows]
    how = _how(found, ranking)
    for row, cells in zip(ranking.rows, rows, strict=True):
        cells["how"] = words.label(how, **_parts(words.wording.plan.ideas[row.id].score or Score(), words))
    keys = [head.removeprefix(">") for head in heads.split()]
    return Table(words.columns(heads), tuple(tuple(cells[key] for key in keys) for cells in rows))


def _how(found: Ideas, ranking: Ranking) -> str:
    return "how_rice" if ranking.method == "rice" else f"how_ice_{found.ice}"


def _parts(score: Score, words: Words) -> Mapping[str, str]:
    """What a score is made of, as texts; confidence also on the scale of the others."""
    count, confidence = words.wording.units, score.confidence
    return {
        **{part: count(getattr(score, part)) for part in ("reach", "impact", "effort", "ease")},
        "confidence": words.wording.share(confidence, 0),
        "of_ten": "" if confidence is None else count(confidence * CONFIDENCE_SCALE),
    }


def _cells(row: Scored, words: Words, ranking: Ranking, *, in_set: bool) -> dict[str, str]:
    """The texts of a row, by the keys of their heads."""
    wording, idea = words.wording, words.wording.plan.ideas[row.id]
    return {
        "rank": rank_of(row, words),
        "idea": words.idea(row.id),
        "lever": words.lever(idea.lever),
        "segment": wording.segment(idea.segment),
        "goal": wording.goal(idea.goal),
        ranking.method: words.number(row.score),
        "budget": words.money(idea.budget),
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
