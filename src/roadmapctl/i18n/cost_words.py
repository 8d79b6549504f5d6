"""What `roadmapctl funnel` says of segments, of what units and customers cost, and of what a customer brings."""

from roadmapctl.i18n.funnel_words import Words

# fmt: off
LABELS: Words = {
    "segments": ("Segments", "客群"),
    "segment": ("Segment", "客群"),
    "segment_share": ("Share of deals", "占成交比"),
    "segment_deals": ("Deals", "成交单数"),
    "segment_size": ("Average deal", "平均客单价"),
    "segment_revenue": ("Revenue", "收入"),
    "cost_by_source": ("Cost of one unit, by source", "各来源的单位成本"),
    "costs": ("Costs and return", "成本与回报"),
    "programmes": ("Programmes", "项目投入"),
    "loaded": ("Fully loaded", "全成本"),
    "lifetime": ("What a customer brings in the long run", "客户的长期价值"),
    "ltv": ("Lifetime value LTV", "客户生命周期价值 LTV"),
    "ltv_cac": ("LTV : CAC", "LTV : CAC"),
    "payback_simple": ("Payback, simple", "回本期（简单法）"),
    "payback_cohort": ("Payback of a cohort", "回本期（按批次）"),
    "saved": ("Hours saved by playbooks", "剧本节省工时"),
    "saved_money": ("worth", "折合"),
}

NOTES: Words = {
    "months": ("{months} months", "{months} 个月"),
    "one_month": ("1 month", "1 个月"),
    "never": ("never", "永不"),
    "saved_hours": ("{hours} h", "{hours} 小时"),
    "saved_worth": ("{hours} h, worth {money}", "{hours} 小时，折合 {money}"),
    "brings": ("{source} brings {units} anyway; the others share what is left.",
               "{source}本就带来 {units}；其余来源分担剩余部分。"),
    "recycled": ("{units} recycled units of {stage} bring {brought} of the {next} at {rate}.",
                 "回流的 {units} 个{stage}按 {rate} 带来 {brought} 个{next}。"),
    "surplus": ("{source} brings {surplus} more than is wanted of it.", "{source}带来的数量超出所需 {surplus}。"),
    "more_than_wanted": ("What is in hand and comes anyway brings {deals} deals more than are wanted.",
                         "在手与自然带来的数量超出所需 {deals} 单。"),
    "tiers": ("{source}: {tiers}, and {own} of its own size.", "{source}：{tiers}，另有常规场次 {own} 场。"),
    "loaded": ("Fully loaded: spend and {beside} of {names}.", "全成本：投入加 {beside}（{names}）。"),
}
# fmt: on
