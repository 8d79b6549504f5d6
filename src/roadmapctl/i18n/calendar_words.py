"""What `roadmapctl funnel --by` says: the funnel in time, events, teams and money on the calendar."""

from roadmapctl.i18n.funnel_words import Words

# fmt: off
LABELS: Words = {
    "month": ("New units that have to come, month by month", "各月须新增的数量"),
    "quarter": ("New units that have to come, quarter by quarter", "各季度须新增的数量"),
    "week": ("New units that have to come, week by week", "各周须新增的数量"),
    "span_month": ("Month", "月份"),
    "span_quarter": ("Quarter", "季度"),
    "span_week": ("Week from", "周（起始日）"),
    "before": ("Before {date}", "{date}之前"),
    "after": ("After {date}", "{date}之后"),
    "total": ("In all", "合计"),
    "wanted": ("{stage} wanted", "{stage}（应成交）"),
    "won": ("{stage} won", "{stage}（预计成交）"),
    "in_time": ("Over the period", "期间走势"),
    "events": ("Events and capacities on the calendar", "活动与产能排期"),
    "events_of": ("{source}, events", "{source}（场次）"),
    "units_of": ("{source}, units", "{source}（数量）"),
    "teams": ("Teams: what they can carry against what comes", "团队产能与需求"),
    "carries": ("{team} can carry", "{team}产能"),
    "asked": ("Asked", "需求"),
    "short": ("Short", "缺口"),
    "cash": ("Money on the calendar", "资金流"),
    "out": ("Out", "支出"),
    "earned": ("Margin in", "毛利收入"),
    "revenue": ("Revenue in", "收入"),
    "cumulative": ("Sum so far", "累计"),
}

NOTES: Words = {
    "late": ("Already late: {short} new {stage} would have had to come before {date} for the first deals to be won in time; "
             "{deals} deals wait for them.",
             "已来不及：要按时赢得首批成交，须在 {date} 之前新增{stage} {short} 个；涉及 {deals} 单。"),
    "spill": ("{deals} of the deals are won only after the period.", "有 {deals} 单要到期末之后才能成交。"),
    "spill_value": ("{deals} of the deals, worth {value}, are won only after the period.",
                    "有 {deals} 单（价值 {value}）要到期末之后才能成交。"),
    "spill_late": ("If what is late comes on the first day, {deals} of the deals are won only after the period.",
                   "若来不及的部分在第一天补上，仍有 {deals} 单要到期末之后才能成交。"),
    "spill_value_late": ("If what is late comes on the first day, {deals} of the deals, worth {value}, are won only after the "
                         "period.",
                         "若来不及的部分在第一天补上，仍有 {deals} 单（价值 {value}）要到期末之后才能成交。"),
    "more": ("To win them within it, all planned units would have to grow by {more}.",
             "要在期内全部成交，各计划数量须增加 {more}。"),
    "next": ("They cover {covered} of the next period's target of {target}.", "它们可覆盖下期目标 {target} 的 {covered}。"),
    "placed": ("{source}: {behind} are held later than they are due, because earlier spans are full.",
               "{source}：因前期产能已满，有 {behind} 场（个）晚于应有时间。"),
    "unplaced": ("{source}: {unplaced} find no room on the calendar; raise its capacity or give other sources a larger share.",
                 "{source}：有 {unplaced} 场（个）排不进日程；请提高产能，或提高其他来源的占比。"),
    "worst": ("{stage}: short by {short} in {span}, the worst of them.", "{stage}：{span} 缺口最大，为 {short}。"),
    "hires": ("{people} more in {team}, there from {by} on, would be enough.",
              "{team}再增加 {people} 人、自 {by} 起到岗即可满足。"),
    "enough": ("{stage}: its teams can carry what comes.", "{stage}：团队产能足够。"),
    "lowest": ("At the lowest point {lowest} more has gone out than come in.", "最低点时累计净支出为 {lowest}。"),
    "break_even": ("From {span} on more has come in than gone out.", "自 {span} 起累计收支转正。"),
    "never": ("More goes out than comes in over the whole period.", "整个期间累计支出始终高于收入。"),
    "cash_sources": ("Out: what the sources cost when their units come, and the costs beside them evenly.",
                     "支出：各来源成本随数量发生的月份计入，其他成本均摊。"),
    "cash_tactics": ("Out: the tactics' budgets over their days, the rest of the budget and other costs evenly.",
                     "支出：行动预算按天摊入，其余预算和其他成本均摊。"),
    "on_margin": ("In: {margin} gross margin of the deals when they are really won.", "收入：按预计成交时间计，毛利率 {margin}。"),
    "on_revenue": ("In: the whole revenue of the deals when they are really won; the plan states no margin.",
                   "收入：按预计成交时间计全部收入；计划未注明毛利率。"),
}
# fmt: on
