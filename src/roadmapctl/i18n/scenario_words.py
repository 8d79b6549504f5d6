"""What `roadmapctl funnel` says of a plan under other values."""

from roadmapctl.i18n.funnel_words import Words

# fmt: off
LABELS: Words = {
    "side_by_side": ("Scenarios", "情景对比"),
    "figure": ("", ""),
    "as_planned": ("As planned", "按计划"),
    "new": ("New units, {stage}", "新增{stage}"),
    "probability": ("Chance to meet the target", "达成目标的概率"),
    "grid": ("New units of {stage} by {down}", "新增{stage}，随 {down} 变化"),
    "grid_two": ("New units of {stage} by {down} (down) and {across} (across)", "新增{stage}：纵向为 {down}，横向为 {across}"),
    "grid_cac": ("CAC at the same values", "相同取值下的获客成本 CAC"),
    "solved": ("The value that just meets the goal", "恰好达成目标的取值"),
}

NOTES: Words = {
    "changes": ("{name}: {changes}", "{name}：{changes}"),
    "impossible": ("{value}: no result ({reason})", "{value}：无结果（{reason}）"),
    "at_least": ("{path} must be at least {value}; now it is {now}.", "{path} 至少须为 {value}；目前为 {now}。"),
    "at_most": ("{path} may be at most {value}; now it is {now}.", "{path} 最多可为 {value}；目前为 {now}。"),
    "at_least_unsaid": ("{path} must be at least {value}; now it is not stated.", "{path} 至少须为 {value}；目前未注明。"),
    "at_most_unsaid": ("{path} may be at most {value}; now it is not stated.", "{path} 最多可为 {value}；目前未注明。"),
    "volumes": ("The volumes of the plan are held fast: as things stand they bring {deals} deals, and {wanted} are wanted.",
                "保持计划的数量不变：按目前取值可成交 {deals} 单，需要 {wanted} 单。"),
    "always": ("The planned volumes meet the goal whatever {path} is.", "无论 {path} 取何值，计划的数量都能达成目标。"),
    "never": ("No value of {path} is enough: the planned volumes miss the goal at every one.",
              "{path} 取任何值都不够：计划的数量始终无法达成目标。"),
    "no_number": ("{path} takes no number that the funnel could be computed with.", "{path} 处没有可用于计算漏斗的数值。"),
}
# fmt: on
