"""The words around a rule's page."""

import re

PAGE = {
    "asked": ("only where the plan's method asks for it", "仅当计划的方法要求时"),
    "always": ("always", "适用于所有计划"),
    "says": ("", "提示语："),
    "mend": ("", "怎么改："),
    "bad": ("Bad:", "反例："),
    "good": ("Good:", "正例："),
    "prose": ("", "为什么（英文说明）："),
}
"""By name, in English and Chinese."""


def said(template: str) -> str:
    """A sentence of a rule for readers: its fields as `…`, its doubled braces as one."""
    plain = re.sub(r"(?<!\{)\{[a-z_]+[^{}]*\}(?!\})", "…", template)
    return plain.replace("{{", "{").replace("}}", "}")
