"""Mechanical mends: what becomes of what, and that nothing else becomes of anything."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from roadmapctl.diagnostics import Severity
from roadmapctl.fixes import KINDS
from roadmapctl.fixes.mend import Mended, mend
from roadmapctl.model.nearest import is_slip, only_near
from roadmapctl.project import Checked, check_files
from roadmapctl.rules.engine import catalogue
from tests.plans import SMALL, edited

HEAD = "roadmap: 1\nname: Spring\nperiod: 2027\n"
FUNNEL = HEAD + "funnel:\n  deal_size: 5\n  stages:\n    - {id: lead, rate: %s}\n    - {id: customer}\n"
TACTIC = HEAD + "tactics:\n  page: {%s}\n"
METRIC = HEAD + "metrics:\n  leads: {%s}\n"


def mended(text: str | bytes, *, unsafe: bool = False) -> Mended[Checked]:
    """A plan of one file after its mends."""
    data = text if isinstance(text, bytes) else text.encode()
    return mend([("plan.yaml", data)], lambda files: check_files(files, Path()), lambda found: found, unsafe=unsafe)


def text_of(result: Mended[Checked]) -> str:
    return result.files[0][1].decode()


def errors(checked: Checked) -> list[str]:
    return [d.code for d in checked.diagnostics if d.severity is Severity.ERROR]


SAFE = {
    "wide colons": ("roadmap：1\nname： Spring\n", "roadmap: 1\nname: Spring\n"),
    "a wide colon after a Chinese key": ("roadmap: 1\n名称：春季\nperiod: 2027\n", "roadmap: 1\nname: 春季\nperiod: 2027\n"),
    "no blank after colons": ("roadmap:1\nname:Spring # kept:so\n", "roadmap: 1\nname: Spring # kept:so\n"),
    "a wide comma and colon in braces": (METRIC % "unit：people，kind: flow", METRIC % "unit: people, kind: flow"),
    "no blank in braces": (METRIC % "unit:people, kind:flow", METRIC % "unit: people, kind: flow"),
    "wide colons that make a text of keys": (
        HEAD + "tactics:\n  page:\n    name：x\n    start：2027-01-05\n  other:\n    name:y\n",
        HEAD + "tactics:\n  page:\n    name: x\n    start: 2027-01-05\n  other:\n    name: y\n",
    ),
    "tabs": (
        HEAD + "tactics:\n\tpage:\n\t\t# kept\n\t\tname: x\n\n\tother:\n\t\tname: y\n",
        HEAD + "tactics:\n  page:\n    # kept\n    name: x\n\n  other:\n    name: y\n",
    ),
    "a tab among spaces": (HEAD + "tactics:\n    page:\n\t    name: x\n", HEAD + "tactics:\n    page:\n        name: x\n"),
    "wide spaces": (HEAD + "tactics:\n　page:\n　　name: x\n", HEAD + "tactics:\n  page:\n    name: x\n"),
    "no-break spaces": (HEAD + "tactics:\n\u00a0 page:\n\u00a0   name: x\n", HEAD + "tactics:\n  page:\n    name: x\n"),
    "a capital key": (HEAD + "Budget: 5\ncurrency: USD\n", HEAD + "budget: 5\ncurrency: USD\n"),
    "a misspelt key": (HEAD + "budgt: 5 # why\ncurrency: USD\n", HEAD + "budget: 5 # why\ncurrency: USD\n"),
    "a hyphen in a key": ((FUNNEL % "50%").replace("deal_", "deal-"), FUNNEL % "50%"),
    "a Chinese key": (HEAD + "预算: 5\ncurrency: USD\n", HEAD + "budget: 5\ncurrency: USD\n"),
    "quoted keys": ("“roadmap”: 1\n\"Name\": x\n", 'roadmap: 1\n"name": x\n'),
    "a choice": (METRIC % "unit: people, kind: Flow", METRIC % "unit: people, kind: flow"),
    "a choice, misspelt": (METRIC % "unit: people, kind: 'folw'", METRIC % "unit: people, kind: 'flow'"),
    "RMB": (HEAD + "currency: RMB\n", HEAD + "currency: CNY\n"),
    "a small currency": (HEAD + "currency: usd\n", HEAD + "currency: USD\n"),
    "quotes around a code": (HEAD + "currency: “USD”\n", HEAD + "currency: USD\n"),
    "quotes around a date": (TACTIC % "start: “2027-01-05”", TACTIC % "start: 2027-01-05"),
    "quotes around a rate": (FUNNEL % "‘50%’", FUNNEL % "50%"),
    "quotes around a sentence": ("roadmap: 1\nname: “Spring: a plan”\n", 'roadmap: 1\nname: "Spring: a plan"\n'),
    "a second colon": ("roadmap: 1\nname: Spring: it's on # so\n", 'roadmap: 1\nname: "Spring: it\'s on" # so\n'),
    "an at-sign": ("roadmap: 1\nname: @spring\n", 'roadmap: 1\nname: "@spring"\n'),
    "bold": ("roadmap: 1\nname: *spring* it is\n", 'roadmap: 1\nname: "*spring* it is"\n'),
    "a name that is a number": ("roadmap: 1\nname: 2027\n", 'roadmap: 1\nname: "2027"\n'),
    "what nobody sees": ("roadmap: 1\nname: Spr\u200bing\n", "roadmap: 1\nname: Spring\n"),
    "a reference": (edited("after: [page]", "after: [pgae]"), SMALL),
    "a reference as a key": (edited("{readers: 100}", "{raeders: 100}"), SMALL),
    "a reference in capitals": (edited("after: [page]", "after: [Page]"), SMALL),
    "an id in quotes": (edited("  sales: {", "  “sales”: {"), SMALL),
    "a section": (edited("metrics:", "metircs:"), SMALL),
}  # fmt: skip

UNSAFE = {
    "a rate": (FUNNEL % "18", FUNNEL % "18%"),
    "a rate in words": (FUNNEL % "18.5 percent", FUNNEL % "18.5%"),
    "a short date": (TACTIC % "start: 2027-1-5", TACTIC % "start: 2027-01-05"),
    "a date with strokes": (TACTIC % "start: “2027/1/5”", TACTIC % "start: 2027-01-05"),
    "a Chinese date": (TACTIC % "start: 2027年1月5日", TACTIC % "start: 2027-01-05"),
    "a date with a time": (TACTIC % 'start: "2027-01-05T09:00:00"', TACTIC % 'start: "2027-01-05"'),
    "days": (FUNNEL % "50%, lag: 14 days", FUNNEL % "50%, lag: 14d"),
    "a number of days": (FUNNEL % "50%, lag: 14", FUNNEL % "50%, lag: 14d"),
    "Chinese weeks": (FUNNEL % "50%, lag: 2周", FUNNEL % "50%, lag: 2w"),
    "a quarter": ("roadmap: 1\nname: x\nperiod: Q3 2027\n", "roadmap: 1\nname: x\nperiod: 2027-Q3\n"),
    "a month": ("roadmap: 1\nname: x\nperiod: 2027-7\n", "roadmap: 1\nname: x\nperiod: 2027-07\n"),
    "thousands": (HEAD + "currency: USD\nbudget: 1,200,000\n", HEAD + "currency: USD\nbudget: 1_200_000\n"),
    "its own currency": (HEAD + "currency: USD\nbudget: 5000 USD\n", HEAD + "currency: USD\nbudget: 5000\n"),
    "a million": (HEAD + "currency: USD\nbudget: 1.5 million\n", HEAD + "currency: USD\nbudget: 1.5M\n"),
    "a currency's sign": (HEAD + "currency: $\n", HEAD + "currency: USD\n"),
    "an exclamation": ("roadmap: 1\nname: !go 'on'\n", "roadmap: 1\nname: \"!go 'on'\"\n"),
    "an anchor": ("roadmap: 1\nname: &co and sons\n", 'roadmap: 1\nname: "&co and sons"\n'),
    "a colon after what may be a key": ("roadmap: 1\nname: spring budget: 5\n", 'roadmap: 1\nname: "spring budget: 5"\n'),
    "text turned round": ("roadmap: 1\nname: ab\u202ecd\n", "roadmap: 1\nname: abcd\n"),
    "an id and all that refer to it": (SMALL.replace("page", "Landing_Page"), SMALL.replace("page", "landing-page")),
    "another person": (
        edited("budget: 5_000", "budget: 5_000\n    owner: clara") + "organization:\n  people: {carla: {}}\n",
        edited("budget: 5_000", "budget: 5_000\n    owner: carla") + "organization:\n  people: {carla: {}}\n",
    ),
    "another number": (SMALL.replace("page", "page-2").replace("[page-2]", "[page-3]"), SMALL.replace("page", "page-2")),
}  # fmt: skip

LEFT = {
    "two near references": SMALL.replace("page", "page-a").replace("[page-a]", "[page]") + "  page-b: {milestone: launch}\n",
    "an alias": "roadmap: 1\nname: &n Spring\ncurrency: *n\n",
    "prose with wide colons": SMALL + "discovery:\n  today: |\n    name：x\n    budget:5\nnonsense: 1\n",
    "a quote that stays open": "roadmap: 1\nname: 'it\nperiod: 2027\n",
    "bad indentation": edited("\n  page:", "\n    page:"),
    "a value that no quotes mend": "roadmap: true\nname: x\n",
    "a reference in a ring": HEAD + "discovery:\n  capabilities:\n    strengths: &a [*a]\n",
    "a tag": HEAD + "discovery:\n  capabilities:\n    strengths: !!set {Teaching, Writing}\n",
    "an alias of nobody": HEAD + "tactics:\n  page: {owner: x}\n  other:\n    start: *nobody\n",
    "a list": "- a\n- b\n",
    "nothing": "",
    "a merge conflict": "roadmap: 1\n<<<<<<< HEAD\nname：x\n",
    "an ignored finding": edited("after: [page]", "after: [pgae]  # roadmapctl: ignore[RM030] soon"),
    "a clean plan": SMALL,
}  # fmt: skip


@pytest.mark.parametrize(("bad", "good"), SAFE.values(), ids=SAFE)
def test_safe_mends(bad: str, good: str) -> None:
    result = mended(bad)
    assert text_of(result) == good
    assert "RM002" not in errors(result.checked) and len(errors(result.checked)) <= len(errors(mended(good).checked))


@pytest.mark.parametrize(("bad", "good"), UNSAFE.values(), ids=UNSAFE)
def test_guesses_are_made_only_where_they_are_asked_for(bad: str, good: str) -> None:
    assert text_of(mended(bad)) == bad
    assert text_of(mended(bad, unsafe=True)) == good


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_what_only_a_person_can_mend_stays(text: str) -> None:
    for unsafe in (False, True):
        assert mended(text, unsafe=unsafe).files == [("plan.yaml", text.encode())]


@pytest.mark.parametrize("data", [b"\xff\xfe\0", "roadmap：1".encode("gbk"), b"roadmap: 1\nname: \x01\n"])
def test_what_is_no_text_stays(data: bytes) -> None:
    assert mended(data, unsafe=True).files == [("plan.yaml", data)]


def test_a_fix_that_does_harm_is_left_out_and_the_others_are_made() -> None:
    """With its right name, the tactic would wait for itself."""
    bad = edited("after: [page]", "after: [wbinars]").replace("currency: USD", "currency: usd")
    result = mended(bad)
    assert text_of(result) == bad.replace("usd", "USD").replace("wbinars", "webinars")
    assert errors(result.checked) == ["RM612"] and result.counts == {"plan.yaml": 2}


def test_line_ends_and_the_byte_order_mark_stay() -> None:
    bad = "\ufeff" + HEAD.replace("\n", "\r\n") + "Budget: 5\r\ncurrency: RMB"
    assert text_of(mended(bad)) == bad.replace("Budget", "budget").replace("RMB", "CNY")


def test_hundreds_of_faults_that_stop_the_parser() -> None:
    bad = HEAD + "tactics:\n" + "".join(f"  t{i}:\n    owner: x\n    name：tactic {i}\n" for i in range(120))
    result = mended(bad)
    assert text_of(result) == bad.replace("：", ": ") and result.counts == {"plan.yaml": 120}


def test_every_mend_is_of_a_code_that_exists() -> None:
    assert set(KINDS) <= set(catalogue())


@pytest.mark.parametrize(
    ("word", "candidates", "near"),
    [
        ("pgae", ["page", "webinars"], ("page", False, True)),
        ("Page", ["page", "pages"], ("page", True, True)),
        ("clara", ["carl", "ben"], ("carl", False, False)),
        ("page", ["page-a", "page-b"], None),
        ("web-inar", ["webinar", "web_inar"], None),
        ("预算", ["budget"], ("budget", True, True)),
        ("", ["page"], None),
    ],
)
def test_the_only_one_that_is_near(word: str, candidates: list[str], near: tuple[str, bool, bool] | None) -> None:
    assert only_near(word, candidates) == near


@pytest.mark.parametrize(
    ("word", "meant", "slip"),
    [
        ("budgt", "budget", True), ("budgett", "budget", True), ("bodget", "budget", True), ("bugdet", "budget", True),
        ("bdgt", "budget", False), ("jon", "john", False), ("page-1", "page-2", False), ("page1", "page", False),
    ],
)  # fmt: skip
def test_a_slip_of_the_keys(word: str, meant: str, slip: bool) -> None:
    assert is_slip(word, meant) is slip


# --- properties

COMMENTED = SMALL.replace("\n  page:\n", "\n  # tactics：of “spring”\n  page:  # first:one\n")
SLIPS = (
    (": ", "："), (": ", ":"), ("  ", "\t"), ("    ", "　　"), (", ", "，"), ("metric", "Metric"), ("start", "strat"),
    ("launch", "lunch"), ("%", ""), ("2027-0", "2027-"), ("USD", "usd"),
    ("e", "é"), ("{", ""), ("_", ","), ("page", "Page_"),
)  # fmt: skip
DAMAGE = st.lists(st.tuples(st.sampled_from(SLIPS), st.integers(0, 40)), min_size=1, max_size=4)


def damaged(damage: list[tuple[tuple[str, str], int]]) -> str:
    """The commented plan with some pieces of text replaced, each at one of the places where it stands."""
    text = COMMENTED
    for (old, new), number in damage:
        parts = text.split(old)
        at = number % max(1, len(parts) - 1) + 1
        if len(parts) > 1:
            text = old.join(parts[:at]) + new + old.join(parts[at:])
    return text


@settings(max_examples=150, deadline=None)
@given(DAMAGE, st.booleans(), st.sampled_from(["\n", "\r\n"]))
@example([(("  ", "\t"), 3)], False, "\r\n")
def test_mending_never_makes_worse_and_is_done_in_one_go(damage: list, unsafe: bool, end: str) -> None:  # type: ignore[type-arg]
    bad = damaged(damage).replace("\n", end)
    before = check_files([("plan.yaml", bad.encode())], Path())
    result = mended(bad, unsafe=unsafe)
    good = text_of(result)
    stopped = [d for d in before.diagnostics if d.code < "RM010"]
    assert stopped or len(errors(result.checked)) <= len(errors(before))
    assert mended(good, unsafe=unsafe).files == result.files
    assert good.count("\r\n") == bad.count("\r\n") and good.count("\n") == bad.count("\n")
    changed = [(b, g) for b, g in zip(bad.split(end), good.split(end), strict=True) if b != g]
    assert bool(changed) == bool(result.counts) and len(changed) <= 60
    assert all(b.partition("#")[1:] == g.partition("#")[1:] for b, g in changed)


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from(" \t\u3000\u00a0\n:：,，{}[]-'\"“”*&!#@|>aB1%"), max_size=60), st.booleans())
def test_no_text_breaks_it(text: str, unsafe: bool) -> None:
    result = mended("roadmap: 1\nname: x\n" + text, unsafe=unsafe)
    assert text_of(result).count("\n") == text.count("\n") + 2


@settings(max_examples=60, deadline=None)
@given(DAMAGE)
def test_a_safe_mend_is_among_the_unsafe_ones(damage: list) -> None:  # type: ignore[type-arg]
    """What is made without the flag is what is marked as safe: nothing is guessed."""
    bad = damaged(damage)
    result = mended(bad)
    unmarked = {"RM013", "RM020", "RM021", "RM022", "RM023", "RM024"}
    before = check_files([("plan.yaml", bad.encode())], Path())
    if before.document.value is not None and errors(before) and set(errors(before)) <= unmarked:
        assert text_of(result) == bad
