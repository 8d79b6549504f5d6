"""The yearly operating plan: why, who, what and how (3W + 1H)."""

from roadmapctl.frameworks.element import Element, Framework, Step

# fmt: off
WHY = Step(
    ("Why · What last year taught", "Why · 去年说明了什么"),
    ("discovery",),
    (
        Element("review", ("The whole of last year reviewed", "去年的全面回顾"),
                ("Which figures tell how last year went?", "哪些数据能说明去年的表现？"),
                "discovery.review.*", each=("metric", "current"), at_least=3, asks=("RM103",)),
        Element("trend", ("A trend for every figure, not only its level", "每个数据都有趋势，而不只是水平"),
                ("What was each figure the year before?", "每个数据在前一年是多少？"),
                "discovery.review.*", each=("previous",), asks=("RM104",)),
        Element("cause", ("The action behind each number", "每个数字背后的动作"),
                ("What did you do, or what happened, that moved each figure?", "做了什么、发生了什么，使数据变化？"),
                "discovery.review.*", each=("because",)),
        Element("insight", ("The insight from each number", "每个数字带来的洞察"),
                ("What follows from each figure for this year?", "每个数据对今年意味着什么？"),
                "discovery.review.*", each=("insight",), asks=("RM107",)),
    ),
)

WHO = Step(
    ("Who · The audience in last year's data", "Who · 数据中的受众"),
    ("market", "traits"),
    (
        Element("audience", ("The segments that last year's data shows", "去年数据显示的客群"),
                ("Who bought and who came, as last year's data shows?", "从去年的数据看，谁来了、谁买了？"),
                "market.segments.*", each=("who", "status"), asks=("RM201", "RM205")),
        Element("traits",
                ("Segments by traits that fit the business, or combinations of them", "按适合业务的特征（或其组合）细分"),
                ("By which traits is each segment told: region, industry, function, decision maker, project date and budget?",
                 "按哪些特征划分客群：地区、行业、职能、决策角色、项目时间与预算？"),
                "market.segments.*", each=("traits",), at_least=2, asks=("RM212", "RM213")),
        Element("reviewed", ("The audience reviewed each quarter", "每季度复核受众"),
                ("How often are the segments held against new figures?", "多久用新数据复核一次客群？"),
                "market.reviewed", asks=("RM215",)),
    ),
)

WHAT = Step(
    ("What · Growth levers", "What · 增长杠杆"),
    ("strategy", "ideas", "best-set", "levers"),
    (
        Element("ideas", ("Many ideas, in the four kinds of lever", "在四类杠杆下的大量点子"),
                ("Which ideas are there for each lever: audience, activity, content, media?",
                 "受众、活动、内容、媒介四类杠杆各有哪些点子？"),
                "ideas.*", each=("lever",), at_least=4, asks=("RM650",)),
        Element("scores", ("A score for each idea, RICE or ICE", "每个点子的评分：RICE 或 ICE"),
                ("What are the reach, impact, confidence and effort of each idea (or impact, confidence and ease)?",
                 "每个点子的触达、影响、信心与投入（或影响、信心与难易）是多少？"),
                "ideas.*", each=("score.impact", "score.confidence", "score.effort|score.ease")),
        Element("combined", ("The chosen ones as tactics, by lever", "选中的点子落为打法，并注明杠杆"),
                ("Which ideas are done this year, and which lever does each tactic pull?",
                 "今年做哪些点子？每个打法拉动哪个杠杆？"),
                "tactics.*", each=("lever",), asks=("RM615",)),
    ),
)

HOW = Step(
    ("How · Budget, people, KPIs, rhythm", "How · 预算、人员、指标与节奏"),
    ("goals", "goal-growth", "goal-splits", "step-rates", "kpi-levels", "milestones", "goal-chain", "tactics", "timeline", "events",
     "budget", "owners", "funnel"),
    (
        Element("budget", ("The budget asked for", "申请的预算"),
                ("How much money does the year need, and for what?", "全年需要多少预算？用在哪里？"),
                "budget", beside=("tactics.*.budget",), asks=("RM601", "RM602")),
        Element("headcount", ("The headcount asked for", "申请的人员编制"),
                ("How many people are there, and how many are asked for?", "现有几人？申请几人？"),
                "organization.headcount", each=("now", "asked")),
        Element("growth", ("KPIs as growth over last year's result", "以去年结果为基数的增长指标"),
                ("From last year's result to which value shall each KPI grow?", "每个指标要从去年的结果增长到多少？"),
                "goals.*", each=("metric", "baseline", "target|change", "due"),
                asks=("RM301", "RM302", "RM303", "RM304", "RM305", "RM306", "RM325")),
        Element("step-rates",
                ("Growth in absolute numbers, or in the conversion rate of each step", "增长落到绝对数或各步转化率"),
                ("What is the conversion rate of each step of the funnel, from which the numbers follow?",
                 "漏斗每一步的转化率是多少？数字由此推出。"),
                "funnel.stages.*", some=("rate|multiplier",), asks=("RM802",)),
        Element("split", ("KPIs split by quarter, month or week", "指标按季、月或周拆分"),
                ("By which rhythm is each goal split?", "每个目标按什么节奏拆分？"),
                "goals.*", each=("split",)),
        Element("attainment", ("Attainment at that rhythm", "按节奏检查达成"),
                ("How often is attainment looked at, and from which figures?", "多久检查一次达成？数据从哪里来？"),
                "measurement", each=("rhythm", "reviews"), asks=("RM703", "RM701")),
        Element("reasons", ("The reason for every over- and under-performance", "每次超额与未达的原因"),
                ("Why was more or less reached than planned?", "为什么超额，为什么没有达到？"),
                "measurement.reviews.*", some=("findings", "decisions"), later=True),
    ),
)

TOGETHER = Step(
    ("Kept and agreed", "沉淀与共识"),
    ("stakeholders", "measurement"),
    (
        Element("insights", ("Insights kept for those who come after", "为后来者沉淀的洞察"),
                ("What was learned that those who come after should know?", "有哪些经验值得留给后来的人？"),
                "measurement.insights.*", each=("learned", "so")),
        Element("sales-involved", ("Sales involved early", "销售尽早参与"),
                ("Since when does sales take part in the planning?", "销售从何时起参与规划？"),
                "organization.stakeholders.*", some=("involved",)),
        Element("priorities", ("The executives' priorities, asked for and recorded", "征询并记录高管的优先事项"),
                ("What matters most to each executive, as they said when asked?", "每位高管最看重什么？问过并记下了吗？"),
                "organization.stakeholders.*", each=("priority",), only="level=executive"),
    ),
)

# fmt: on

METHOD = Framework(
    "annual",
    ("Yearly operating plan: why, who, what, how", "年度经营计划：3W1H"),
    (WHY, WHO, WHAT, HOW, TOGETHER),
)
