"""The digital strategy roadmap in seven steps: the spine of the plan format."""

from roadmapctl.frameworks.element import Element, Framework

SEVEN_STEP = Framework(
    "seven-step",
    "Digital strategy roadmap in seven steps",
    "数字化战略路线图七步法",
    (Element("today", "Where we stand today", "我们的现状", "discovery.today"),),
)
