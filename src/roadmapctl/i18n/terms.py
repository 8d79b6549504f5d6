"""The field's standard words: what well-known ids are called where a plan gives them no name."""

from roadmapctl.i18n import Language

TERMS: dict[str, tuple[str, str]] = {
    # stages of a funnel
    "visit": ("Visit", "访问"),
    "visitor": ("Visitor", "访客"),
    "session": ("Session", "会话"),
    "contact": ("Contact", "联系人"),
    "subscriber": ("Subscriber", "订阅者"),
    "lead": ("Lead", "线索"),
    "mql": ("MQL", "MQL"),
    "sal": ("SAL", "SAL"),
    "sql": ("SQL", "SQL"),
    "pql": ("PQL", "PQL"),
    "demo": ("Demo", "演示"),
    "trial": ("Trial", "试用"),
    "opportunity": ("Opportunity", "商机"),
    "proposal": ("Proposal", "方案"),
    "quote": ("Quote", "报价"),
    "customer": ("Customer", "客户"),
    # channels and sources
    "website": ("Website", "官网"),
    "blog": ("Blog", "博客"),
    "content-hub": ("Content hub", "内容中心"),
    "online-store": ("Online store", "线上商城"),
    "webinar": ("Webinar", "研讨会"),
    "summit": ("Summit", "峰会"),
    "online-summit": ("Online summit", "线上峰会"),
    "trade-fair": ("Trade fair", "展会"),
    "trade-show": ("Trade show", "展会"),
    "event": ("Event", "活动"),
    "roundtable": ("Round table", "圆桌会"),
    "email": ("E-mail", "邮件"),
    "newsletter": ("Newsletter", "电子报"),
    "direct-mail": ("Direct mail", "直邮"),
    "video": ("Video", "视频"),
    "podcast": ("Podcast", "播客"),
    "advertising": ("Advertising", "广告"),
    "display-ads": ("Display ads", "展示广告"),
    "search": ("Search", "搜索"),
    "search-ads": ("Search ads", "搜索广告"),
    "paid-search": ("Paid search", "付费搜索"),
    "seo": ("SEO", "搜索优化（SEO）"),
    "sem": ("SEM", "搜索营销（SEM）"),
    "social": ("Social media", "社交媒体"),
    "linkedin": ("LinkedIn", "领英"),
    "wechat": ("WeChat", "微信"),
    "douyin": ("Douyin", "抖音"),
    "xiaohongshu": ("Xiaohongshu", "小红书"),
    "facebook": ("Facebook", "Facebook"),
    "instagram": ("Instagram", "Instagram"),
    "whatsapp": ("WhatsApp", "WhatsApp"),
    "youtube": ("YouTube", "YouTube"),
    "tiktok": ("TikTok", "TikTok"),
    "google-ads": ("Google Ads", "谷歌广告"),
    "weibo": ("Weibo", "微博"),
    "bilibili": ("Bilibili", "B站"),
    "zhihu": ("Zhihu", "知乎"),
    "kuaishou": ("Kuaishou", "快手"),
    "tmall": ("Tmall", "天猫"),
    "jd": ("JD", "京东"),
    "wecom": ("WeCom", "企业微信"),
    "baidu": ("Baidu", "百度"),
    "community": ("Community", "社群"),
    "partner": ("Partner", "伙伴"),
    "dealer": ("Dealer", "经销商"),
    "referral": ("Referral", "转介绍"),
    "sales-visit": ("Sales visit", "上门拜访"),
    "plant-visit": ("Plant visit", "工厂参观"),
    "phone": ("Phone", "电话"),
    "pr": ("PR", "公关"),
    "crm": ("CRM", "客户关系管理（CRM）"),
    "scrm": ("Social CRM", "社交客户管理（SCRM）"),
    "automation": ("Automation", "营销自动化"),
    "analytics": ("Analytics", "网站分析"),
    "live": ("Live stream", "直播"),
    "sms": ("Text message", "短信"),
    "bdr": ("BDR", "BDR（业务拓展代表）"),
    # what marketing and sales cost beside their programmes
    "salaries": ("Salaries", "人员薪酬"),
    "marketing-salaries": ("Marketing salaries", "市场部薪酬"),
    "sales-salaries": ("Sales salaries", "销售部薪酬"),
    "tools": ("Tools", "工具"),
    # how guests take part, and what an event becomes
    "sign-in": ("Sign-in", "签到"),
    "lottery": ("Lottery", "抽奖"),
    "poll": ("Poll", "投票"),
    "q-and-a": ("Q&A", "问答"),
    "replay": ("Replay", "回放"),
    "clips": ("Clips", "切片"),
    "article": ("Article", "文章"),
    "hub-page": ("Hub page", "专题页"),
    # reviews
    "midpoint": ("Midpoint", "中期"),
    "final": ("Final", "终期"),
    # planning methods
    "seven-step": ("seven-step roadmap", "七步法"),
    "quarterly": ("90-day roadmap", "90天路线图"),
    "events": ("digital events", "数字活动"),
    "annual": ("annual operating plan", "年度经营计划"),
    "pyramid": ("transformation pyramid", "转型金字塔"),
}
"""By id, in English and Chinese."""

_ACRONYMS = (
    "ai api arr b2b b2c bdr bi cac cdp cpl crm cta dach erp faq hr iot it kol kpi mql mrr nps plg pql pr qa roas roi saas sal "
    "sdr sem seo sql uk us ux"
)
ACRONYMS = frozenset(_ACRONYMS.split())
SHORTEST_OF_SEVERAL = 3
"""Letters of an acronym that may stand with an s: “its” are not two ITs."""


def called(id_: str, language: Language) -> str:
    """What an id is called: the field's word for it, or the id as words."""
    known = TERMS.get(id_)
    if known is not None:
        return known[language == "zh"]
    words = " ".join(_word(word) for word in id_.split("-"))
    return words[:1].upper() + words[1:]


def _word(word: str) -> str:
    """A word of an id as it is written: `SQL`, `SQLs`, `its`."""
    if word in ACRONYMS:
        return word.upper()
    one = word.removesuffix("s")
    return f"{one.upper()}s" if one in ACRONYMS and len(one) >= SHORTEST_OF_SEVERAL else word
