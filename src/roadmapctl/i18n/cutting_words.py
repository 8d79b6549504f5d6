"""The comments in a plan that `roadmapctl quarter` cuts out of a wider one, and its sentences."""

from roadmapctl.i18n.funnel_words import Words

# fmt: off
COMMENTS: Words = {
    "head": ("{part} of “{plan}”, cut out of {parent}. It is yours to go on with; what it asks for is held against the wider plan.",
             "从“{plan}”切出的{part}计划，来自 {parent}。可以在此继续编辑；其目标与预算会对照上级计划检查。"),
    "budget": ("{tactics} for the tactics below, and {unplanned} of the wider plan's money that no tactic has yet.",
               "下列打法 {tactics}，另有上级计划中尚未分配给打法的 {unplanned}。"),
    "budget_all": ("What the tactics below cost in these days.", "下列打法在本期内的花费。"),
    "no_method": ("Take the # off the next line once each “?” is answered: {command}",
                  "回答完下文标有“？”的问题后，删去下一行的 #：{command}"),
    "goals": ("The wider plan's goals, as far as they fall due here: sums shared out by seasonality, levels from where they stand "
              "when this begins to where they stand when it ends.",
              "上级计划的目标在本期的部分：流量指标按季节性拆分，存量与比率从期初值推进到期末值。"),
    "goals_gone": ("Not here: {goals}.", "不在本期：{goals}。"),
    "goal_due_before": ("{goal} (due {due})", "{goal}（{due}已截止）"),
    "goal_not_shared": ("{goal} (no target to share out)", "{goal}（没有可拆分的目标值）"),
    "goal_not_moving": ("{goal} (nothing falls due)", "{goal}（本期没有应完成的部分）"),
    "focus": ("One focus area for each goal that the tactics below serve: merge or rename them, a few are enough.",
              "每个由下列打法支撑的目标对应一个聚焦领域：可以合并或改名，少数几个就够。"),
    "funnel_gone": ("The funnel stays in the wider plan: {reason}.", "漏斗留在上级计划中：{reason}。"),
    "funnel_not_cut": ("its goal is not in this part", "它的目标不在本期"),
    "funnel": ("The wider plan's funnel with this part's share of its target.", "上级计划的漏斗，目标为本期份额。"),
    "in_hand": ("? How many are in hand at each stage on {day} (in_hand)?", "？{day}各阶段在手多少（in_hand）？"),
    "milestones": ("The milestones dated in these days; of a sum they ask for what their tactics bring here.",
                   "日期在本期内的里程碑；流量指标只要求其打法在本期带来的部分。"),
    "milestone_short": ("? target: {wanted} by then, but the tactics of these days bring {brought}, {short} too little. "
                        "Which of the two is it?",
                        "？target：届时应达到 {wanted}，而本期打法带来 {brought}，还差 {short}。以哪个为准？"),
    "tactics": ("The wider plan's tactics, as far as they run in these days: money by days, what they bring by seasonality.",
                "上级计划的打法在本期内的部分：费用按天数拆分，贡献按季节性拆分。"),
    "tactic_part": ("{days} in the wider plan.", "上级计划中为 {days}。"),
    "tactic_serves": ("For “{milestone}” on {day}, in the wider plan.", "服务于上级计划的里程碑“{milestone}”（{day}）。"),
    "tactic_part_serves": ("{days} in the wider plan, for “{milestone}” on {day}.",
                           "上级计划中为 {days}，服务于里程碑“{milestone}”（{day}）。"),
    "tactic_undated": ("Not here, for they have no days: {tactics}.", "没有日期、因而不在此处的打法：{tactics}。"),
    "measurement": ("Reviews at half-time and two weeks before the end.", "中期复盘一次，期末前两周复盘一次。"),
    "actuals": ("actuals: {actuals}   # take the # off to hold the wider plan's figures against this one",
                "actuals: {actuals}   # 删去行首的 #，即可用上级计划的实际数据对照本计划"),
    "question": ("? {question}", "？{question}"),
    "between": (", ", "、"),
    "points": ("{number} points", "{number}个百分点"),
}

NAMES: Words = {
    "in_year": ("{name}, {part}", "{name}，{part}"),
}

STATEMENTS: Words = {
    "sum": ("Bring {metric} to {target} by {day}", "{day}前{metric}达到{target}"),
    "way": ("Bring {metric} from {baseline} to {target} by {day}", "{day}前{metric}从{baseline}做到{target}"),
}

REFUSED: Words = {
    "no_period": ("“{plan}” states no period to cut a part out of; write period: 2027 into it",
                  "“{plan}”没有写明 period，无法切分；请在其中写 period: 2027"),
    "no_part": ("“{period}” is no part of a year; write 2027-Q3 (or Q3, of the plan's own year), 2027-H1 or 2027-05",
                "“{period}”不是一年中的时段；请写成 2027-Q3（或 Q3，指计划自身年度的第三季度）、2027-H1 或 2027-05"),
    "a_year": ("{period} is a whole year; write the quarter, such as {period}-Q3, a half or a month",
               "{period} 是整年；请写季度，如 {period}-Q3，或半年、月份"),
    "outside": ("{period} lies outside of “{plan}”, which runs from {start} to {end}; inside are {parts}",
                "{period} 不在“{plan}”的周期内（{start} 至 {end}）；可选：{parts}"),
    "all_of_it": ("{period} is all there is of “{plan}”; cut it out of a longer plan",
                  "{period} 就是“{plan}”的全部周期；请从更长的计划中切分"),
}

SAID: Words = {
    "there_already": ("{file} exists already; nothing was changed; --force replaces it",
                      "{file} 已存在，未作任何改动；加 --force 可替换"),
    "left_for_you": ("{count} questions are left for you; they stand in the plan, marked with “?”",
                     "有 {count} 个问题留待你回答，已在计划中以“？”标出"),
    "one_left": ("one question is left for you; it stands in the plan, marked with “?”",
                 "有 1 个问题留待你回答，已在计划中以“？”标出"),
    "parent_from": ("“parent: {parent}” is seen from the folder of the plan it was cut out of; save it there, or let -o write it",
                    "“parent: {parent}”是相对于原计划所在文件夹的路径；请保存到该文件夹，或用 -o 写出"),
    "still": ("it has weak points all the same ({count}): roadmapctl validate {file}",
              "该计划仍有 {count} 条检查结果：roadmapctl validate {file}"),
}
# fmt: on
