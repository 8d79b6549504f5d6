"""What in a sentence is a quantity, and which digits are only names, in English and Chinese."""

import re
from functools import cache

from roadmapctl.analysis.words.number_words import ENGLISH


def any_of(words: str) -> str:
    """A pattern for one of the words; an underscore stands for a space."""
    return "(?:" + "|".join(words.replace("_", " ") for words in words.split()) + ")"


# --- numbers and their units

NUMBER = r"\d+(?:[,_'’]\d{3})*(?:\.\d+)?(?![\d])"
WORDS = "|".join(sorted(ENGLISH, key=len, reverse=True))
CODES = any_of("USD EUR GBP CNY RMB JPY HKD TWD SGD INR KRW AUD CAD CHF SEK NOK DKK PLN BRL MXN AED")
SIGNS = r"US\$|HK\$|NT\$|[ACSR]\$|[$€£¥₹]"
SCALES = {
    "k": 3, "thousand": 3, "m": 6, "mn": 6, "mio": 6, "million": 6, "millions": 6, "b": 9, "bn": 9, "billion": 9, "billions": 9,
    "w": 4, "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "十亿": 9, "百亿": 10, "千亿": 11, "万亿": 12,
}  # fmt: skip
"""Powers of ten by the word or letter that follows a number."""
SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
MONEY_WORDS = "dollars?|euros?|pounds?|yuan|francs?|krone[rn]?|kron[ao]r?|rupees?|reais|z[lł]oty(?:ch)?|pesos?|dirhams?"
MONEY_AFTER = (
    rf"{CODES}\b|(?:{MONEY_WORDS})\b|[$€£¥]"
    "|元|美元|美金|欧元|英镑|港元|港币|港幣|新台币|新台幣|日元|人民币|块钱"
)
MEASURES = (
    "个家场条篇次名位人单台套件款间店城倍元块份期届支部座所项门类批国省市县区校米吨株笔户席辆页本册组站点天周秒层种岁"
    "轮趟档版字张"
)
PERCENT = r"%|per\s?cent\b|pct\b"
POINTS = r"pp\b|ppts?\b|percentage[- ]points?\b|basis points?\b|bps\b|(?:%|percent)[- ]?points?\b|个?百分点|个点"

# --- changes by per cent

CHANGE_EN = (
    r"\b(?:rais|increas|improv|lift|grow|boost|push|expand|enhanc|optimi[sz]|reduc|cut|lower|decreas|drop|shrink"
    r"|bring(?:ing)? down|ris|fall)\w*\b"
)
CHANGE_ZH = any_of("提升 提高 增加 增长 上升 上涨 改善 拉升 下降 降低 减少 缩减 压缩 上调 下调 优化")
CHANGED = any_of("increase rise lift uplift improvement growth gain reduction drop decrease")
PERCENT_NUMBER = rf"(?P<n>{NUMBER})\s?(?:{PERCENT})(?!\s*-?\s?(?:points?|pts?|pp)\b)"
BY = r"by\s+(?:at least |about |around |another |an additional |up to |a further |over )?"
CHANGE_PHRASES = (
    rf"{CHANGE_EN}[^.;]{{0,90}}?\b{BY}{PERCENT_NUMBER}",
    rf"{PERCENT_NUMBER}\s+(?:{CHANGED}|higher|lower|more|better)\b",
    rf"\b{CHANGED} of {PERCENT_NUMBER}",
    rf"\+{PERCENT_NUMBER}",
    rf"{CHANGE_ZH}(?!到|至|为|成)[^，。；,;到至达为成]{{0,24}}?{PERCENT_NUMBER}",
)
SETTLED = (
    r"\brelative(?:ly)?\b|\bpoints?\b|\bpp\b|\bppts?\b|\bbps\b|百分点|个点|相对|同比|环比"
    r"|\bfrom\b[^.;]{0,90}?\d[^;]{0,40}?\bto\b[^.;\d]{0,40}\d|从[^。；\d]{0,90}\d[^。；]{0,40}?[到至][^。；\d]{0,40}\d"
    r"|\bto \d[\d.,]*\s?(?:%|percent)|[到至达为]\s?\d[\d.,]*\s?%"
)
"""What makes a change by per cent clear: points, relative, or both of its ends."""
RATE = (
    r"\b(?:rates?|ctr|cvr|conversion|churn|margins?|retention|market share|share of|ratio|penetration)\b"
    r"|(?<![效频])率|占比|份额|比例|渗透|占有"
)

# --- words that weaken or bend a quantity

DEGREE = (
    r"\b(?:improv|increas|grow|boost|rais|strengthen|enhanc|generat|driv|optimi[sz]|lift|deepen|maximi[sz]|delight"
    r"|striv|focus|engag|better)\w*\b"
    r"|\b(?:awareness|reputation|presence|visibility|image|loyalty|satisfaction|trust|happy|happier|happiness)\b"
    r"|提升|提高|增强|加强|改善|优化|促进|推动|扩大|强化|深化|完善|打造|服务好|服务(?=每|所有|全部)|满意|增加"
)
"""Words of more and better: with them, `all` and `every` say where, not how much."""
CADENCE = (
    r"\b(?:publish|send|post|host|run|hold|release|ship|write|record|produc)\w*\b[^.;]{0,90}"
    r"\b(?:(?:every|each|an?|per) (?:other )?(?:day|week|month|quarter)|weekly|monthly|daily)\b"
)
A_THING = "建立|组建|建设|培养|成为|打造|树立|形成|塑造|建成|做成|变成|当好"
"""Before `一个`, these make it an article: to become *a* famous brand."""
RECURRING = (
    r"\b(?:per|an?|each|every)\s+"
    r"(?:day|week|month|quarter|year|head|customer|visitor|session|event|store|shop|order)\b(?! (?:ago|earlier|before)\b)"
    r"|\b(?:monthly|weekly|daily|quarterly|average)\b"
    r"|每(?:个)?(?:天|日|周|月|季|年|人|场|次|店|家|单|位|客)|[月日周季年人店场]均|平均"
)
ROUGH = (
    rf"(?:\b{any_of('about around roughly approximately nearly almost circa some')}|\bca\.|~|≈|约|接?近)"
    rf"\s?(?:{SIGNS})?(?=\d)|\d\s?[\w%]{{0,3}}左右|\d\s?[万亿千百]?[余多]"
)

# --- digits and number words that are part of a name or a turn of phrase

STANDARDS = any_of("ISO IEC DIN IATF RFC SOC SAE ANSI IEEE EN NIST HTTP")
GENERATIONS = any_of(
    "web industry marketing version release commerce retail sales sourcing business enterprise bluetooth society platform "
    "website crm erp app"
)
MEASURED = any_of(
    "ROAS ROI NPS CSAT CAC LTV CPC CPM CTR CVR Rating Ratio Rate Score Average To Of At By From Reach Hit"
)
"""Before `4.0`, these make it a measure, and no version of something."""
NUMBERED = any_of(
    "tier level phase step chapter section article formula fortune forbes windows office dynamics microsoft version gen "
    r"generation ftse s&p dax nasdaq stoxx global inc\. customer scope sprint wave hall booth okr priority type grade"
)
AFTER_ONE = any_of(
    "stop of another to[-_]one on[-_]one size day voice brand roof place way thing by_one and_only team or_two or_more"
)
AFTER_ALL = any_of("in[-_]one round(?:er)? over about time star the_way else right along hands things of_our_heart")
ENGLISH_NAMES = (
    r"https?://\S+|\S+@\S+\.\S+|\bwww\.\S+",
    rf"\b(?!(?:{CODES}|US|NT|HK|Rs)\d|x\d{{1,2}}\b)[a-z]+\d\w*(?:\.\d+)?\b",
    r"\b(?!(?:sub|top|under|over|at|to)-)[a-z]+-\d+(?:\.\d+)?\b(?!\s?%)",
    r"\b[2-6]g\b|\b[1-4]d\b|\b\d+(?:st|nd|rd|th)\b|\b\d[- ]star\b|\b[478]p'?s?\b|\b[478]cs?\b|\b[48]k (?:video|tv|screen)s?",
    rf"\b{GENERATIONS}\s?\d\.\d",
    rf"\b(?!{MEASURED}\b)(?-i:[A-Z])\w+\s\d\.0\b",
    r"\bv\d+(?:\.\d+)*\b|\b\d+\.\d+\.\d+\b",
    rf"\b{STANDARDS}(?:/IEC)?[\s-]?\d+(?:[-:]\d+)*\b",
    rf"\b{NUMBERED}\s+\d+\b(?!\s?%)",
    r"\b(?:number|no\.?|nr\.?|num\.?)\s?(?:one|1)\b|#\s?\d+|№\s?\d+|\btop[- ](?:1|one)\b",
    rf"\bone[- ]{AFTER_ONE}\b|\b(?:no|the|any|every|each|some|which|this|that)[- ]one\b",
    r"\b\d+:\d+\b|\b1-(?:on|to)-1\b|\b\d+/\d+\b|\b360[- ]?(?:°|degrees?\b|view)|\b9-to-5\b|\b101\b",
    r"\b(?:net[- ]zero|zero[- ](?:party|trust|click|touch|day|code|waste|based|sum|emissions?))\b",
    r"\bdouble[- ](?:down|check|opt|digit|blind|edged)\b|\btriple[- ](?:a|play|win)\b",
    rf"\ball[- ]{AFTER_ALL}\b|\b(?:above|after|at|of) all\b",
    r"\bhalf[- ](?:year|day|time|way|hearted|baked)\b|\b(?:other|better) half\b",
    r"\bthousands? and one\b|\bone in a million\b|\bmillion[- ]dollar (?:idea|question)\b",
)
NUMERALS = r"[一二两三四五六七八九十百千\d]"
CHINESE_NAMES = (
    rf"(?:NO\.?\s?1|No\.?\s?1|TOP\s?1)(?!\d)|第{NUMERALS}+(?![家个位笔单]客|家门?店|单|笔)[个家名位届代方步期批]?",
    r"(?<!\d)(?:818|315)(?!\d|[个家条人万元,])|(?<!\d)(?:[6-9]0|[89]5|0[05])后|7[×xX*]24",
    r"十[四五]五|一二线|三四线|[一二三四五]线|[一二三四五六七八九]星级?|三甲医?院?|百强|(?:世界|财富)?(?:500|五百)强",
    rf"{NUMERALS}+周年|百度|百货|百年|万一|千方百计|千人千面|千家万户|万物|千禧|百家争鸣|亿万|百里挑一|万能|万众一心",
    r"四川|三亚|九江|万达|万科|三星|三农|七夕|五一|十一黄金周",
    r"一[体流站对键手切起些定直样般旦同贯种等时代步致带揽把点方]\w?|一次性|一条龙|一系列|一如既往|进一步",
    r"统一|唯一|(?<!分)之一|合一|专一|单一",
    r"零[售食部件基工距担碳钱散星配点]|事半功倍|加倍努力|成倍|百分之百努力",
    r"(?:工业|营销|零售|版本|管理|品牌|平台|战略|运营|门店|体系|系统|计划|Web)\s?\d\.\d",
    r"\d[AC-JLN-VX-Zac-jln-vx-z](?![A-Za-z%])|(?<!\d)2[BCbc](?=[\u4e00-\u9fff])|\d{2,3}度",
)


@cache
def english_names() -> tuple[re.Pattern[str], ...]:
    """Digits and number words that are part of an English name or turn of phrase."""
    return tuple(re.compile(row, re.ASCII | re.IGNORECASE) for row in ENGLISH_NAMES)


@cache
def chinese_names() -> tuple[re.Pattern[str], ...]:
    """The same for Chinese: generations, idioms, and every ordinal."""
    return tuple(re.compile(row) for row in CHINESE_NAMES)


# --- quantities

JOINED = rf"(?:{WORDS})s?(?:(?:[ -]|\sand\s)(?:{WORDS})s?)*"
FRACTION = "[ -](?:third|quarter|fifth|tenth)s?"
NONE = any_of("unanswered open overdue missed lost complaints? downtime backlog errors? outages? unassigned late")
BUYER = any_of("customer client deal sale order user partner dealer store pilot contract") + "s?"
ENGLISH_QUANTITY = (
    rf"\b(?:(?P<points>(?P<pointed>{JOINED})\s(?:percentage )?points?)"
    rf"|(?P<percent>(?P<part>{JOINED})\s(?:percent|per cent))"
    rf"|(?P<number>{JOINED})"
    r"|(?P<double>doubl(?:e|ed|es|ing)|twice|two-?fold)|(?P<triple>tripl(?:e|ed|es|ing)|threefold)"
    r"|(?P<quadruple>quadrupl\w+)|(?P<tenfold>tenfold)|(?P<half>half|halv(?:e|ed|es|ing))"
    rf"|(?P<fraction>by (?:a|one|two|three){FRACTION}|(?:a|one|two|three){FRACTION}(?= of\b| ·))"
    rf"|(?P<first>first (?:ever |paying |paid |pilot |reference |foreign |new )*{BUYER})"
    rf"|(?P<none>none|nobody|no {NONE}\b)"
    r"|(?P<all>(?:to )?(?:all|every|each)(?! (?:day|week|month|quarter|year|time|other|else|thing)\b)))\b"
)
DIGIT = "[一二两三四五六七八九]"
NUMERAL = "[零〇一二两三四五六七八九十百千万亿]"
COUNTED = any_of("级 元 人 用户 粉丝 会员 条 次 家 播放 曝光 营收 销售 美元 $ [,，。、;；]")
CUSTOMER = any_of("客 门?店 海外 付费 签约 订单 订阅 标杆 合同 单 经销 伙伴 用户 案例 $")
CHINESE_QUANTITY = (
    rf"(?P<percent>百分之(?P<part>{NUMERAL}+)"
    rf"|(?P<tenths>{DIGIT})成(?![功为立员本长交果熟都效品绩人分片型])(?P<half_tenth>五?))"
    rf"|(?P<points>(?P<pointed>{NUMERAL}+)个?百分点)|(?P<times>(?P<fold>{NUMERAL}+)倍)"
    rf"|(?P<number>(?<![\d十百千万亿])(?:{DIGIT}(?=[十百千万亿]){NUMERAL}+|十{NUMERAL}*(?=[{MEASURES}余多])"
    rf"|[百千十]?[万亿](?={COUNTED}))|(?<=[破超达过到至])[百千]?[万亿])"
    rf"|(?P<single>{DIGIT}(?=[{MEASURES}]|小时|分钟))"
    r"|(?P<rank>前[二两三四五六七八九十]+)(?![年天周个月])"
    r"|(?P<fraction>(?<!百)[二三四五六七八九十千]分之[一二两三四五六七八九])"
    r"|(?P<doubled>翻倍|翻番|翻一番|双倍|加倍|倍增|翻[两二三]番)|(?P<half>减半|一半|半数|过半|对半)"
    rf"|(?P<first>(?:首|第一)[家个位笔单](?={CUSTOMER}))"
    r"|(?P<none>(?<=[到至为现达])零|零(?=投诉|事故|差错|缺陷|流失|退货|逾期|故障|漏)|清零|归零)"
    r"|(?P<all>[到至给向]?(?:所有|全部|全体|每一?[家个位名所间台条单款座城省人](?![月季年周星])|百分百|全覆盖))"
)


@cache
def digits() -> re.Pattern[str]:
    """A number in digits with what stands around it, in either language."""
    return re.compile(
        rf"(?P<sign>(?:{SIGNS})\s?|\b{CODES}\s?)?(?P<rank>\btop[- ]?|前)?(?P<number>{NUMBER})\s?-?"
        rf"(?:(?P<scale>{SCALE})(?![a-zA-Z]))?\+?\s?"
        rf"(?:(?P<points>{POINTS})|(?P<percent>{PERCENT}|成(?![功为立员]))"
        rf"|(?P<times>[x×](?![\w])|times\b|-?fold\b|倍)|(?P<money>{MONEY_AFTER}))?",
        re.ASCII | re.IGNORECASE,
    )


@cache
def english_words() -> re.Pattern[str]:
    """A number in words; `double`, `half`; `every`, `none`, `zero`."""
    return re.compile(ENGLISH_QUANTITY, re.ASCII | re.IGNORECASE)


@cache
def chinese_words() -> re.Pattern[str]:
    """A quantity in Chinese numerals or words."""
    return re.compile(CHINESE_QUANTITY)
