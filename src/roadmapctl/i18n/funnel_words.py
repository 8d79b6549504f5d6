"""What `roadmapctl funnel` says: labels, the steps of the arithmetic, and why a funnel cannot be computed."""

from roadmapctl.i18n import Language

Words = dict[str, tuple[str, str]]

LABELS: Words = {
    "funnel": ("Reverse funnel", "反向漏斗"),
    "target": ("Target", "目标"),
    "already_won": ("Already won", "已赢得"),
    "other_teams": ("Brought by other teams", "销售与伙伴承担"),
    "net_target": ("Net target", "净目标"),
    "deal_size": ("Average deal", "平均客单价"),
    "deals": ("Deals to win", "需成交单数"),
    "stage": ("Stage", "阶段"),
    "rate": ("Rate", "转化率"),
    "need": ("Need", "需要"),
    "in_hand": ("In hand", "在手"),
    "new": ("New", "新增"),
    "by": ("Last useful day", "最晚有效日"),
    "source": ("Source", "来源"),
    "feeds": ("Feeds", "进入阶段"),
    "share": ("Share of deals", "占成交比"),
    "units": ("Units", "数量"),
    "events": ("Events", "场次"),
    "cost": ("Cost", "成本"),
    "capacity": ("Capacity", "产能"),
    "spend": ("Spend", "投入"),
    "cac": ("CAC", "获客成本 CAC"),
    "roas": ("ROAS (revenue / spend)", "ROAS（收入/投入，广告业常称 ROI）"),
    "roi": ("ROI", "ROI（投资回报率）"),
    "steps": ("How it is computed", "计算步骤"),
    "colon": (": ", "："),
}

# fmt: off
NOTES: Words = {
    "rounding_final": ("Exact values are carried; numbers are rounded up once, where they are shown.",
                       "计算过程保留精确值，仅在显示时向上取整一次。"),
    "rounding_each": ("Every stage is rounded up and the whole number carried on.", "每一阶段都向上取整后再往上推算。"),
    "basis_sources": ("Spend is what the sources cost at these volumes.", "投入为各来源在上述数量下的成本。"),
    "basis_budget": ("Spend is the plan's budget: no source states a cost.", "各来源未注明成本，投入按计划总预算计算。"),
    "on_margin": ("ROI is on a gross margin of {margin}.", "ROI 按毛利率 {margin} 计算。"),
    "on_revenue": ("ROI is on revenue: the plan states no margin.", "计划未注明毛利率，ROI 按收入计算。"),
    "shortfall": ("{source} can carry {capacity} in this period and would have to bring {wanted}: {shortfall} short.",
                  "{source}本期产能为 {capacity}，需要 {wanted}，缺口 {shortfall}。"),
    "too_late": ("New units of {stage} would have had to come by {date}, before the plan begins.",
                 "{stage}的新增量须在 {date} 之前进入，早于计划开始。"),
    "alternatives": ("Each event is sized to bring all of its stage alone.", "每种活动均按独自满足该阶段全部需求计算。"),
}

STEPS: Words = {
    "net-target": ("Net target: without what is won already and what other teams bring",
                   "净目标（扣除已赢得部分以及销售与伙伴承担的部分）"),
    "deals": ("Deals to win", "需成交单数"),
    "share": ("{source}: its share of the deals", "{source}在成交中的占比"),
    "new": ("New {stage}: without those in hand", "新增{stage}（扣除在手）"),
    "recycled": ("{next} still wanted from {stage}, after its {units} recycled units",
                 "除{stage}的 {units} 个回收线索外，仍需转化为{next}的数量"),
    "effective-rate": ("Rate of {stage}, with recycling within the stage", "{stage}的转化率（含阶段内回收）"),
    "stage": ("{stage} needed for that", "为此所需的{stage}"),
    "coverage": ("Pipeline coverage at {stage}", "{stage}阶段的覆盖倍数"),
    "last-useful-date": ("Last day on which a new {stage} can still become a customer in time",
                         "新增{stage}仍来得及成交的最后一天"),
    "units": ("{source}: {stage} it must bring", "{source}须带来的{stage}"),
    "attendees": ("{source}: attendees", "{source}参会人数"),
    "events": ("{source}: events", "{source}场次"),
    "registrants": ("{source}: registrants", "{source}报名人数"),
    "capacity": ("{source}: short of capacity by", "{source}产能缺口"),
    "cost": ("{source}: cost", "{source}成本"),
    "spend": ("Spend", "投入"),
    "cac": ("CAC: spend per customer", "获客成本 CAC = 投入 / 客户数"),
    "roas": ("ROAS: revenue / spend", "ROAS = 收入 / 投入（广告业常称 ROI）"),
    "roi": ("ROI: (margin × revenue − spend) / spend", "ROI =（毛利率 × 收入 − 投入）/ 投入"),
    "break-even-roas": ("Break-even ROAS: 1 / margin", "盈亏平衡 ROAS = 1 / 毛利率"),
    "break-even-cpa": ("Break-even CPA: deal × margin", "盈亏平衡 CPA = 客单价 × 毛利率"),
}

REASONS: Words = {
    "no_funnel": ("the plan has no funnel: add “funnel:” with a goal, a deal_size and stages",
                  "计划没有漏斗：请添加“funnel:”，写明 goal、deal_size 和 stages"),
    "no_goal": ("the funnel names no goal of the plan: add “goal: …”", "漏斗没有指明计划中的目标：请添加“goal: …”"),
    "no_target": ("the funnel's goal {goal} has no target: add “target: …”", "漏斗的目标 {goal} 没有目标值：请添加“target: …”"),
    "rate_goal": ("the funnel's goal {goal} is a rate; a funnel starts from revenue or customers",
                  "漏斗的目标 {goal} 是比率；漏斗应从收入或客户数出发"),
    "scaled_unit": ("the metric {metric} counts in {unit}; write its unit as a currency and its numbers in full or as 10万",
                    "指标 {metric} 的单位是 {unit}；请把单位写成货币，数值写全或写成 10万"),
    "no_deal_size": ("the average deal is missing: add “deal_size: …”", "缺少平均客单价：请添加“deal_size: …”"),
    "no_stages": ("the funnel has no stages: add at least “- id: customer”", "漏斗没有阶段：请至少添加“- id: customer”"),
    "duplicate_stage": ("two stages are called {stage}", "有两个阶段都叫 {stage}"),
    "no_rate": ("the stage {stage} has no rate: add “rate: …”", "阶段 {stage} 没有转化率：请添加“rate: …”"),
    "zero_rate": ("a rate of 0 lets nothing through, and {wanted} are wanted behind it", "转化率为 0，无法得到所需的 {wanted} 个"),
    "too_many": ("more than 10^18 units would be wanted; check the rates", "所需数量超过 10^18，请检查转化率"),
    "unknown_stage": ("the source {source} names a stage {stage} that is not there", "来源 {source} 指向不存在的阶段 {stage}"),
    "no_share": ("the source {source} has no share: add “share: …”", "来源 {source} 没有占比：请添加“share: …”"),
    "shares_sum": ("the sources' shares sum to {sum}, not to 1", "各来源占比合计为 {sum}，应为 1"),
}
# fmt: on


def word(words: Words, key: str, language: Language) -> str:
    """An entry of a table in a language."""
    return words[key][language == "zh"]
