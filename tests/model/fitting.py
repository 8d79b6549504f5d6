"""Documents made from the JSON Schema, and near misses made from those; by a walk through the keywords the schema uses."""

import copy
import re
from typing import Any

from hypothesis import strategies as st

from roadmapctl.model.number_patterns import UNITS
from tests.strategies import IDS, TEXTS

Schema = dict[str, Any]

PADDINGS = ("", " ")
SIGNS = ("", "+", "-")
DIGITS = ("0", "1", "9", "18", "100", "101", "2027", "84_000", "00", "0_0", "1__0", "１２")
FRACTIONS = ("", ".0", ".5", ".25", ".1234", ".", ".000000001")
ENDINGS = ("", "%", " %", "  %", "pp", " PP", *UNITS, " k", " 万", "  k", "kk", "％")
NUMBER_PARTS = (PADDINGS, SIGNS, DIGITS, FRACTIONS, ENDINGS)
NUMBER_LIKE = st.tuples(*map(st.sampled_from, NUMBER_PARTS)).map("".join)
"""Texts that are numbers, rates, amounts and points, and some that only look it."""

SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 3000), st.sampled_from([0.5, -0.5, 1.0, 1.5, 1e20, 1e-7]), NUMBER_LIKE, TEXTS,
    st.sampled_from(["2027-02-29", "2027-13-01", "14 d", "5y", "99999d", "2027-Q5", "USD ", "usd", "4 per day", "-7d", "", " "]),
)  # fmt: skip


def ecma(pattern: str) -> str:
    """A pattern for Python's `re` that means what ECMA's means: there `$` is the end, with no line end after it."""
    return pattern.removesuffix("$") + r"\Z" if pattern.endswith("$") else pattern


class Fitting:
    """Strategies for values that fit a part of one schema."""

    def __init__(self, root: Schema) -> None:
        self.root = root
        self.by_reference: dict[str, st.SearchStrategy[Any]] = {}

    def values(self, schema: Schema) -> st.SearchStrategy[Any]:
        """Values that fit."""
        if "$ref" in schema:
            return self._referred(schema["$ref"])
        if "const" in schema:
            return st.just(schema["const"])
        if "enum" in schema:
            return st.sampled_from(schema["enum"])
        if "anyOf" in schema:
            return st.one_of([self.values(branch) for branch in schema["anyOf"]])
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        made = st.one_of([getattr(self, f"_{kind}")(schema) for kind in kinds])
        refused = schema.get("not")
        return made if refused is None else made.filter(lambda v: isinstance(v, str) or not 0 < v < 1)

    def _referred(self, reference: str) -> st.SearchStrategy[Any]:
        if reference not in self.by_reference:
            part: Any = self.root
            for step in reference.removeprefix("#/").split("/"):
                part = part[step]
            self.by_reference[reference] = st.deferred(lambda: self.values(part))
        return self.by_reference[reference]

    def _object(self, schema: Schema) -> st.SearchStrategy[dict[str, Any]]:
        members = schema.get("additionalProperties")
        if "properties" in schema:
            return self._with_keys(schema)
        keys = self.values({"type": "string", **schema.get("propertyNames", {})}).filter(lambda k: k != "<<")
        return st.dictionaries(keys, st.integers() if members in (None, True) else self.values(members), max_size=2)

    def _with_keys(self, schema: Schema) -> st.SearchStrategy[dict[str, Any]]:
        made = {key: self.values(part) for key, part in schema["properties"].items()}
        required = schema.get("required", [])
        optional = sorted(made.keys() - set(required))
        chosen = st.lists(st.sampled_from(optional), max_size=3, unique=True) if optional else st.just([])
        return chosen.flatmap(lambda some: st.fixed_dictionaries({key: made[key] for key in (*required, *some)}))

    def _array(self, schema: Schema) -> st.SearchStrategy[list[Any]]:
        return st.lists(self.values(schema["items"]) if "items" in schema else st.integers(), max_size=2)

    def _boolean(self, schema: Schema) -> st.SearchStrategy[bool]:
        return st.booleans()

    def _integer(self, schema: Schema) -> st.SearchStrategy[int]:
        least = schema.get("minimum", schema.get("exclusiveMinimum", -1) + 1)
        return st.integers(least, schema.get("maximum", 10**9))

    def _number(self, schema: Schema) -> st.SearchStrategy[Any]:
        most = schema.get("maximum", 10**9)
        least = schema.get("minimum", -most if schema.get("exclusiveMinimum", -1) < 0 else 0)
        above = schema.get("exclusiveMinimum", -1) == 0
        exact = st.decimals(least, most, places=4).map(float)
        return st.one_of(st.integers(least, most), exact).filter(lambda v: v != 0 if above else True)

    def _string(self, schema: Schema) -> st.SearchStrategy[str]:
        pattern = ecma(schema.get("pattern", ""))
        matches = re.compile(pattern).search
        most = schema.get("maxLength", 10**9)

        def fits(text: str) -> bool:
            return len(text) <= most and matches(text) is not None

        if not pattern:
            return IDS | TEXTS
        if " per (" in pattern:
            periods = st.sampled_from(["week", "month", "quarter", "year", "day"])
            return st.builds("{} per {}".format, NUMBER_LIKE, periods).filter(fits)
        if any(unit in pattern for unit in ("万", "%")):
            return NUMBER_LIKE.filter(fits)
        if r"\S" in pattern:
            return TEXTS.filter(fits)
        printable = st.characters(codec="ascii", exclude_categories=["Cc"])
        return st.from_regex(pattern, fullmatch=True, alphabet=printable).filter(fits)


Place = tuple[Any, ...]


def places(value: Any, here: Place = ()) -> list[Place]:
    """The paths of everything in a document but the document itself."""
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [place for step, part in members for place in ((*here, step), *places(part, (*here, step)))]


@st.composite
def near(draw: st.DrawFn, documents: st.SearchStrategy[Any]) -> Any:
    """A document with one place in it changed: another value, a key less, a key more, or an item where a list was."""
    document = copy.deepcopy(draw(documents))
    *above, last = draw(st.sampled_from(places(document)))
    owner = document
    for step in above:
        owner = owner[step]
    how = draw(st.sampled_from(["value", "value", "value", "delete", "add", "wrap"]))
    if how == "delete":
        del owner[last]
    elif how == "add" and isinstance(owner[last], dict):
        owner[last][draw(st.sampled_from(["nmae", "id", "Name", "won", "a b"]))] = draw(SCALARS)
    elif how == "wrap":
        owner[last] = draw(st.sampled_from([[owner[last]], {"a": owner[last]}]))
    else:
        owner[last] = draw(SCALARS)
    return document
