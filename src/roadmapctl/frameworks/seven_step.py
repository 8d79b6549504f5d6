"""The digital strategy roadmap in seven steps: the spine of the plan format."""

from roadmapctl.frameworks.element import Element, Framework

DISCOVERY = (
    Element("today", "Where we stand today", "我们的现状", "discovery.today", ("RM101",)),
    Element(
        "direction", "Where we want to go, why now, what it will bring", "方向、时机与预期", "discovery", ("RM102",)
    ),
    Element(
        "review",
        "The last period, each figure with its cause",
        "上一周期回顾：数据及其原因",
        "discovery.review",
        ("RM103", "RM104", "RM107"),
    ),
    Element(
        "competitors",
        "Competitors and our position against them",
        "竞争对手与我方定位",
        "discovery.competitors",
        ("RM105", "RM106"),
    ),
    Element("capabilities", "What we can do and what we lack", "能力与短板", "discovery.capabilities"),
)

MARKET = (
    Element(
        "segments",
        "Segments, current and wanted",
        "现有客群与目标客群",
        "market.segments",
        ("RM201", "RM205", "RM206", "RM207"),
    ),
    Element(
        "portrait",
        "Who they are, where they are, what makes them buy",
        "客群画像：是谁、在哪里、为何购买",
        "market.segments",
        ("RM202", "RM203", "RM208"),
    ),
    Element("reasons", "Who bought, who did not, and why", "谁买了、谁没买、为什么", "market.segments", ("RM204",)),
)

GOALS = (
    Element("goals", "Goals, each said in a sentence", "用一句话表述的目标", "goals", ("RM301", "RM312")),
    Element("specific", "Goals that say how much", "目标写明数量", "goals", ("RM302",)),
    Element(
        "measurable", "A metric, a baseline and a target", "指标、基线与目标值", "goals", ("RM303", "RM304", "RM305")
    ),
    Element("time-bound", "A date by which each goal is reached", "每个目标的截止日期", "goals", ("RM306",)),
)

STRATEGY = (
    Element("strategy", "The strategy in one sentence", "一句话战略", "strategy.statement", ("RM401", "RM402")),
    Element("why", "Why this way", "为什么这样做", "strategy.why", ("RM403",)),
    Element(
        "journey",
        "How the pieces work together",
        "各环节如何衔接",
        "strategy.journey",
        ("RM404", "RM405", "RM406"),
    ),
)

MILESTONES = (
    Element("milestones", "Milestones, each with a date", "有日期的里程碑", "milestones", ("RM506", "RM501")),
    Element("success", "A measure of success for each", "每个里程碑的成功标准", "milestones", ("RM502",)),
    Element(
        "way-to-goals", "Milestones on the way to every goal", "通向每个目标的里程碑", "milestones", ("RM504", "RM505")
    ),
)

TACTICS = (
    Element(
        "tactics", "Tactics that reach every milestone", "支撑每个里程碑的打法", "tactics", ("RM615", "RM606", "RM613")
    ),
    Element("timeline", "A timeline", "时间安排", "tactics", ("RM605",)),
    Element("budget", "A budget for each tactic", "每个打法的预算", "tactics", ("RM602",)),
    Element("owner", "An owner for each tactic", "每个打法的负责人", "tactics", ("RM603",)),
    Element("contribution", "What each brings to its milestone's measure", "对里程碑指标的贡献", "tactics", ("RM616",)),
)

MEASUREMENT = (
    Element("metrics", "Metrics and where their numbers come from", "指标及其数据来源", "metrics", ("RM705", "RM702")),
    Element("rhythm", "Actual against plan, at a rhythm", "定期对比实际与计划", "measurement.rhythm", ("RM703",)),
    Element("reviews", "Reviews that change the plan", "据以调整计划的复盘", "measurement.reviews", ("RM701",)),
)

SEVEN_STEP = Framework(
    "seven-step",
    "Digital strategy roadmap in seven steps",
    "数字化战略路线图七步法",
    DISCOVERY + MARKET + GOALS + STRATEGY + MILESTONES + TACTICS + MEASUREMENT,
)
