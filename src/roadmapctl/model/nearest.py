"""The word somebody probably meant."""

from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

MAX_LENGTH = 60
MAX_CANDIDATES = 2_000
CUTOFF = 0.6
MIN_SLIP = 4

CHINESE_KEYS = {
    "名称": "name", "姓名": "name", "语言": "language", "货币": "currency", "币种": "currency", "周期": "period",
    "期间": "period",
    "预算": "budget", "目标": "goals", "指标": "metrics", "市场": "market", "细分": "segments", "细分市场": "segments",
    "策略": "strategy",
    "战略": "strategy", "漏斗": "funnel", "里程碑": "milestones", "打法": "tactics",
    "战术": "tactics", "举措": "tactics", "衡量": "measurement",
    "度量": "measurement", "负责人": "owner", "渠道": "channel", "开始": "start", "结束": "end", "日期": "date", "截止": "due",
    "基线": "baseline", "目标值": "target", "贡献": "contributes", "动机": "motivation", "陈述": "statement", "阶段": "stages",
    "转化率": "rate", "客单价": "deal_size", "毛利率": "margin", "来源": "source", "组织": "organization", "人员": "people",
    "框架": "framework", "洞察": "insight", "原因": "because",
    # values that are chosen from a few
    "同意": "agreed", "支持": "agreed", "赞成": "agreed", "顾虑": "concerned", "有顾虑": "concerned", "反对": "opposed",
    "未知": "unknown", "高管": "executive", "高层": "executive", "中层": "middle", "混合": "hybrid", "集中": "centralized",
    "流量": "flow", "存量": "stock", "越高越好": "up", "高": "up", "越低越好": "down", "低": "down",
    "周": "week", "每周": "week", "月": "month", "每月": "month", "季度": "quarter", "每季": "quarter", "每季度": "quarter",
    "每年": "year", "中文": "zh", "英文": "en", "现有": "current", "新兴": "emerging", "受众": "audience", "人群": "audience",
    "活动": "activity", "内容": "content", "媒体": "media", "投放": "media", "了解": "aware", "考虑": "consider", "比较": "compare",
    "购买": "buy", "复购": "buy-again", "归属": "belonging", "归属感": "belonging", "连接": "connection", "惊喜": "delight",
    "荣耀": "glory", "继续": "continue", "调整": "adjust", "停止": "stop", "成交": "deals", "单数": "deals",
}  # fmt: skip


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like the word (case, `-`, `_` and spaces do not count), or None where none is near.

    Only the first 2,000 candidates are compared, so that a flood of wrong words stays a flood of cheap questions.
    """
    if not word or len(word) > MAX_LENGTH:
        return None
    from difflib import get_close_matches

    plain: dict[str, str] = {}
    for candidate in candidates:
        plain.setdefault(_plain(candidate), candidate)
        if len(plain) >= MAX_CANDIDATES:
            break
    translated = CHINESE_KEYS.get(word.strip())
    if translated in plain.values():
        return translated
    if translated is not None and translated.rstrip("s") in plain.values():
        return translated.rstrip("s")
    found = get_close_matches(_plain(word), plain, n=1, cutoff=CUTOFF)
    return plain[found[0]] if found else None


class Near(NamedTuple):
    """The one candidate near a word. `same`: only case, `-`, `_`, spaces or quotes differ; `slip`: or one slip of the keys."""

    word: str
    same: bool
    slip: bool


def only_near(word: str, candidates: Iterable[str]) -> Near | None:
    """The candidate near a word where there is exactly one; None where none is, or where it could be several."""
    if not word or len(word) > MAX_LENGTH:
        return None
    from difflib import get_close_matches

    plain = [(_plain(candidate), candidate) for candidate in islice(candidates, MAX_CANDIDATES)]
    wanted = _plain(word)
    translated = CHINESE_KEYS.get(word.strip(), wanted)
    same = {candidate for text, candidate in plain if text in (wanted, translated, translated.removesuffix("s"))}
    if len(same) == 1:
        return Near(same.pop(), True, True)
    found = get_close_matches(wanted, [text for text, _ in plain], n=2, cutoff=CUTOFF)
    if same or len(found) != 1:
        return None
    likely = next(candidate for text, candidate in plain if text == found[0])
    return Near(likely, False, is_slip(wanted, found[0]))


def is_slip(word: str, meant: str) -> bool:
    """Is it one letter too many, too few, changed, or two that changed places? Short words and digits leave no such choice."""
    if min(len(word), len(meant)) < MIN_SLIP or [c for c in word if c.isdigit()] != [c for c in meant if c.isdigit()]:
        return False
    start = next((i for i, (a, b) in enumerate(zip(word, meant, strict=False)) if a != b), min(len(word), len(meant)))
    one, other = word[start:], meant[start:]
    swapped = one[:2] == other[:2][::-1] and one[2:] == other[2:]
    return swapped or one[1:] == other or one == other[1:] or one[1:] == other[1:]


def _plain(word: str) -> str:
    return word.lower().replace("-", "").replace("_", "").replace(" ", "").strip("\"'“”‘’\u200b\u200d\ufeff")
