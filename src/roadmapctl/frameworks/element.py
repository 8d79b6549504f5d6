"""What a planning method is: its elements, where each lives in a plan, and the rules that judge it."""

from typing import NamedTuple


class Element(NamedTuple):
    """Something a method wants a plan to say. `where` is its dotted path; `asks` are the codes of the rules that ask for it."""

    id: str
    title_en: str
    title_zh: str
    where: str
    asks: tuple[str, ...] = ()


class Framework(NamedTuple):
    """A planning method: a lens over the one plan format."""

    id: str
    title_en: str
    title_zh: str
    elements: tuple[Element, ...]
