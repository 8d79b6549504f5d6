"""The comments in a plan that `roadmapctl review --carry-over` makes for the next period, and its sentences."""

from roadmapctl.i18n.funnel_words import Words

# fmt: off
COMMENTS: Words = {
    "head": ("Carried over from “{plan}” by its final review of {day}. It is yours to go on with: answer what is marked with “?”.",
             "由“{plan}”{day}的终期复盘延续而来。可以在此继续编辑，请回答标有“？”的问题。"),
    "budget": ("? What the tactics below cost; the period before had {budget}{spent}. How much is there now?",
               "？下列打法的费用合计；上期预算 {budget}{spent}。本期有多少预算？"),
    "spent": (", of which {spent} was spent by {day}", "，截至{day}已支出 {spent}"),
    "parent": ("? The wider plan {parent} ends before this begins: which plan does {period} belong to (parent)?",
               "？上级计划 {parent} 在本期开始前已结束：{period}属于哪个上级计划（parent）？"),
    "goals": ("What is left of the goals.", "各目标尚未完成的部分。"),
    "done": ("Reached, or on the way to be by the end, and so not here: {goals}.",
             "已达成或按进度期末可达成、因而不在此处：{goals}。"),
    "untargeted": ("Not here, for they state no target: {goals}.", "没有目标值、因而不在此处：{goals}。"),
    "rest": ("{actual} of {target} came by {day}; still missing: {left}.",
             "截至{day}完成 {actual}，目标为 {target}，还差 {left}。"),
    "rest_at_pace": ("{actual} of {target} came by {day}, {expected} by the end at this pace; then missing: {left}.",
                     "截至{day}完成 {actual}（目标 {target}），按此进度期末为 {expected}，届时还差 {left}。"),
    "stood": ("Stood at {actual} on {day}.", "{day}为 {actual}。"),
    "unknown": ("? Nothing is recorded of it: where does it stand?", "？没有记录：目前达到多少？"),
    "share": ("{goal} of the wider plan asks for {target} in {period}; what is left comes on top of it.",
              "上级计划的{goal}在{period}要求 {target}，未完成的部分另计。"),
    "level_share": ("{goal} of the wider plan is to stand at {target} at the end of {period}.",
                    "上级计划的{goal}在{period}末应达到 {target}。"),
    "milestones": ("The milestones that are still ahead, moved by the period; of a sum the last one asks for what is left.",
                   "尚未达到的里程碑，日期顺延一期；流量指标由最后一个里程碑承担剩余部分。"),
    "renamed": ("? It was called “{name}”: what is it called now?", "？原名“{name}”：现在叫什么？"),
    "milestone_short": ("? target: {wanted} is needed; at the pace they had, its tactics bring {brought}. What fills the gap?",
                        "？target：需要 {wanted}，按原进度其打法只带来 {brought}。缺口由什么补上？"),
    "focus": ("What worked is carried over as a focus area: its reason says so.", "行之有效的做法作为聚焦领域延续，理由中已注明。"),
    "worked": ("Worked in {period}: {why}", "{period}行之有效：{why}"),
    "more": ("; and {number} more", "；另有 {number} 项"),
    "tactics": ("What goes on, moved by the period: check every date.", "延续的打法，日期顺延一期：请逐一核对。"),
    "continue": ("continue", "继续"),
    "adjust": ("adjust", "调整"),
    "carry-over": ("carry over", "延续到下期"),
    "open": ("open", "待定"),
    "because": ("{verdict}: {why}", "{verdict}：{why}"),
    "how": ("? What does it do otherwise now?", "？接下来具体怎么改？"),
    "decide": ("? Nobody decided, and nothing is recorded of it: does it go on?", "？没有决定，也没有记录：是否继续？"),
    "at_pace": ("? {planned} were planned; this is what it brings at the pace it had. What is expected now?",
                "？原计划 {planned}；此处为按原进度的数值。现在预期多少？"),
    "stopped": ("Stopped, and not here: {tactics}.", "已停止、不在此处：{tactics}。"),
    "funnel": ("? The funnel as it was, without what was in hand and won already: check its rates against what was measured.",
               "？原漏斗，已去掉在手与已赢得的数量：请按实测核对转化率。"),
    "funnel_gone": ("The funnel is left out: {reason}.", "未保留漏斗：{reason}。"),
    "funnel_not_carried": ("its goal does not go on", "它的目标没有延续"),
    "measurement": ("Reviews at half-time and two weeks before the end.", "中期复盘一次，期末前两周复盘一次。"),
    "actuals": ("actuals: {actuals}   # take the # off once the new period's figures are in it",
                "actuals: {actuals}   # 新一期的数据写入后，删去行首的 #"),
    "today": ("? Where do we stand today?", "？目前现状如何？"),
    "today_text": ("The final review of {period} was held on {day}.", "{period}的终期复盘于{day}举行。"),
    "between": (", ", "、"),
    "then": ("; ", "；"),
}

INSIGHTS: Words = {
    "stopped": ("{tactic} was stopped: {why}", "{tactic}已停止：{why}"),
    "stopped_for": ("{tactic} was stopped", "{tactic}已停止"),
}

NAMES: Words = {
    "in_period": ("{name}, {period}", "{name}，{period}"),
}

SAID: Words = {
    "no_period": ("the plan states no period, so there is no next one; write period: 2027-Q2 into it",
                  "计划没有写明 period，无法推出下一期；请在其中写 period: 2027-Q2"),
    "last_period": ("no plan can be of the period after {period}: years go up to 2999",
                    "{period} 之后没有可以规划的下一期：年份最大为 2999"),
    "only_final": ("--carry-over goes with --final: at half-time the plan goes on",
                   "--carry-over 只能与 --final 一起使用：中期时计划仍在执行"),
    "nothing_left": ("nothing is carried over: every goal is reached and every tactic ended",
                   "没有可延续的内容：目标均已达成，打法均已结束"),
}
# fmt: on
