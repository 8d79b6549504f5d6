"""An event's sign-up form has many fields.

Every further field costs sign-ups, and most of what a form asks can be asked later, when somebody comes back (progressive
profiling). Four are enough to begin with: a name, a company, one way to reach the person, and one question that grades the lead.

Keep the four that you need to grade and to call back, and ask for the rest after the event.

Bad:

```yaml
# asked: RM641
roadmap: 1
name: Spring
tactics:
  tasting: {event: {format: webinar, form_fields: 9}}   # <- RM641
```

Good:

```yaml
# asked: RM641
roadmap: 1
name: Spring
tactics:
  tasting: {event: {format: webinar, form_fields: 4}}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

FEW_FIELDS = 4


@rule(
    "RM641",
    Severity.WARNING,
    title_zh="活动报名表字段过多",
    en="the sign-up form of {tactic} has {fields} fields; {few} are enough to begin with",
    zh="{tactic} 的报名表有 {fields} 项；起步 {few} 项就够",
    help_en="keep name, company, one way to reach the person and one question that grades the lead; ask the rest later",
    help_zh="请保留姓名、公司、一种联系方式和一个分级问题，其余信息之后再逐步补充",
    asked=True,
)
def form_of_many_fields(plan: Plan) -> Iterator[Finding]:
    """Sign-up forms of more than four fields."""
    for id, tactic in plan.tactics.items():
        event = tactic.event
        if event is not None and event.form_fields is not None and event.form_fields > FEW_FIELDS:
            fields = {"tactic": id, "fields": event.form_fields, "few": FEW_FIELDS}
            yield Finding(("tactics", id, "event", "form_fields"), fields)
