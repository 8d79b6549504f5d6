"""What the methods' own sections say: rows in order, scores by their definition, gaps by name."""

from pathlib import Path

from roadmapctl.project import check_text
from roadmapctl.report.view import events, ideas, quarter, transformation
from roadmapctl.report.wording import Wording
from tests.cli.run import roadmapctl

HEAD = "roadmap: 1\nname: X\ncurrency: EUR\nperiod: 2027-Q3\n"


def words(text: str, language: str = "en") -> Wording:
    """The wording of a small plan."""
    checked = check_text((HEAD + text).encode(), "plan.yaml")
    assert checked.plan is not None, checked.diagnostics
    return Wording(checked.plan, "zh" if language == "zh" else "en")


def test_ideas_are_ranked_by_rice() -> None:
    plan = """
ideas:
  unscored: {name: Unscored}
  podcast: {name: Podcast, lever: content, score: {reach: 800, impact: 2, confidence: 50%, effort: 4}}
  press: {name: Press, lever: media, score: {reach: 2_000, impact: 0.5, confidence: 80%, effort: 2}}
"""
    section, missing = ideas.ideas(words(plan))
    assert section.table is not None and missing.table is not None
    table = section.table.filled()
    heads = [column.head for column in table.columns]
    # 2,000 × 0.5 × 0.8 / 2 = 400; 800 × 2 × 0.5 / 4 = 200
    assert [(row[1], row[heads.index("RICE")]) for row in table.rows] == [("Press", "400"), ("Podcast", "200")]
    assert section.notes == ("RICE = reach × impact × confidence ÷ effort",)
    assert missing.table.rows[0][:2] == ("Unscored", "ideas.unscored.score.reach")


def test_ice_is_a_product_and_says_so() -> None:
    section, _ = ideas.ideas(words("ideas:\n  a: {score: {impact: 3, confidence: 50%, ease: 4}}\n", "zh"))
    assert section.table is not None and section.table.rows[0][-2] == "6"
    assert section.notes == ("ICE = 影响 × 信心 × 难易，信心按 0–1 计",)


def test_hypotheses_say_values_in_the_units_of_their_metric() -> None:
    plan = """
metrics: {rate: {name: Session-to-contact, unit: rate, kind: stock}}
tactics: {page: {name: Page, hypothesis: {because: few scroll, change: form on top, metric: rate, from: 0.75%, to: 1%}}}
"""
    (section,) = quarter.hypotheses(words(plan))
    assert section.table is not None
    assert section.table.rows == (("Page", "few scroll", "form on top", "Session-to-contact", "0.75%", "1%"),)


def test_initiatives_stand_under_their_focus_area_and_the_others_last() -> None:
    plan = "focus: {web: {name: Website}}\ntactics: {other: {name: Other}, page: {name: Page, focus: web}}\n"
    found = quarter.initiatives(words(plan))
    assert [(s.title, [row[0] for row in s.table.rows]) for s in found if s.table] == [
        ("Website", ["Page"]),
        ("", ["Other"]),
    ]


def test_the_content_matrix_names_its_gaps() -> None:
    plan = """
tactics:
  late: {name: Late, event: {date: 2027-09-01, stage: aware, content: hub}}
  early: {name: Early, event: {date: 2027-07-01, stage: buy, content: hero}}
"""
    grid, balance = events.content(words(plan))
    assert grid.table is not None and balance.table is not None
    assert [row[1] for row in grid.table.rows] == ["Late (hub)", "gap", "gap", "Early (hero)", "gap"]
    assert grid.notes[1:] == ("No event speaks to: consider, compare, buy again.",)
    assert balance.notes == ("No event is of the tier: hygiene.",)
    listing, _ = events.programme(words(plan))
    assert listing.table is not None and [row[1] for row in listing.table.rows] == ["Early", "Late"]


def test_stakeholders_begin_with_the_executives() -> None:
    plan = "organization: {stakeholders: {sales: {level: middle, stance: opposed}, cfo: {level: executive}}}\n"
    (section,) = transformation.stakeholders(words(plan))
    assert section.table is not None and [row[1] for row in section.table.rows] == ["executive", "middle management"]


def test_a_review_says_what_it_found(tmp_path: Path) -> None:
    plan = tmp_path / "roadmap.yaml"
    review = "{date: 2027-09-16, strengths: [fast], weaknesses: [late start], changes: [begin in June]}"
    plan.write_text(f"{HEAD}framework: [quarterly]\nmeasurement: {{reviews: {{final: {review}}}}}\n")
    out = roadmapctl("report", plan).out
    assert "- **Strengths** — fast\n- **Weaknesses** — late start\n- **Changes** — begin in June\n" in out
