"""What `roadmapctl coverage` says of a plan held against a method."""

from roadmapctl.i18n.funnel_words import Words

# fmt: off
LABELS: Words = {
    "title": ("{plan}: {method}", "{plan}：{method}"),
    "method": ("Method", "规划方法"),
    "covered": ("Covered", "完整度"),
    "counts": ("{share} ({present} of {number} present, {thin} thin, {missing} missing)",
               "{share}（共 {number} 项：完整 {present} 项，单薄 {thin} 项，缺失 {missing} 项）"),
    "later": ("Written while the plan runs", "执行中填写"),
    "step": ("Step", "步骤"),
    "element": ("Element", "要素"),
    "state": ("State", "状态"),
    "state_present": ("present", "完整"),
    "state_thin": ("thin", "单薄"),
    "state_missing": ("missing", "缺失"),
    "state_later": ("later", "待填写"),
    "where": ("Where", "位置"),
    "line": ("Line", "行"),
    "reason": ("What it lacks", "欠缺"),
    "next": ("Answer next", "下一个要回答的问题"),
    "nothing_next": ("Nothing is left to answer.", "没有待回答的问题。"),
    "goes_to": ("It goes to", "写在"),
}
# fmt: on
