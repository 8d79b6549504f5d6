"""Currencies: ISO 4217 codes and how many decimals each is counted in."""

from typing import Annotated, Any

from roadmapctl.model.element import Read
from roadmapctl.model.nearest import nearest
from roadmapctl.model.unreadable import unreadable

_TWO = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE "
    "CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD "
    "KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR "
    "PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU "
    "UZS VED VES WST XCD XCG YER ZAR ZMW ZWG"
)
_NONE = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
_THREE = "BHD IQD JOD KWD LYD OMR TND"
DECIMALS = {**dict.fromkeys(_TWO.split(), 2), **dict.fromkeys(_NONE.split(), 0), **dict.fromkeys(_THREE.split(), 3)}
"""Decimal places by ISO 4217 code (active codes, 2026)."""
EVERYDAY = {
    "RMB": "CNY",
    "CNH": "CNY",
    "元": "CNY",
    "人民币": "CNY",
    "¥": "CNY",
    "$": "USD",
    "美元": "USD",
    "€": "EUR",
    "£": "GBP",
    "NTD": "TWD",
}


def currency(value: Any) -> str:
    """An ISO 4217 code. Raises Unreadable with the likely one."""
    text = value.strip() if isinstance(value, str) else str(value)
    if text in DECIMALS:
        return text
    likely = EVERYDAY.get(text.upper()) or nearest(text.upper(), DECIMALS) or "USD, EUR, CNY"
    raise unreadable(
        "RM025",
        "“{value}” is not a currency code of ISO 4217",
        "“{value}”不是 ISO 4217 货币代码",
        ("did you mean {likely}?", "是否想写 {likely}？"),
        value=text,
        likely=likely,
    )


Currency = Annotated[str, Read(currency, None, {"type": "string", "enum": sorted(DECIMALS)})]
