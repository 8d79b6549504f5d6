"""Which well-known figure a metric or a stage of a funnel is, by its name, in English and Chinese.

Only whole names are recognised: `New customers` is one, `New customers in packaging` is a figure of its own.
"""

import unicodedata
from functools import cache, lru_cache

from roadmapctl.model.funnel import Stage
from roadmapctl.model.metrics import Metric

STAGES: dict[str, str] = {
    "visit": "visit|visitor|session|website visit|site visit|web visit|website visitor|website session|web session"
    "|traffic|访问|访客|会话|访问量|访客数|网站访问|网站访客|官网访问|官网访客|官网访问量|网站访问量|网站会话|uv",
    "lead": "lead|inquiry|enquiry|raw lead|inbound lead|contact lead|线索|线索量|原始线索|潜在客户|留资|留资线索"
    "|询盘|销售线索",
    "mql": "mql|marketing qualified lead|市场合格线索|营销合格线索|市场认可线索|市场部合格线索"
    "|符合营销条件的潜在客户|营销合格潜在客户",
    "sql": "sql|sales qualified lead|销售合格线索|销售认可线索|销售合格潜在客户",
    "opportunity": "opportunity|sales opportunity|qualified opportunity|商机|销售机会|销售商机|机会",
    "customer": "customer|customer won|paying customer|signed customer|deal|deal won|won deal|closed deal"
    "|closed won|contract signed|客户|成交客户|签约客户|付费客户|成交|签约|赢单|新客|成交单|签约单",
}  # fmt: skip
"""Stages from the first visit to the customer, each with its names as `plain` gives them."""

FIGURES: dict[str, str] = {
    **STAGES,
    "order": "order|online order|shop order|订单|订单量|支付订单|成交订单",
    "revenue": "revenue|sales|sales revenue|turnover|contract value|booking|gmv|net revenue|online revenue|收入|营收"
    "|营业收入|销售额|成交额|合同收入|合同额|签约额|签约收入|销售收入|营业额|新签合同额|新签收入|成交总额",
    "deal_size": "deal size|average deal|average deal size|average contract value|average contract size|平均合同额"
    "|平均签约额|单均合同额|平均成交额|平均单值|客单价|平均客单价",
    "order_value": "aov|average order value|average order|average basket|笔单价|平均订单金额|平均订单额|客单价"
    "|平均客单价",
    "arpu": "arpu|arpa|average revenue per user|average revenue per account|average revenue per customer"
    "|revenue per customer|每用户平均收入|单客户平均收入|户均收入|客户平均收入",
    "mrr": "mrr|monthly recurring revenue|recurring revenue per month|月度经常性收入|月经常性收入|月度订阅收入"
    "|月度经常收入",
    "arr": "arr|annual recurring revenue|yearly recurring revenue|年度经常性收入|年经常性收入|年度订阅收入"
    "|年度经常收入",
    "ltv": "ltv|clv|cltv|customer lifetime value|lifetime value|客户生命周期价值|用户生命周期价值|客户终身价值"
    "|生命周期价值",
    "churn": "monthly churn|monthly churn rate|churn per month|monthly customer churn|monthly customer churn rate"
    "|monthly logo churn|月流失率|月度流失率|月客户流失率|月度客户流失率|客户月流失率|每月流失率",
    "cac": "cac|customer acquisition cost|cost per customer|cost per new customer|cost per acquired customer"
    "|获客成本|客户获取成本|单客获客成本|新客获客成本|新客户获客成本|单个客户获客成本",
    "ltv_cac": "ltv cac|ltv to cac|ltv cac ratio|ltv to cac ratio|clv cac|clv to cac|clv to cac ratio|ltvcac"
    "|ltvcac比|ltvcac比值|ltv与cac之比",
    "roas": "roas|return on ad spend|广告投产比|广告支出回报率|投放roas|广告roas",
    "ad_spend": "ad spend|advertising spend|media spend|paid media spend|广告花费|广告支出|广告投入|投放费用"
    "|投放预算",
    "ad_revenue": "ad revenue|revenue from ad|advertising revenue|revenue from advertising|广告成交额"
    "|广告带来的收入|投放成交额|广告收入",
    "order_rate": "order conversion rate|ecommerce conversion rate|e commerce conversion rate"
    "|purchase conversion rate|checkout conversion rate|shop conversion rate|下单转化率|支付转化率|成交转化率"
    "|购买转化率",
    "click_rate": "email click rate|e mail click rate|newsletter click rate|email click through rate"
    "|e mail click through rate|邮件点击率|邮件点击率ctr|edm点击率",
    "search_click_rate": "search ad click through rate|search ad ctr|google ad ctr|paid search ctr|搜索广告点击率",
    "search_conversion": "search ad conversion rate|google ad conversion rate|paid search conversion rate"
    "|搜索广告转化率",
    "show_rate": "webinar show rate|webinar attendance rate|webinar show up rate|registrant to attendee rate"
    "|研讨会到会率|直播到会率|研讨会出席率",
}  # fmt: skip
"""Figures by their names; one that has two meanings (客单价) is listed under both."""

REMEMBERED = 1_000
"""Names whose meaning is kept: several rules ask about the same metrics."""
WIN_RATES = "win rate|close rate|closing rate|opportunity win rate|赢单率|成单率|商机赢单率|商机成单率|商机赢率"
RATE_ENDINGS = (" conversion rate", " conversion", " rate", "转化率", "比率", "率")
LINKS = (" to ", "到", "至", "转")
"""Between the two stages of a rate."""
LEADING = ("new ", "total ", "number of ", "count of ", "annual number of ", "新增", "全年", "年度", "新")
NEW_BUSINESS = ("新增", "新签", "contract", "booking", "合同", "签约")
TRAILING = ("总数", "数量", "数", " count")
PUNCTUATION = str.maketrans(
    dict.fromkeys("-_/:：·,，.、&|（）()[]【】", " ") | {"→": " to ", "＞": " to ", ">": " to "}
)


def figures_of(id_: str, metric: Metric) -> frozenset[str]:
    """The figures a metric may be: by its name, or by its id where it has none. Empty for one that is none of them."""
    return figures(metric.name or id_)


@lru_cache(REMEMBERED)
def figures(text: str) -> frozenset[str]:
    """The figures that a whole name stands for."""
    table = _by_name()
    for name in _readings(text):
        if name in table:
            return table[name]
    return frozenset()


def stage_of(stage: Stage) -> str | None:
    """Which of the well-known stages this is; None where neither its id nor its name says so."""
    return _stage(stage.id) or (_stage(stage.name) if stage.name else None)


@lru_cache(REMEMBERED)
def _stage(text: str) -> str | None:
    return next((figure for figure in figures(text) if figure in STAGES or figure == "order"), None)


@lru_cache(REMEMBERED)
def steps_of(text: str) -> tuple[str, str] | None:
    """The two stages between which a rate of this name lies: `Lead-to-MQL rate`, `MQL到SQL转化率`, `Win rate`."""
    name = plain(text)
    if name in WIN_RATES.split("|"):
        return "opportunity", "customer"
    for ending in RATE_ENDINGS:
        name = name.removesuffix(ending)
    for link in LINKS:
        before, found, after = name.partition(link)
        first, second = (_stage(before), _stage(after)) if found else (None, None)
        if first is not None and second is not None:
            return first, second
    return None


@lru_cache(REMEMBERED)
def ends_of(text: str) -> tuple[str, str] | None:
    """The two plain names that a name such as `Trial-to-subscriber rate` links, whatever they are."""
    name = plain(text)
    for ending in RATE_ENDINGS:
        name = name.removesuffix(ending)
    for link in LINKS:
        before, found, after = name.partition(link)
        if found and before and after:
            return before, after
    return None


def says_new(text: str) -> bool:
    """Does a name speak of new business alone?"""
    name = plain(text)
    return name.startswith(("new ", "新")) or any(word in name for word in NEW_BUSINESS)


@lru_cache(REMEMBERED)
def plain(text: str) -> str:
    """A name in lower case, without punctuation and plural endings; Chinese without spaces."""
    words = unicodedata.normalize("NFKC", text).lower().translate(PUNCTUATION).split()
    if not all(word.isascii() for word in words):
        return "".join(words)
    return " ".join(map(_singular, words))


def _singular(word: str) -> str:
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "as")) or word == "sales":
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]


def _readings(text: str) -> tuple[str, ...]:
    """The name as it stands, without what repeats it in brackets, and without words such as `new` and `number of`."""
    whole = plain(text)
    short = _without_abbreviation(text)
    bare = short
    for word in LEADING:
        bare = bare.removeprefix(word)
    for word in TRAILING:
        bare = bare.removesuffix(word)
    return whole, short, bare


def _without_abbreviation(text: str) -> str:
    """`Monthly recurring revenue (MRR)` without the brackets, where both say the same."""
    outside, bracket, inside = unicodedata.normalize("NFKC", text).partition("(")
    if not bracket:
        return plain(text)
    table = _by_name()
    same = table.get(plain(outside), frozenset()) & table.get(plain(inside), frozenset())
    return plain(outside) if same else plain(text)


@cache
def _by_name() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for figure, names in FIGURES.items():
        for name in names.split("|"):
            table[name] = table.get(name, frozenset()) | {figure}
    return table
