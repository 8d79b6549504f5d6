"""A rule failed.

A fault of roadmapctl, not of the plan: the rule named in the finding could not look at it. The other rules have been asked.
Report it together with the plan, or a part of it that shows the fault.
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM099", Severity.ERROR, __name__, title_zh="规则运行失败")
