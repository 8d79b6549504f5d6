"""What a report says of the segments by their traits."""

from roadmapctl.i18n.funnel_words import Words

# fmt: off
LABELS: Words = {
    "segment": ("Segment", "客群"),
    "status": ("Status", "状态"),
    "size": ("Size", "规模"),
    "combines": ("Combines", "组合自"),
    "crossed": ("{rows} × {columns}", "{rows} × {columns}"),
    "cell": ("{segment} ({size})", "{segment}（{size}）"),
    "and": (" and ", "与"),
    "more": ("{number} more", "另有 {number} 处"),
    "month": ("month", "月"),
    "quarter": ("quarter", "季度"),
    "year": ("year", "年"),
}

TRAITS: Words = {
    "region": ("region", "地区"),
    "country": ("country", "国家"),
    "city": ("city", "城市"),
    "age": ("age", "年龄"),
    "gender": ("gender", "性别"),
    "industry": ("industry", "行业"),
    "department": ("department", "部门"),
    "function": ("function", "职能"),
    "role": ("role", "岗位"),
    "decision_maker": ("decision maker", "决策人"),
    "interest": ("interest", "兴趣"),
    "product_interest": ("product interest", "产品兴趣"),
    "project_date": ("project date", "项目时间"),
    "project_budget": ("project budget", "项目预算"),
    "budget": ("budget", "预算"),
    "footprint": ("footprint", "行为足迹"),
    "employees": ("employees", "员工数"),
    "company_size": ("company size", "企业规模"),
}
"""What the usual traits are called; any other by its own key."""

NOTES: Words = {
    "total": ("In all {total}: {parts}.", "合计 {total}：{parts}。"),
    "part": ("{status} {size}", "{status} {size}"),
    "no_status": ("without a status", "未注明状态"),
    "combined": ("Not counted again, for its people are in the segments it combines: {segments}.",
                 "以下为组合客群，其成员已计入所组合的客群，不重复计算：{segments}。"),
    "unsaid": ("No size is said for {segments}.", "未写明规模：{segments}。"),
    "empty": ("No segment yet: {cells}.", "尚无客群的组合：{cells}。"),
    "shared": ("Several segments in one place: {cells}.", "同一组合中有多个客群：{cells}。"),
    "reviewed": ("The segments are held against new figures every {rhythm}.", "每{rhythm}用新数据复核一次客群。"),
}
# fmt: on
