"""What `roadmapctl budget` says: labels, notes, the steps of the arithmetic, and why money cannot be allocated."""

from roadmapctl.i18n.funnel_words import Words

# fmt: off
LABELS: Words = {
    "budget": ("Budget", "预算分配"),
    "amount_given": ("To split", "待分配"),
    "amount_sources": ("To split (what the plan spends on these sources)", "待分配（计划在这些来源上的投入）"),
    "amount_budget": ("To split (the plan's budget)", "待分配（计划总预算）"),
    "target": ("Deals to win", "需成交单数"),
    "anyway": ("Deals that come without it", "无需投入即可成交"),
    "most_deals": ("Most deals for {amount}", "投入 {amount} 的最多成交"),
    "least_spend": ("Least spend for {deals} deals", "成交 {deals} 单的最低投入"),
    "source": ("Source", "来源"),
    "plan_spend": ("Plan", "计划投入"),
    "plan_deals": ("Deals", "计划成交"),
    "spend": ("Best", "最优投入"),
    "deals": ("Deals", "最优成交"),
    "events": ("Events", "场次"),
    "next": ("Next deal", "下一单成本"),
    "bound": ("Held by", "受限于"),
    "anyway_row": ("Without spend", "无需投入"),
    "total": ("Total", "合计"),
    "impossible": ("Not possible", "无法实现"),
    "steps": ("How it is computed", "计算步骤"),
    "colon": (": ", "："),
}

BOUNDS: Words = {
    "nothing": ("too dear", "成本过高"),
    "floor": ("its floor", "最低投入"),
    "at_most": ("its cap", "最高投入"),
    "capacity": ("its capacity", "产能"),
    "known": ("last known point", "已知的最大投入"),
    "between": ("", ""),
    "whole": ("whole events", "整场活动"),
}

NOTES: Words = {
    "moved": ("The same spend, moved, brings {more} more deals ({percent}).",
              "总投入不变，调整分配后可多成交 {more} 单（{percent}）。"),
    "as_good": ("The plan's own split is as good as any.", "计划自身的分配已是最优。"),
    "bounded": ("The plan's own split brings {more} more deals, but not within the sources' bounds.",
                "计划自身的分配可多成交 {more} 单，但超出了来源的上下限。"),
    "other_amount": ("The plan's own split of {own} brings {deals} deals.", "计划自身投入 {own}，可成交 {deals} 单。"),
    "saves": ("That is {less} less than the plan spends on these sources for {deals} deals.",
              "计划在这些来源上的投入可成交 {deals} 单，最低投入比它少 {less}。"),
    "costs_more": ("That is {more} more than the plan spends on these sources, which brings {deals} deals.",
                   "计划在这些来源上的投入只能成交 {deals} 单，最低投入比它多 {more}。"),
    "own_unknown": ("The plan does not say what it spends on {sources}, so its own split cannot be held beside the best.",
                    "计划没有写明在{sources}上的投入，无法与最优分配对比。"),
    "price": ("One more deal costs {price}, at every source that nothing holds; one at a limit would bring it for less, one that "
              "gets nothing or its floor for more.",
              "再多成交一单需 {price}，所有未受限的来源都是如此；已到上限的来源更低，未投入或仅有最低投入的来源更高。"),
    "whole": ("Events come whole, so the cost of theirs may lie off that.", "活动只能整场举办，其成本可能略有出入。"),
    "no_price": ("No money on these sources buys a further deal.", "在这些来源上再多投入也无法多成交一单。"),
    "proved_deals": ("Proved: no split of {amount} brings more than {bound} deals.",
                     "已证明：{amount} 无论如何分配，成交都不超过 {bound} 单。"),
    "proved_spend": ("Proved: {deals} deals cannot be had for less than {bound}.", "已证明：成交 {deals} 单至少需要 {bound}。"),
    "unproved_deals": ("The search was cut short: no split brings more than {bound} deals, this one {deals}.",
                       "搜索提前结束：任何分配的成交都不超过 {bound} 单，本方案为 {deals} 单。"),
    "unproved_spend": ("The search was cut short: {deals} deals take at least {bound}, this split {spend}.",
                       "搜索提前结束：成交 {deals} 单至少需要 {bound}，本方案为 {spend}。"),
    "unspent": ("{amount} finds no use: every source is at a limit.", "{amount} 无处可投：所有来源都已到上限。"),
    "unspent_rest": ("{amount} is left over: it is not enough for one more event.", "剩余 {amount}，不足以再办一场活动。"),
    "met": ("The target is met without it.", "无需这些投入即可达成目标。"),
    "curve": ("{source}: {form} through {points} points, off by {error} at most.",
              "{source}：由 {points} 个点得到{form_zh}，最大偏差 {error}。"),
    "curve_exact": ("{source}: {form} through {points} points.", "{source}：由 {points} 个点得到{form_zh}。"),
    "below": ("{source}: {spend} lies below the first known point of {first}; there the curve is a guess.",
              "{source}：{spend} 低于首个已知点 {first}，该处曲线属于推测。"),
    "beyond": ("{source}: {spend} lies beyond the last known point of {last}; there the curve is a guess.",
               "{source}：{spend} 超出最后已知点 {last}，该处曲线属于推测。"),
    "rising": ("{source}: returns rise before they fall, so a little brings next to nothing.",
               "{source}：回报先升后降，少量投入几乎无效。"),
    "endless": ("{source}: one price for any number. Say what limits it (capacity, at_most), or what more money really brings "
                "(response).",
                "{source}：无论多少都是同一单价。请写明限制（capacity、at_most），或多投入的实际产出（response）。"),
    "fixed": ("{source} stays as it is ({deals} deals): nothing says what more money on it would bring.",
              "{source}保持不变（成交 {deals} 单）：没有写明多投入会带来什么。"),
    "fixed_spend": ("{source} stays as it is ({deals} deals for {spend}): nothing says what more money on it would bring.",
                    "{source}保持不变（投入 {spend}，成交 {deals} 单）：没有写明多投入会带来什么。"),
}

FORMS: Words = {
    "proportional": ("one price for each unit", "固定单价"),
    "hill": ("a saturation curve (Hill)", "饱和曲线（Hill）"),
    "hill_s": ("an S-curve (Hill)", "S形曲线（Hill）"),
    "log": ("a logarithm", "对数曲线"),
    "power": ("a power curve", "幂曲线"),
    "lines": ("straight lines", "折线"),
}

STEPS: Words = {
    "anyway": ("Deals without spend", "无需投入的成交"),
    "curve": ("{source}: {stage} for a spend of x", "{source}：投入 x 带来的{stage}"),
    "lines": ("{source}: {stage}, straight lines between (spend; {stage})", "{source}：{stage}，按（投入；{stage}）各点连线"),
    "conversion": ("{source}: part of its {stage} that becomes deals", "{source}：其{stage}最终成交的比例"),
    "deals": ("{source}: deals for {spend}", "{source}：投入 {spend} 的成交"),
    "next": ("{source}: cost of the next deal after {spend}", "{source}：投入 {spend} 之后下一单的成本"),
}

REASONS: Words = {
    "no_sources": ("no source says what money brings: add “cost_per_unit”, “event: {{cost: …}}” or “response: …” to one",
                   "没有来源写明投入的产出：请为来源添加“cost_per_unit”、“event: {{cost: …}}”或“response: …”"),
    "no_amount": ("nothing says how much there is to split: add “spend” to every source, “budget: …” to the plan, or use --amount",
                  "没有写明待分配的金额：请为每个来源添加“spend”，为计划添加“budget: …”，或使用 --amount"),
    "no_points": ("the response of {source} has no points", "{source} 的响应没有任何点"),
    "no_period": ("the response of {source} covers another time than the plan, which states none: add “period: …”",
                  "{source} 的响应对应另一段时间，而计划没有时段：请添加“period: …”"),
    "no_deal_size": ("the response of {source} is in revenue, and the average deal is missing: add “deal_size: …”",
                     "{source} 的响应以收入计，但缺少平均客单价：请添加“deal_size: …”"),
    "floor_above_cap_at_most": ("{source} must get {floor} and may get at most {cap}: lower its floor, or raise at_most",
                                "{source} 至少须投入 {floor}，而最多只能投入 {cap}：请降低下限，或提高 at_most"),
    "floor_above_cap_capacity": ("{source} must get {floor}, but its capacity is used up at {cap}: lower its floor, "
                                 "or raise its capacity",
                                 "{source} 至少须投入 {floor}，而其产能在 {cap} 时已用尽：请降低下限，或提高产能"),
    "no_whole_event": ("no whole number of events at {price} costs between {floor} and {cap}, as {source} would need: "
                       "change a bound",
                       "{source} 每场 {price}，没有整场次的费用在 {floor} 与 {cap} 之间：请调整上下限"),
    "floors_above_amount": ("the sources must get {least} at least, and there is {amount}: lower a floor (at_least), "
                            "or split {least} or more",
                            "各来源至少须投入 {least}，而只有 {amount}：请降低某个下限（at_least），或分配不少于 {least}"),
    "out_of_reach": ("{wanted} deals are wanted, and with every source at its limit {spend} bring {most}: raise a limit "
                     "(at_most, capacity, a further point of a response), add a source, or lower the target",
                     "需成交 {wanted} 单，而所有来源都到上限时投入 {spend} 也只能成交 {most} 单："
                     "请提高某个上限（at_most、capacity、响应的更大投入点）、增加来源，或降低目标"),
}
# fmt: on
