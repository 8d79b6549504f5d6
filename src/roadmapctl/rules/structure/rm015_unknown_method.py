"""The plan follows a method that is not known.

`framework` names the planning methods whose elements are asked for. A name that is no method asks for nothing, so the
plan would look complete without ever having been held against it.

Write the method's name as the finding proposes it, or take it out of the list.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
framework: [seven-steps]   # <- RM015
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.frameworks import framework, names
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM015",
    Severity.ERROR,
    title_zh="计划所依据的方法不存在",
    en="“{method}” is not a planning method",
    zh="“{method}”不是已知的规划方法",
    whole=("framework",),
)
def unknown_method(plan: Plan) -> Iterator[Finding]:
    """Entries of `framework` that name no method."""
    for index, method in enumerate(plan.framework):
        if method not in names():
            yield Finding(("framework", index), {"method": method}, help=_mend(method))


def _mend(method: str) -> Message:
    from roadmapctl.model.nearest import nearest

    likely = _by_its_title(method) or nearest(method, names())
    if likely is not None:
        return Message("did you mean “{likely}”?", "是否想写“{likely}”？", {"likely": likely})
    return Message("there are: {known}", "现有：{known}", {"known": tuple(names())})


def _by_its_title(method: str) -> str | None:
    """The method whose Chinese title holds the words: `七步法`, `金字塔`."""
    known = [one for one in map(framework, names()) if one is not None]
    titled = [one.id for one in known if len(method) > 1 and method in one.title[1]]
    return titled[0] if len(titled) == 1 else None
