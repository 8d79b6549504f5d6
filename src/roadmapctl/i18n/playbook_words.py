"""The words of playbooks: their dated touches, the systems behind them, how they are judged, what they taught."""

from roadmapctl.i18n import Language, dates
from roadmapctl.i18n.funnel_words import Words

# fmt: off
LABELS: Words = {
    "title": ("Playbooks", "剧本"),
    "colon": (": ", "："),
    # what there is
    "books": ("Playbooks", "剧本"),
    "runs": ("Runs", "执行"),
    "touches": ("Touches", "触达"),
    "count_and_span": ("{number}, {span}", "{number} 次，{span}"),
    "run_on": ("{tactic} ({day})", "{tactic}（{day}）"),
    "not_planned": ("a run that is not in the plan yet", "试排，尚未写入计划"),
    "saves": ("Saves", "节省工时"),
    "saves_hours": ("{each} hours a run, {all} in all", "每次 {each} 小时，合计 {all} 小时"),
    "saves_with": ("{hours} ({playbook})", "{hours}（{playbook}）"),
    "all_for": ("All of them for", "客群"),
    # the calendar
    "calendar": ("Dated touches", "触达日历"),
    "calendar_of": ("Dated touches in {year}", "{year}年触达日历"),
    "date": ("Date", "日期"),
    "time": ("Time", "时间"),
    "at": ("At", "时点"),
    "for": ("For", "所属活动"),
    "playbook": ("Playbook", "剧本"),
    "channel": ("Channel", "渠道"),
    "segment": ("Segment", "客群"),
    "message": ("Message", "内容"),
    "note": ("Note", "备注"),
    "the_event": ("the event", "活动当日"),
    "the_start": ("the start", "开始当日"),
    "before_plan": ("before the plan begins", "早于计划开始"),
    "before_tactic": ("before its tactic begins", "早于其打法开始"),
    "after_plan": ("after the plan ends", "晚于计划结束"),
    "clash": ("meets another", "与其他触达撞期"),
    "on_the_day": ("on the day", "当天"),
    "at_the_start": ("at the start", "开始时"),
    "before": ("{length} before", "提前{length}"),
    "after": ("{length} after", "{length}后"),
    "of_series": ("{name} ({number} of {of})", "{name}（第{number}场，共{of}场）"),
    "estimated": ("day estimated", "日期为估计"),
    "new_run": ("New: {playbook}", "新一轮：{playbook}"),
    # a playbook
    "journey": ("{playbook}: the journey", "{playbook}：客户旅程"),
    "systems": ("{playbook}: systems and the fields between them", "{playbook}：系统与字段流转"),
    "sequence": ("{playbook}: the touches", "{playbook}：触达序列"),
    "kpis": ("{playbook}: how it is judged", "{playbook}：三级指标"),
    "taught": ("{playbook}: what its runs have taught", "{playbook}：执行经验"),
    "number": ("#", "序号"),
    "customer": ("In front: the customer", "前台：客户"),
    "behind": ("Behind", "后台"),
    "system": ("System", "系统"),
    "does": ("What it does", "作用"),
    "sends": ("Sends", "传递字段"),
    "sends_to": ("{fields} → {system}", "{fields} → {system}"),
    "level": ("Level", "层级"),
    "metrics": ("KPIs", "指标"),
    "gap": ("gap: no KPI", "缺口：没有指标"),
    "elsewhere": ("{metric} is “{level}” elsewhere", "{metric} 在别处属于“{level}”"),
    "educate": ("Educate", "教育"),
    "engage": ("Engage", "互动"),
    "advocate": ("Advocate", "拥护"),
    "undescribed": ("not described", "未描述"),
    "idle": ("takes no part", "未参与"),
}

NOTES: Words = {
    "counted": ("Steps are counted from the date of the event; a tactic that is no event counts from its first day.",
                "步骤以活动日期为基准；不是活动的打法以开始日为基准。"),
    "hours": ("Hours are counted from the event's time of day; without one (event.time) only the day is known.",
              "小时以活动开始时刻为基准；没有写 event.time 时只知道日期。"),
    "undated": ("{tactic} has no day to count from: write its {key}.", "{tactic} 没有可作基准的日期：请填写 {key}。"),
    "series": ("{tactic} is a series of {number}, and only its first event has a date: a tactic for each of the others dates "
               "them too.",
               "{tactic} 共 {number} 场，只有第一场有日期：把其余各场分别写成打法，即可逐场排期。"),
    "estimated": ("{tactic} is a series of {number}: its days lie evenly up to the tactic's last and are estimates; a tactic for "
                  "each event dates it exactly.",
                  "{tactic} 共 {number} 场：各场日期按均匀间隔估计，至打法结束日为止；把各场分别写成打法，日期才准确。"),
    "unrun": ("No tactic follows the playbook {playbook} yet: write playbook: {id} into one, or try a day with "
              "--for {id} --date YYYY-MM-DD.",
              "还没有打法套用剧本“{playbook}”：请在打法中写 playbook: {id}，或用 --for {id} --date 年-月-日 试排一次。"),
    "no_playbooks": ("the plan has no playbooks; write one, such as playbooks: {{trade-show: {{sequence: [{{at: -7d, "
                     "channel: email, message: warm-up}}]}}}}",
                     "计划中没有剧本；请先写一个，例如 playbooks: {{trade-show: {{sequence: [{{at: -7d, channel: wechat, "
                     "message: 预热}}]}}}}"),
    "no_sequence": ("The playbook {playbook} has no steps: its sequence says what is sent when.",
                    "剧本 {playbook} 没有步骤：请在 sequence 中写明何时发什么。"),
    "step_without_at": ("{playbook}: steps without a time (at), left out of the calendar: {number}.",
                        "{playbook}：{number} 个步骤没有写时点（at），未排入日历。"),
    "clash": ("{day}: {channel} reaches {segment} for {touches}.", "{day}：{channel} 同时为 {touches} 触达 {segment}。"),
    "more_clashes": ("Further days on which touches meet, marked above: {number}.", "另有 {number} 天撞期，已在上表注明。"),
    "touch": ("{tactic} ({at})", "{tactic}（{at}）"),
    "for_whom": ("Say whom it is for (--segment: {segments}), and what it meets is seen.",
                 "请写明面向谁（--segment：{segments}），才能看出与哪些触达撞期。"),
    "weekend": ("Touches on a Saturday or a Sunday: {number}.", "落在周末的触达：{number} 次。"),
    "no_segment": ("Touches of {tactics} have no segment: whether they meet others cannot be seen.",
                   "{tactics} 没有写客群：无法判断其触达是否与其他触达撞期。"),
    "outside": ("Touches {what}: {number}.", "{what}的触达：{number} 次。"),
    "lesson": ("{learned}", "{learned}"),
    "lesson_from": ("{tactic}: {learned}", "{tactic}：{learned}"),
    "lesson_so": ("{lesson} → {so}", "{lesson} → {so}"),
    "no_flows": ("no fields flow between systems; say what each sends under systems: {{crm: {{sends: {{automation: [stage]}}}}}}",
                 "系统之间没有字段流转；请在 systems 中写明各自传递什么：{{crm: {{sends: {{automation: [阶段]}}}}}}"),
    "too_many_flows": ("the diagram is too large to be drawn; choose one playbook with --for",
                       "图太大，无法绘制；请用 --for 选择一个剧本"),
    "no_lesson": ("Nothing is written yet of what its runs have taught.", "尚未写下执行带来的经验。"),
}
WEEKDAYS = (("Mon", "周一"), ("Tue", "周二"), ("Wed", "周三"), ("Thu", "周四"), ("Fri", "周五"), ("Sat", "周六"), ("Sun", "周日"))
# fmt: on


def offset(number: int, unit: str, language: Language) -> str:
    """How long before or after: `7 days before`, `1 hour after`, `on the day`; `提前7天`, `1小时后`, `当天`."""
    if not number:
        key = "at_the_start" if unit in ("m", "h") else "on_the_day"
        return LABELS[key][language == "zh"]
    key = "before" if number < 0 else "after"
    return LABELS[key][language == "zh"].format(length=_length(abs(number), unit, language))


def _length(number: int, unit: str, language: Language) -> str:
    if unit not in ("m", "h"):
        return dates.length(number, unit, language)
    if language == "zh":
        return f"{number}{'分钟' if unit == 'm' else '小时'}"
    word = "minute" if unit == "m" else "hour"
    return f"{number} {word}{'' if number == 1 else 's'}"
