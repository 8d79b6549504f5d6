"""The words of the pyramid at a glance: what the plan has in each layer, and what is open."""

from roadmapctl.i18n.funnel_words import Words

# fmt: off
LABELS: Words = {
    "title": ("The pyramid at a glance", "金字塔一览"),
    "layer": ("Layer", "层"),
    "has": ("What the plan has", "已有"),
    "open": ("What is open", "待解决"),
    "agreement": ("executives: {executives}, middle managers: {middle}; conflicts: {conflicts}, resolved: {resolved}",
                  "高管 {executives} 人、中层 {middle} 人；分歧 {conflicts} 项，已解决 {resolved} 项"),
    "playbooks": ("playbooks: {books}, runs: {runs}, dated touches: {touches}",
                  "剧本 {books} 本，套用 {runs} 次，排定触达 {touches} 次"),
    "means": ("means: {means}, channels in use: {channels}", "手段 {means} 种，在用渠道 {channels} 个"),
    "team": ("people: {people}, functions: {functions}, goals: {goals}",
             "{people} 人、职能 {functions} 项、目标 {goals} 个"),
    "unresolved": ("no resolution: {names}", "未解决：{names}"),
    "unasked": ("not asked yet: {names}", "尚未征询：{names}"),
    "undated": ("no date: {names}", "没有日期：{names}"),
    "outside": ("touches outside the plan or their tactic: {number}", "超出计划或打法时间的触达：{number} 次"),
    "clashing": ("days on which touches meet: {number}", "触达撞期：{number} 天"),
    "no_kpi": ("no KPI at a level: {names}", "有层级缺少指标：{names}"),
    "no_owner": ("channels without an owner: {names}", "没有负责人的渠道：{names}"),
    "nobody_carries": ("functions nobody carries: {names}", "无人承担的职能：{names}"),
    "nobody_answers": ("goals nobody answers for: {names}", "无人负责的目标：{names}"),
    "overloaded": ("too much at once: {names}", "同时负责过多：{names}"),
}
# fmt: on
