"""What a report says: rows of texts, ordered and formatted, that every writer and every template lays out.

A view is built from a plan, its analysis and its findings, in one language. All leaves are texts, with every number, date
and name already written; what the plan does not say is an empty text, an empty tuple, or, for a whole section, None.
Nothing in it is escaped: that is the writer's business.
"""

from roadmapctl.report.view.build import Overview, build

__all__ = ["Overview", "build"]
