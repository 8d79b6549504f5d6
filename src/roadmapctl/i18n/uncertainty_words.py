"""What `roadmapctl funnel` says of how sure a plan's numbers are."""

from roadmapctl.i18n.funnel_words import Words

# fmt: off
LABELS: Words = {
    "heading": ("How sure it is", "把握有多大"),
    "outcome": ("Outcome of the planned volumes", "计划数量的可能结果"),
    "p10": ("P10", "P10"),
    "p50": ("P50 (median)", "P50（中位数）"),
    "p90": ("P90", "P90"),
    "mean": ("Mean", "均值"),
    "deals": ("Deals", "成交单数"),
    "value": ("Value", "金额"),
    "chance": ("Chance to meet the target", "达成目标的概率"),
    "volume": ("For {confidence} it takes", "达到 {confidence} 把握需要"),
    "units": ("{units} {stage} by {source}", "{source} {units} 个{stage}"),
    "units_alone": ("{units} {stage}", "{units} 个{stage}"),
    "never": ("no volume is enough", "数量再多也不够"),
    "drivers": ("What moves it most", "影响最大的因素"),
    "driver": ("Input", "因素"),
    "driver_p10": ("at its P10", "取 P10"),
    "driver_p90": ("at its P90", "取 P90"),
    "deals_p10": ("deals then", "此时成交"),
    "deals_p90": ("deals then", "此时成交"),
    "rate_of": ("Rate of {stage}", "{stage}的转化率"),
    "rate_of_source": ("Rate of {stage}, {source}", "{stage}的转化率（{source}）"),
    "rate_of_segment": ("Rate of {stage}, {segment}", "{stage}的转化率（{segment}）"),
    "event_rate": ("Rate of {source}'s events", "{source}活动的转化率"),
    "tier_rate": ("Rate of {source}, {tier}", "{source}{tier}场次的转化率"),
    "recycled_rate": ("Rate of recycled {stage}", "{stage}回收线索的转化率"),
    "lag_of": ("Lag from {stage}", "{stage}的时滞"),
    "size": ("Average deal", "平均客单价"),
    "size_of": ("Average deal, {segment}", "平均客单价（{segment}）"),
}

NOTES: Words = {
    "exact": ("Worked out exactly, nothing is drawn: doubt about the rates, and chance for whole customers.",
              "精确计算，未做抽样：包含转化率的不确定性以及整数客户的随机性。"),
    "simulation": ("Simulated in {trials} trials with seed {seed}: {why}.", "按种子 {seed} 模拟 {trials} 次：{why}。"),
    "shared": ("sources share an uncertain rate before they meet", "多个来源在汇合之前共用同一不确定的转化率"),
    "correlated": ("the plan says that rates go together", "计划注明部分转化率相互关联"),
    "multiplier": ("a multiplier stands below an uncertain rate", "不确定的转化率之后还有倍数"),
    "lags": ("time that varies decides what still comes in the period", "不固定的时滞决定哪些成交能落在期内"),
    "capacity": ("a team may have more units than it can work", "团队可能接到超出产能的数量"),
    "segments": ("segments have average deals of their own", "各客群有各自的平均客单价"),
    "amounts": ("few deals of very different amounts", "成交少而单笔金额相差很大"),
    "asked": ("it was asked for", "按要求模拟"),
    "tornado": ("Each input goes from its own P10 to its P90 while all others stay at their medians.",
                "每个因素从自身的 P10 变到 P90，其余因素保持中位数。"),
    "tornado_alone": ("Time and what teams can carry are left out of it.", "其中不考虑时间因素和团队产能。"),
    "without_numpy": ("how sure the plan is has to be simulated ({why}), which needs NumPy: pip install 'roadmapctl[simulate]'",
                      "该计划的把握程度需要模拟（{why}），这需要 NumPy：pip install 'roadmapctl[simulate]'"),
}
# fmt: on
