"""The 90-day marketing roadmap: one quarter of action, tied to the annual plan."""

from roadmapctl.frameworks.element import Element, Framework, Step

# fmt: off
ANNUAL = Step(
    ("Where the quarter comes from", "本季度的出处"),
    ("wider", "today"),
    (
        Element("annual-plan", ("The annual plan it belongs to", "所属的年度计划"),
                ("Which annual plan does this quarter carry out?", "本季度执行的是哪一份年度计划？"),
                "parent", asks=("RM041", "RM042")),
    ),
)

FOCUS = Step(
    ("Focus areas", "聚焦领域"),
    ("focus",),
    (
        Element("focus-areas", ("A few focus areas, each serving goals", "少数几个聚焦领域，各自服务于目标"),
                ("On which few areas will this quarter concentrate, and which goal does each serve?",
                 "本季度聚焦哪几个领域？各自服务于哪个目标？"),
                "focus.*", each=("goals",), at_least=2, at_most=5, asks=("RM624",)),
        Element("kpis-to-improve", ("The KPIs each area improves", "各领域要改善的指标"),
                ("Which KPI does each focus area improve?", "每个聚焦领域要改善哪个指标？"),
                "focus.*", each=("improves",)),
    ),
)

INITIATIVES = Step(
    ("Defined initiatives", "明确的举措"),
    ("initiatives", "timeline", "events"),
    (
        Element("initiatives", ("Initiatives, each inside a focus area", "举措，各自归属一个聚焦领域"),
                ("What will be done, and to which focus area does it belong?", "要做哪些事？各属于哪个聚焦领域？"),
                "tactics.*", each=("focus",), asks=("RM615",)),
        Element("said-in-a-sentence", ("One or two sentences for each initiative", "每项举措用一两句话说清"),
                ("What is each initiative, in one or two sentences?", "每项举措用一两句话怎么说？"),
                "tactics.*", each=("what",)),
    ),
)

BUDGET = Step(
    ("Budget", "预算"),
    ("budget",),
    (
        Element("quarter-budget", ("The quarter's budget", "本季度预算"),
                ("How much of the annual budget is this quarter's?", "年度预算中有多少属于本季度？"),
                "budget", asks=("RM043", "RM601")),
        Element("initiative-budgets",
                ("A budget for each initiative, within the annual one", "每项举措的预算，且与年度预算相称"),
                ("What does each initiative cost, and does a big one show the evidence of its return?",
                 "每项举措花多少钱？花费大的，回报的依据是什么？"),
                "tactics.*", each=("budget",), asks=("RM602", "RM047")),
    ),
)

GOALS = Step(
    ("Quantifiable goals", "可量化的目标"),
    ("goals", "milestones"),
    (
        Element("goals", ("Goals, each said in a sentence with its quantity", "用一句话写明数量的目标"),
                ("What shall be reached by the end of the quarter, in numbers?", "到季度末要达到什么数字？"),
                "goals.*", each=("statement",), asks=("RM301", "RM312", "RM302")),
        Element("smart", ("A metric, a baseline, a target and a date for each", "每个目标的指标、基线、目标值与截止日期"),
                ("From which value to which, by which day; and is a change meant in points or relative?",
                 "从多少到多少、到哪一天？变化指百分点还是相对幅度？"),
                "goals.*", each=("metric", "baseline", "target|change", "due"),
                asks=("RM303", "RM304", "RM305", "RM306", "RM309", "RM310")),
        Element("annual-kpis", ("An annual KPI that each goal moves", "每个目标所推动的年度指标"),
                ("Which annual goal does each goal of the quarter support?", "本季度的每个目标支撑哪个年度目标？"),
                "goals.*", each=("supports",), asks=("RM044", "RM317")),
    ),
)

HYPOTHESES = Step(
    ("Hypotheses", "假设"),
    ("hypotheses",),
    (
        Element("hypotheses",
                ("Hypotheses: because X, doing Y moves metric M from A to B", "假设：因为 X，做 Y 会使指标 M 从 A 变为 B"),
                ("Because of what will which change move which metric, from where to where?",
                 "因为什么、做什么改变，会让哪个指标从多少变为多少？"),
                "tactics.*.hypothesis", each=("because", "change", "metric", "from", "to"), asks=("RM622", "RM623")),
    ),
)

OWNERS = Step(
    ("Named owners", "明确的负责人"),
    ("owners",),
    (
        Element("owners", ("An owner for each initiative", "每项举措的负责人"),
                ("Who answers for each initiative?", "每项举措由谁负责？"),
                "tactics.*", each=("owner",), asks=("RM603",)),
        Element("deadlines", ("A deadline for each initiative", "每项举措的期限"),
                ("When does each initiative begin, and when is it done?", "每项举措何时开始、何时完成？"),
                "tactics.*", each=("start", "end"), asks=("RM605",)),
        Element("duties", ("Everybody's duties", "每个人的职责"),
                ("What does each person do?", "每个人承担哪些职责？"),
                "organization.people.*", each=("functions",)),
        Element("reporting", ("Who reports to whom", "向谁汇报"),
                ("To whom does each person report?", "每个人向谁汇报？"),
                "organization.people.*", each=("reports_to",)),
    ),
)

REVIEWS = Step(
    ("Midpoint and final review", "中期与终期复盘"),
    ("measurement",),
    (
        Element("midpoint", ("A review at half-time", "中期复盘"),
                ("On which day is the quarter reviewed at half-time?", "哪一天做中期复盘？"),
                "measurement.reviews.midpoint", each=("date",), asks=("RM710",)),
        Element("final", ("A final review two weeks before the end", "季度结束前两周的终期复盘"),
                ("On which day, two weeks before the quarter ends, is it reviewed?", "季度结束前两周，哪一天做终期复盘？"),
                "measurement.reviews.final", each=("date",), asks=("RM707",)),
        Element("rhythm", ("Actual against plan, at a rhythm", "定期对比实际与计划"),
                ("How often is actual held against plan?", "多久对比一次实际与计划？"),
                "measurement.rhythm", asks=("RM703",)),
        Element("written-down", ("Strengths, weaknesses and changes, written down", "写下优势、不足与改变"),
                ("What went well, what did not, and what is changed?", "哪些做得好、哪些不足、要改变什么？"),
                "measurement.reviews.*", some=("strengths", "weaknesses", "changes"), later=True),
        Element("verdicts", ("What is carried over, changed or scrapped, and why", "哪些延续、哪些调整、哪些停止，及其原因"),
                ("Which initiative becomes a focus of the next quarter, which is changed, which is scrapped, and why?",
                 "哪些举措延续为下季度的聚焦领域，哪些调整，哪些停止？为什么？"),
                "measurement.reviews.*.decisions.*", each=("verdict", "because"), asks=("RM709",), later=True),
    ),
)

UNPLANNED = Step(
    ("Requests beyond the plan", "计划外的需求"),
    ("ideas",),
    (
        Element("requests", ("Unplanned requests, held against the goals", "计划外的需求，对照目标评判"),
                ("Which requests came up beside the plan, and which goal would each serve?",
                 "出现了哪些计划外的需求？各自服务于哪个目标？"),
                "ideas.*", each=("goal",), later=True),
    ),
)

FUNNEL = Step(
    ("The funnel, from the target back", "漏斗：从目标倒推"),
    ("funnel",),
    (),
)

# fmt: on

METHOD = Framework(
    "quarterly",
    ("90-day marketing roadmap", "90天营销路线图"),
    (ANNUAL, FOCUS, INITIATIVES, BUDGET, GOALS, HYPOTHESES, OWNERS, REVIEWS, UNPLANNED, FUNNEL),
)
