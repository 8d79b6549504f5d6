"""Hypothesis strategies for whole plans, as the text of a plan file."""

import json
from typing import Any

from hypothesis import strategies as st

IDS = st.from_regex("[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,4})?", fullmatch=True)
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Cn", "Co", "Zl", "Zp"]), min_size=1, max_size=30
)
TEXTS = WORDS.filter(lambda t: t.strip() != "")
AMOUNTS = st.one_of(
    st.integers(0, 10**12), st.decimals(0, 10**6, places=2).map(str), st.sampled_from(["1.2M", "10万", "1亿", "84_000"])
)
SHARES = st.one_of(st.integers(0, 100).map("{}%".format), st.decimals(0, 1, places=4).map(str))
OPEN_SHARES = st.integers(1, 49).map("{}%".format)
RATES = st.one_of(
    SHARES,
    st.tuples(st.integers(0, 50), st.integers(50, 500)).map(lambda p: {"won": p[0], "of": p[1]}),
    OPEN_SHARES.map(lambda low: {"p10": low, "p90": "60.5%"}),
    OPEN_SHARES.map(lambda low: {"low": low, "likely": "50%", "high": "75%"}),
)
LAGS = st.one_of(
    st.sampled_from(["0d", "14d", "6w", "3mo", "1y"]),
    st.integers(1, 60).map(lambda d: {"p50": f"{d}d", "p90": f"{d * 3}d"}),
)
DATES = st.dates().filter(lambda d: 1900 <= d.year <= 2999).map(str)
PERIODS = st.sampled_from([2027, "2027-Q3", "2028-H1", "2027-05", {"start": "2027-02-01", "end": "2028-01-31"}])


def optional(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Mappings with any of the keys."""
    return st.fixed_dictionaries({}, optional=fields)


def collection(members: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Mappings from ids to members."""
    return st.dictionaries(IDS, members, max_size=3)


@st.composite
def stages(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Stages with different ids, all but the last with a rate."""
    ids = draw(st.lists(IDS, min_size=2, max_size=4, unique=True))
    above = [{"id": i, "rate": draw(RATES), "lag": draw(LAGS), "in_hand": draw(st.integers(0, 500))} for i in ids[:-1]]
    return [*above, {"id": ids[-1]}]


GOALS = optional(
    statement=TEXTS,
    metric=IDS,
    baseline=AMOUNTS,
    target=AMOUNTS,
    due=DATES,
    supports=IDS,
    change=st.sampled_from(["0.75pp", "25%", 10]),
)
TACTICS = optional(
    name=TEXTS,
    milestone=IDS,
    owner=IDS,
    start=DATES,
    end=DATES,
    budget=AMOUNTS,
    after=st.lists(IDS, max_size=2),
    contributes=st.dictionaries(IDS, AMOUNTS, max_size=2),
    channel=IDS,
)
SEGMENTS = optional(
    who=TEXTS,
    size=st.integers(0, 10**6),
    combines=st.lists(IDS, max_size=2),
    traits=st.dictionaries(IDS, TEXTS | st.booleans() | st.integers(0, 9), max_size=2),
)
REVIEW = collection(optional(metric=IDS, history=st.lists(AMOUNTS, max_size=2), previous=AMOUNTS, current=AMOUNTS))
IDEAS = collection(
    optional(
        lever=st.sampled_from(["audience", "activity", "content", "media"]),
        budget=AMOUNTS,
        score=optional(
            reach=st.integers(1, 10**6), impact=st.integers(1, 3), confidence=SHARES, effort=st.integers(1, 9)
        ),
    )
)
FUNNELS = st.fixed_dictionaries(
    {"stages": stages()},
    optional={
        "deal_size": st.integers(1, 10**6),
        "margin": SHARES,
        "other_teams": st.integers(1, 10**9) | st.integers(0, 100).map("{}%".format),
    },
)


@st.composite
def plans(draw: st.DrawFn) -> str:
    """Plans that can be read; their references may dangle and their numbers may not add up."""
    sections = optional(
        language=st.sampled_from(["en", "zh"]),
        currency=st.sampled_from(["USD", "CNY", "JPY"]),
        period=PERIODS,
        budget=AMOUNTS,
        discovery=optional(today=TEXTS, review=REVIEW, capabilities=optional(strengths=st.lists(TEXTS, max_size=2))),
        market=optional(segments=collection(SEGMENTS), dimensions=st.lists(IDS, max_size=2)),
        goals=collection(GOALS),
        strategy=optional(
            statement=TEXTS, journey=st.lists(st.fixed_dictionaries({"from": IDS, "to": IDS}), max_size=2)
        ),
        funnel=FUNNELS,
        ideas=IDEAS,
        milestones=collection(optional(name=TEXTS, date=DATES, metric=IDS, target=AMOUNTS)),
        tactics=collection(TACTICS),
    )
    plan = {"roadmap": 1, "name": draw(TEXTS), **draw(sections)}
    return json.dumps(plan, ensure_ascii=False, indent=1)
