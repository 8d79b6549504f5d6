"""The digital strategy roadmap in seven steps: the spine of the plan format."""

from roadmapctl.frameworks.element import Element, Framework, Step

# fmt: off
DISCOVERY = Step(
    ("Step 1 · Discovery", "第一步 · 发现"),
    ("discovery",),
    (
        Element("today", ("Where we stand today", "我们的现状"),
                ("Where do your metrics, sales, products and skills stand today?",
                 "指标、销售、产品与能力，今天处在什么位置？"),
                "discovery.today", asks=("RM101",)),
        Element("direction", ("Where we want to go, why now, what it will bring", "方向、时机与预期"),
                ("Where do you want to go, why is a new plan needed now, and what will it bring?",
                 "想去哪里？为什么现在需要新计划？它会带来什么？"),
                "discovery", each=("ambition", "why_now", "expected"), asks=("RM102",)),
        Element("review", ("The last period, each figure with its cause", "上一周期回顾：数据及其原因"),
                ("Which figures moved in the last period, from what to what, and what caused it?",
                 "上一周期哪些数据变了？从多少到多少？原因是什么？"),
                "discovery.review.*", each=("previous", "current", "because"), asks=("RM103", "RM104", "RM107")),
        Element("competitors", ("Competitors and our position against them", "竞争对手与我方定位"),
                ("Who else can your customers buy from, what do they do, and how do you stand against it?",
                 "客户还能向谁买？他们在做什么？我们如何应对？"),
                "discovery.competitors.*", each=("moves", "our_position"), asks=("RM105", "RM106")),
        Element("capabilities", ("What we can do and what we lack", "能力与短板"),
                ("What is your team good at, and what does it lack?", "团队擅长什么，缺什么？"),
                "discovery.capabilities", each=("strengths", "gaps")),
    ),
)

MARKET = Step(
    ("Step 2 · Target market", "第二步 · 目标市场"),
    ("market",),
    (
        Element("segments", ("Segments, current and wanted", "现有客群与目标客群"),
                ("Which segments buy today, which shall buy, and which are emerging?",
                 "哪些客群已在购买，哪些要争取，哪些正在兴起？"),
                "market.segments.*", each=("status",), asks=("RM201", "RM205", "RM206", "RM207")),
        Element("portrait", ("Who they are, where they are, what makes them buy", "客群画像：是谁、在哪里、为何购买"),
                ("Who are the people of each segment, where are they, and what makes them buy?",
                 "每个客群是谁、在哪里、因为什么购买？"),
                "market.segments.*", each=("who", "where", "motivation"), asks=("RM202", "RM203", "RM208")),
        Element("reasons", ("Who bought, who did not, and why", "谁买了、谁没买、为什么"),
                ("Why did those buy who bought last year, and why did the others not?",
                 "去年买的人为什么买？没买的人为什么没买？"),
                "market.segments.*", each=("bought_because", "not_bought_because"), among="status=current", asks=("RM204",)),
        Element("expectations", ("What was expected of each segment, and did it come true", "对客群的预期与实际"),
                ("How many customers did you expect of each segment, and did they come?", "对每个客群的预期是多少？实现了吗？"),
                "market.segments.*", each=("expected",), among="status=current"),
    ),
)

GOALS = Step(
    ("Step 3 · Goals", "第三步 · 可衡量的目标"),
    ("goals",),
    (
        Element("opportunity", ("The opportunity: which share of which market", "机会：哪个市场的多大份额"),
                ("Which share of which market is there to win, and how much revenue is that?",
                 "可以争取哪个市场的多大份额？相当于多少收入？"),
                "market.opportunity"),
        Element("goals", ("Goals, each said in a sentence", "用一句话表述的目标"),
                ("What shall be reached? Say each goal in one sentence.", "要达到什么？每个目标用一句话说清。"),
                "goals.*", each=("statement",), asks=("RM301", "RM312")),
        Element("specific", ("Goals that say how much", "目标写明数量"),
                ("How many of what, by when, does each goal ask for?", "每个目标要在何时之前达到多少？"),
                "goals.*", each=("statement",), asks=("RM312", "RM302")),
        Element("measurable", ("A metric, a baseline and a target", "指标、基线与目标值"),
                ("Which metric tells that the goal is reached, where does it stand today, and where shall it stand?",
                 "用哪个指标判断目标达成？现值多少？要到多少？"),
                "goals.*", each=("metric", "baseline", "target|change"), asks=("RM303", "RM304", "RM305")),
        Element("time-bound", ("A date by which each goal is reached", "每个目标的截止日期"),
                ("By which day shall each goal be reached?", "每个目标要在哪一天之前达成？"),
                "goals.*", each=("due",), asks=("RM306",)),
    ),
)

STRATEGY = Step(
    ("Step 4 · Strategy", "第四步 · 战略"),
    ("strategy",),
    (
        Element("strategy", ("The strategy in one sentence", "一句话战略"),
                ("In one sentence: how are people reached, attracted and moved to act?",
                 "用一句话说：如何触达、吸引并促使他们行动？"),
                "strategy.statement", asks=("RM401", "RM402")),
        Element("why", ("Why this way", "为什么这样做"),
                ("Why this way and no other?", "为什么这样做，而不是别的做法？"),
                "strategy.why", asks=("RM403",)),
        Element("journey", ("How the pieces work together", "各环节如何衔接"),
                ("From which channel are people led to which, and by what?", "人们从哪个渠道被引到哪个渠道？靠什么引过去？"),
                "strategy.journey.*", each=("from", "to", "how"), asks=("RM404", "RM405", "RM406")),
    ),
)

MILESTONES = Step(
    ("Step 5 · Milestones", "第五步 · 关键里程碑"),
    ("milestones",),
    (
        Element("milestones", ("Milestones, each with a date", "有日期的里程碑"),
                ("Which sales targets, launches and seasons have a date on the way?",
                 "途中有哪些销售节点、发布与旺季？各在哪一天？"),
                "milestones.*", each=("date",), asks=("RM506", "RM501")),
        Element("success", ("A measure of success for each", "每个里程碑的成功标准"),
                ("By which number is each milestone a success?", "每个里程碑以哪个数字算成功？"),
                "milestones.*", each=("metric", "target"), asks=("RM502",)),
        Element("way-to-goals", ("Milestones on the way to every goal", "通向每个目标的里程碑"),
                ("To which goal does each milestone lead?", "每个里程碑通向哪个目标？"),
                "milestones.*", each=("goal",), beside=("goals",), asks=("RM504", "RM505")),
    ),
)

TACTICS = Step(
    ("Step 6 · Tactics, timeline, budget", "第六步 · 打法、时间线与预算"),
    ("tactics", "timeline", "events", "people", "budget"),
    (
        Element("tactics", ("Tactics that reach every milestone", "支撑每个里程碑的打法"),
                ("What is done to reach each milestone?", "靠哪些动作达成每个里程碑？"),
                "tactics.*", each=("milestone",), beside=("milestones",), asks=("RM615", "RM606", "RM613")),
        Element("timeline", ("A timeline", "时间安排"),
                ("When does each tactic begin and end?", "每个打法何时开始、何时结束？"),
                "tactics.*", each=("start", "end"), asks=("RM605",)),
        Element("budget", ("A budget for each tactic", "每个打法的预算"),
                ("What does each tactic cost?", "每个打法花多少钱？"),
                "tactics.*", each=("budget",), asks=("RM602",)),
        Element("owner", ("An owner for each tactic", "每个打法的负责人"),
                ("Who answers for each tactic?", "每个打法由谁负责？"),
                "tactics.*", each=("owner",), asks=("RM603",)),
        Element("contribution", ("What each brings to its milestone's measure", "对里程碑指标的贡献"),
                ("How much does each tactic bring to its milestone's own measure?", "每个打法为里程碑的指标带来多少？"),
                "tactics.*", each=("contributes",), asks=("RM616",)),
    ),
)

MEASUREMENT = Step(
    ("Step 7 · Measure, learn, optimise", "第七步 · 衡量、学习、优化"),
    ("measurement",),
    (
        Element("metrics", ("Metrics and where their numbers come from", "指标及其数据来源"),
                ("What is measured, and where does each number come from?", "衡量什么？每个数字从哪里来？"),
                "metrics.*", each=("source",), asks=("RM705", "RM702")),
        Element("rhythm", ("Actual against plan, at a rhythm", "定期对比实际与计划"),
                ("How often is actual held against plan?", "多久对比一次实际与计划？"),
                "measurement.rhythm", asks=("RM703",)),
        Element("reviews", ("Reviews that change the plan", "据以调整计划的复盘"),
                ("On which days do you decide what to change?", "哪几天决定要改变什么？"),
                "measurement.reviews.*", each=("date",), asks=("RM701",)),
    ),
)

FUNNEL = Step(
    ("The funnel, from the target back", "漏斗：从目标倒推"),
    ("funnel",),
    (),
)

# fmt: on

METHOD = Framework(
    "seven-step",
    ("Digital strategy roadmap in seven steps", "数字化战略路线图七步法"),
    (DISCOVERY, MARKET, GOALS, STRATEGY, MILESTONES, TACTICS, MEASUREMENT, FUNNEL),
)
