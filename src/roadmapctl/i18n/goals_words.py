"""What `roadmapctl goals` and the report say of goals as growth: labels and notes."""

from roadmapctl.i18n.funnel_words import Words

# fmt: off
YEAR: Words = {
    "last": ("last year", "去年"),
    "Last": ("Last year", "去年"),
    "before": ("the year before", "前年"),
}
"""What the period before is called in the plan of a year, and what in that of another period."""

PERIOD: Words = {
    "last": ("the last period", "上期"),
    "Last": ("Last period", "上期"),
    "before": ("the period before", "前期"),
}

LABELS: Words = {
    "title": ("Goals", "目标"),
    "colon": (": ", "："),
    "growth": ("Growth over {last}", "较{last}的增长"),
    "split": ("{goal}, by {by}", "{goal}（按{by}拆分）"),
    "by_quarter": ("quarter", "季度"),
    "by_month": ("month", "月"),
    "by_week": ("week", "周"),
    "step_rates": ("{goal} in step rates: from {base} to {target} (× {factor})",
                   "{goal}落到各步转化率：从 {base} 到 {target}（× {factor}）"),
    "steps": ("Growth in step rates", "增长落到各步转化率"),
    "chain": ("What carries each goal", "目标由什么支撑"),
    "levels": ("KPIs by level", "三级 KPI"),
    # columns
    "goal": ("Goal", "目标"),
    "base": ("{Last}", "{last}"),
    "base_from": ("Said by", "出处"),
    "target": ("Target", "目标值"),
    "change": ("Change", "变化"),
    "relative": ("Growth", "增长率"),
    "due": ("Due", "截止"),
    "span_quarter": ("Quarter", "季度"),
    "span_month": ("Month", "月份"),
    "span_week": ("Week from", "周（起始日）"),
    "part": ("In it", "本期"),
    "so_far": ("So far", "累计"),
    "step": ("Step", "增减"),
    "stand": ("To stand at", "期末应达"),
    "of_stage": ("Step of the funnel", "漏斗步骤"),
    "rate": ("{Last}", "{last}"),
    "through": ("Part of the result", "占结果"),
    "alone": ("It alone", "仅提升此步"),
    "together": ("All together", "各步等比提升"),
    "wider": ("Serves", "服务于"),
    "milestone": ("Milestone", "里程碑"),
    "date": ("Date", "日期"),
    "tactic": ("Tactic", "打法"),
    "brings": ("Brings", "贡献"),
    "level": ("Level", "层级"),
    "metric": ("Metric", "指标"),
    "before": ("Before", "{before}"),
    "trend": ("Trend", "趋势"),
    # cells
    "from_baseline": ("baseline", "基线"),
    "from_review": ("review", "回顾"),
    "too_much": ("> 100%", "> 100%"),
    "of_step": ("{above} → {below}", "{above} → {below}"),
    "no_level": ("no level", "未分级"),
    "seasonality": ("Seasonality", "季节性"),
    "weight": ("{span} {weight}", "{span} {weight}"),
    "even": ("none stated: every month counts the same", "未写明：各月均等"),
}

NOTES: Words = {
    "no_goals": ("goals: the plan has none: write “new-revenue: {{metric: revenue, baseline: 0, target: 1.2M, due: 2027-12-31}}” "
                 "under “goals:”",
                 "goals：计划里还没有目标：请在“goals:”下写“new-revenue: {{metric: revenue, baseline: 0, target: 1.2M, "
                 "due: 2027-12-31}}”"),
    "no_base": ("Nothing says {last}'s value for {goals}: write a baseline, or the metric's line in discovery.review.",
                "未写明{last}数值：{goals}。请写 baseline，或在 discovery.review 中补上该指标。"),
    "flow_base": ("A value that adds up begins again at 0, so {last}'s is taken from the review where the baseline is 0.",
                  "流量指标每期从 0 开始；基线为 0 时，{last}数值取自回顾。"),
    "unsplit_no_target": ("{goal} is not split: it has no target.", "{goal}未拆分：没有目标值。"),
    "unsplit_no_period": ("{goal} is not split: the plan states no period.", "{goal}未拆分：计划没有写明时段。"),
    "unsplit_too_long": ("{goal} is not split by {by}: the plan's period is too long for that.",
                         "{goal}未按{by}拆分：计划时段过长。"),
    "unsplit_no_baseline": ("{goal} is not split: it is a standing value, and no baseline says where it begins.",
                            "{goal}未拆分：这是存量或比率，而没有基线说明起点。"),
    "unsplit_due_before": ("{goal} is not split: it is due before the plan begins.", "{goal}未拆分：截止日早于计划开始。"),
    "alone": ("As much comes in at the top as before, and a unit is worth as much. “It alone”: the other rates stay as they "
              "are; “all together”: every rate rises by the same factor.",
              "假设顶部流入与之前相同、单位价值不变。“仅提升此步”：其余各步不变；“各步等比提升”：各步乘以同一倍数。"),
    "rise": ("All together: × {factor} each, which carried forwards brings {reached}.",
             "各步等比提升：各乘以 {factor}；正向验算可得 {reached}。"),
    "capped": ("{steps} would reach 100% on the way and stay there.", "{steps}会先达到 100% 并保持不变。"),
    "most": ("{step}: even at 100% it alone brings {most}.", "{step}：即使达到 100%，仅靠此步也只能做到 {most}。"),
    "impossible": ("Even with every rate at 100% the target is out of reach: more has to come in.",
                   "即使各步都达到 100% 也达不到目标：必须增加流入。"),
    "volume": ("At {last}'s rates, {factor} times as much has to come in: {entries}.",
               "若转化率与{last}相同，流入须为{last}的 {factor} 倍：{entries}。"),
    "entry": ("{stage} {last} → {needed}", "{stage} {last} → {needed}"),
    "carried_by_none": ("No milestone leads to {goals}.", "没有里程碑通向：{goals}。"),
    "rates_of_plan": ("The rates are those that the plan's funnel reckons with; the review has no metric for them: {steps}.",
                      "以下步骤的回顾中没有对应指标，转化率取自计划的漏斗：{steps}。"),
    "sources_part": ("The funnel's sources bring {share} of it, as this year's plan has it.",
                     "漏斗来源承担其中的 {share}（按今年计划）。"),
}
# fmt: on
