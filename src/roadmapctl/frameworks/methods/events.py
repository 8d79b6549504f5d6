"""The digital-event programme, worked backwards from revenue in six steps."""

from roadmapctl.frameworks.element import Element, Framework, Step

# fmt: off
TARGET = Step(
    ("Step 1 · Target back-calculation", "第一步 · 目标倒推"),
    ("goals", "funnel"),
    (
        Element("revenue-target", ("The revenue target the programme starts from", "倒推的起点：收入目标"),
                ("Which revenue goal does the programme work back from?", "活动规划从哪个收入目标倒推？"),
                "funnel.goal", beside=("goals.*.target",), asks=("RM301", "RM813")),
        Element("gap", ("Marketing's part: the gap that sales and partners leave", "市场部的部分：销售与伙伴留下的缺口"),
                ("How much of the target will the sales pipeline and partners bring without marketing?",
                 "销售管道与伙伴能承担目标的多少？"),
                "funnel", each=("other_teams|already_won",)),
        Element("deal-size", ("The average deal", "平均客单价"),
                ("How large is the average deal?", "平均每单多少钱？"),
                "funnel.deal_size"),
        Element("rates", ("The rates from lead to opportunity to deal", "从线索到商机、到成交的转化率"),
                ("What share of each stage reaches the next one?", "每个阶段有多大比例进入下一阶段？"),
                "funnel.stages.*", some=("rate|multiplier",), at_least=3, asks=("RM802",)),
        Element("in-hand",
                ("Leads in hand, and those handed over once and not converted", "在手线索，以及移交过但未转化的线索"),
                ("How many leads and opportunities are in hand, and how many were handed to sales and did not convert?",
                 "手上有多少线索和商机？有多少移交过销售却没有转化？"),
                "funnel.stages.*", some=("in_hand|recycled",)),
        Element("owns", ("The stage marketing answers for", "市场部负责的阶段"),
                ("Does marketing answer for SQLs, or one step deeper for opportunities?",
                 "市场部对 SQL 负责，还是更进一步对商机负责？"),
                "funnel.owns"),
    ),
)

FRAME = Step(
    ("Step 2 · The year's event frame", "第二步 · 全年活动框架"),
    ("event-programme", "timeline"),
    (
        Element("event-source", ("Audience and conversion of one event", "单场活动的观众数与转化率"),
                ("How many people attend one event, and what share of them becomes a lead for sales?",
                 "一场活动有多少观众？其中多大比例成为销售线索？"),
                "funnel.sources.*.event", each=("audience", "rate"), asks=("RM805", "RM808")),
        Element("events", ("Events with a format and a date", "有形式、有日期的活动"),
                ("Which events take place when, and as what?", "哪些活动在何时、以何种形式举办？"),
                "tactics.*.event", each=("format", "date"), asks=("RM621", "RM644")),
        Element("tiers", ("Tiers: the group's few, the units' and partners' many", "分层：集团少而大，业务单元与伙伴多而专"),
                ("Which events are the group's, and which are a business unit's or a partner's?",
                 "哪些活动由集团主办，哪些由业务单元或伙伴主办？"),
                "tactics.*.event", each=("tier",)),
        Element("judged-by-tier", ("What each event is judged by", "每场活动的评判标准"),
                ("Is the event judged by exposure and registrations (large) or by SQLs (small)?",
                 "这场活动看曝光与报名（大型），还是看 SQL（小型）？"),
                "tactics.*.event", each=("judged_by",), asks=("RM642",)),
    ),
)

CONTENT = Step(
    ("Step 3 · Content in three dimensions", "第三步 · 三维内容规划"),
    ("content-matrix", "messages"),
    (
        Element("buying-stage", ("The buying stage each event speaks to", "每场活动对应的购买阶段"),
                ("Does the event speak to people who notice, consider, compare, buy, or buy again?",
                 "这场活动面向认知、考虑、比较、购买还是复购阶段？"),
                "tactics.*.event", each=("stage",)),
        Element("core-messages", ("Core messages", "核心信息"),
                ("What do you want to be known for?", "希望客户记住什么？"),
                "strategy.messages.*", each=("text",), at_least=2),
        Element("message", ("The core message each event carries", "每场活动承载的核心信息"),
                ("Which core message does each event carry?", "每场活动承载哪条核心信息？"),
                "tactics.*.event", each=("message",)),
        Element("content-tier", ("Hero, hub or hygiene", "英雄、枢纽或基础内容"),
                ("Is it a rare large moment, a regular series, or an always-on answer?",
                 "它是少有的大型亮点、固定系列，还是常备的解答？"),
                "tactics.*.event", each=("content",)),
    ),
)

EXPERIENCE = Step(
    ("Step 4 · Experience", "第四步 · 体验"),
    ("event-experience",),
    (
        Element("peaks", ("Immersive: live peaks", "沉浸：现场高光时刻"),
                ("Which peak does each event plan: belonging, connection, delight, glory?",
                 "每场活动安排哪种高光时刻：归属、连接、惊喜、荣耀？"),
                "tactics.*.event", each=("peaks",)),
        Element("interaction", ("Interactive: sign-in, lottery, poll, Q&A", "互动：签到、抽奖、投票、问答"),
                ("How do guests take part in each event?", "观众如何参与每场活动？"),
                "tactics.*.event", each=("interaction",)),
        Element("form", ("Friendly: few form fields", "友好：少填几项表单"),
                ("How many fields does the sign-up form have?", "报名表有几个字段？"),
                "tactics.*.event", each=("form_fields",), asks=("RM641",)),
        Element("known-guests", ("Friendly: no wall for known users", "友好：老用户无需重填"),
                ("Can those come in without a form whom you know already?", "已认识的用户能否免填表单直接进入？"),
                "tactics.*.event", each=("known_guests",)),
    ),
)

METRICS = Step(
    ("Step 5 · Call to action and conversion", "第五步 · 行动号召与转化"),
    ("event-actions", "measurement"),
    (
        Element("cta", ("A call to action that leads to the next funnel stage", "通往下一漏斗阶段的行动号召"),
                ("What does each event ask people to do next, and to which stage of the funnel does that lead?",
                 "每场活动号召观众下一步做什么？通往漏斗的哪个阶段？"),
                "tactics.*", each=("event.cta.action", "event.cta.leads_to"), only="event", asks=("RM640",)),
        Element("conversion", ("What each event brings, in leads", "每场活动带来的线索"),
                ("How many leads does each event bring?", "每场活动带来多少线索？"),
                "tactics.*", each=("contributes",), only="event", asks=("RM616", "RM643")),
    ),
)

RETURN = Step(
    ("Step 6 · Return on investment", "第六步 · 投资回报"),
    ("event-return", "playbooks", "budget"),
    (
        Element("event-cost", ("What each event costs", "每场活动的成本"),
                ("What does each event cost?", "每场活动花多少钱？"),
                "tactics.*", each=("budget",), only="event", asks=("RM602",)),
        Element("hours", ("Hours of work, and what templates and SOPs save of them", "工时，以及模板与 SOP 节省的工时"),
                ("How many hours does each event take, and how many does its playbook save?",
                 "每场活动要多少工时？标准流程能省下多少？"),
                "tactics.*.event", each=("hours",), beside=("playbooks.*.saves_hours",)),
        Element("grading", ("Lead grades with a follow-up for each", "线索分级与各级跟进"),
                ("What follows for each grade of lead after the event?", "活动后对每一级线索如何跟进？"),
                "tactics.*.event", each=("follow_up",)),
        Element("reuse", ("Content reuse: replay, clips, articles, hub page", "内容复用：回放、切片、文章、专题页"),
                ("What does each event's content become afterwards?", "每场活动的内容之后变成什么？"),
                "tactics.*.event", each=("reuse",)),
        Element("buying", ("Touches, people and channels one purchase takes", "一次购买需要的触点、人数与渠道"),
                ("How many touches, people and channels does one purchase take (in B2B often about 27, 4 and 10)?",
                 "一次购买要多少次触达、几个人、几个渠道（B2B 通常约为27次、4人、10个渠道）？"),
                "market.buying", each=("touches", "people", "channels")),
    ),
)

# fmt: on

METHOD = Framework(
    "events",
    ("Digital-event programme, worked backwards from revenue", "从收入倒推的数字活动规划"),
    (TARGET, FRAME, CONTENT, EXPERIENCE, METRICS, RETURN),
)
