"""An idea is scored on another scale than the others.

Scores are compared, so they must be on one scale. Of RICE, impact is 0.25 (hardly any) to 3 (massive). Of ICE, impact and ease are
each 1 to 10. An ease of 80 puts an idea in front of all others by a slip of the pen.

Write the value on the scale of its method; an idea that states reach and effort is scored by RICE, one that states its ease by ICE.

Bad:

```yaml
roadmap: 1
name: Year
ideas:
  podcast: {lever: content, score: {reach: 800, impact: 30, confidence: 50%, effort: 3}}   # <- RM651
  quiz: {lever: content, score: {impact: 6, confidence: 50%, ease: 80}}   # <- RM651
```

Good:

```yaml
roadmap: 1
name: Year
ideas:
  podcast: {lever: content, score: {reach: 800, impact: 3, confidence: 50%, effort: 3}}
  quiz: {lever: content, score: {impact: 6, confidence: 50%, ease: 8}}
```
"""

from collections.abc import Iterator
from decimal import Decimal

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.model.tactics import Score
from roadmapctl.rules.rule import Finding, rule

RICE_IMPACT, TEN = Decimal(3), Decimal(10)


@rule(
    "RM651",
    Severity.WARNING,
    title_zh="点子的评分超出量表",
    en="{idea} has an {part} of {value}, and the scale ends at {most}",
    zh="{idea} 的 {part} 为 {value}，而量表的上限是 {most}",
    help_en="impact is 0.25 to 3 for RICE and 1 to 10 for ICE, ease 1 to 10",
    help_zh="impact：RICE 为 0.25 至 3，ICE 为 1 至 10；ease 为 1 至 10",
)
def score_off_its_scale(plan: Plan) -> Iterator[Finding]:
    """Parts of a score above the end of their scale."""
    for id, idea in plan.ideas.items():
        for part, value, most in _scales(idea.score) if idea.score is not None else ():
            if value is not None and value > most:
                fields = {"idea": id, "part": part, "value": value, "most": most}
                yield Finding(("ideas", id, "score", part), fields)


def _scales(score: Score) -> tuple[tuple[str, Decimal | None, Decimal], ...]:
    """The parts that have a scale, each with its end; impact has that of ICE as soon as the ease is said."""
    is_rice = score.ease is None and (score.reach is not None or score.effort is not None)
    return ("impact", score.impact, RICE_IMPACT if is_rice else TEN), ("ease", score.ease, TEN)
