"""`roadmapctl calc`: lists, helps, refuses, and writes the same in every format and language."""

import json
import re
import shlex
from string import Formatter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapctl.calculators import families, find, names
from roadmapctl.calculators.calculator import FAMILIES, Kind, calculator
from roadmapctl.calculators.figures import outcome_figures
from roadmapctl.calculators.json import as_json
from roadmapctl.calculators.usage import COMMON
from roadmapctl.calculators.work_out import work_out
from roadmapctl.model.unreadable import Unreadable
from roadmapctl.output import sentence
from roadmapctl.report.figures.markdown import as_markdown
from roadmapctl.report.figures.text import as_text
from tests.calculators.regenerate import GOLDEN, OUTPUTS
from tests.calculators.test_formulas import COMMANDS, outcome_of
from tests.calculators.typed import typed

CHINESE = re.compile("[\u4e00-\u9fff]")

# --- what is printed


@pytest.mark.parametrize(("file", "command"), OUTPUTS.items())
def test_golden(file: str, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed(capsys, command) == (0, (GOLDEN / file).read_text("utf-8"), "")


@pytest.mark.parametrize("name", names())
def test_help_shows_every_flag_and_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    for language in ("en", "zh"):
        done = typed(capsys, f"calc --language {language} {name} --help")
        assert (done.code, done.err) == (0, "")
        assert all(flag.typed in done.out for flag in find(name).flags)
        assert "".join(find(name).example.split()) in re.sub(r"[\s│]", "", done.out)


def test_the_list_has_every_calculator(capsys: pytest.CaptureFixture[str]) -> None:
    out = typed(capsys, "calc").out
    assert [line.split()[0] for line in out.splitlines() if line.startswith("  ")] == [
        one.name for family in families().values() for one in family
    ]
    assert sorted(one.name for family in families().values() for one in family) == list(names())


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("cax", "cac"),
        ("break-even", "breakeven"),
        ("roi", "roas"),
        ("回本", "payback"),
        ("费用率", "roas"),
        ("nrr", "retention"),
        ("cagr", "growth"),
        ("cpm", "buying, media"),
        ("样本量", "sample"),
        ("zzz", None),
    ],
)
def test_an_unknown_calculator_names_near_ones(
    word: str, meant: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    done = typed(capsys, ["calc", word, "--spend", "3"])
    did = f"; did you mean {meant}?" if meant else ";"
    assert (done.code, done.out) == (2, "")
    assert done.err == f"roadmapctl: there is no calculator “{word}”{did} “roadmapctl calc” lists them\n"


# --- what is refused

REFUSED = [
    ("cac --spend 300k", "missing: --customers; write --customers 120"),
    ("cac --spend 300k --customers 0", "--customers: “0” must be above 0; write a number such as 84_000"),
    ("cac --spend -5 --customers 3", "--spend: “-5” is negative; money here is spent or earned, never below 0"),
    ("cac --spend .inf --customers 3", "--spend: “Infinity” is not a number"),
    ("cac --spend 1e400 --customers 3", "--spend: “1E+400” is too large or too fine a number"),
    ("cac --spend 3 --customers 3 --overhead 140", "--overhead: “140” is not a factor of about 1; write 140% or 1.4"),
    ("cac --spend 3 --customers 3 --currency EURO", "“EURO” is not a currency code of ISO 4217; did you mean EUR?"),
    ("payback --cac 9 --monthly 1 --churn 18", "--churn: a rate of 18 would be 18 times the whole; write 18% or 0.18"),
    ("cpl --spend 1 --rate 1e-20 --rate 1e-20", "CAC of the channel would be beyond 10^30; check the flags"),
    ("cpl --spend 1 --rate 0%", "--rate: a rate of 0 lets nothing through"),
    ("ltv --monthly 10", "neither --churn nor --months says how long a customer stays; write --churn 3%, or --months 24"),
    ("ltv --order 10 --churn 3%", "--monthly, or --order with --orders: one of the two is needed, and only one; write --monthly 200"),
    ("ltv --churn 3%", "--monthly, or --order with --orders: one of the two is needed, and only one; write --monthly 200"),
    ("ltv --monthly 10 --months 9999", "--months: “9999” is not a number of months; write whole months, 1 to 1200"),
    ("breakeven", "neither --margin nor --price is given; write --margin 40%, or --price 50 --variable 20"),
    ("breakeven --margin 1% --variable 3", "--margin and --variable say the same in two ways"),
    ("events --units 100 --rate 18%", "neither --audience nor --events is given; write --audience 200, or --events 12"),
    ("events --units 1e17 --rate 1e-20 --audience 1", "more than 10^18 people or events would be needed; check --rate"),
    ("lag --end 2027-13 --stage a", "--end: “2027-13” is not a period; write 2027-12-31, 2027-Q4, 2027-11 or 2027"),
    ("lag --end 2027-02-30 --stage a", "--end: 2027-02-30 does not exist: that month has 28 days; write 2027-12-31"),
    ("lag --end 2027 --stage a:3mo", "--stage a is the last one and leads nowhere; write the last stage without a lag"),
    ("lag --end 2027 --stage a:3 --stage b", "--stage: “3” is not a duration; write 14d, 6w, 3mo or 1y"),
    ("velocity --opportunities 5 --deal-size 3 --win-rate 20% --cycle 0d", "--cycle: 0d has no length"),
    ("rice --item a:1:2:80%:2 --item a:3:3:3%:4", "--item: two are called “a”; give each a name of its own"),
    ("rice --item a:1:2", "--item: “a:1:2” cannot be read; write NAME:REACH:IMPACT:CONFIDENCE:EFFORT, such as onboarding:"),
    ("ice --item a:11:2:3", "--item: “11” is not a rating from 0 to 10"),
    ("ice --item a:1:2:3 --form harmonic", "--form: “harmonic” is not a choice here; write one of: mean, product"),
    ("ab --a 5/3 --b 1/2", "--a: 5 of 3 is not possible; write how many succeeded, a slash, and how many were tried"),
    ("ab --a 0/0 --b 1/2", "--a: 0 of 0 is not possible"),
    ("rate --counted 36/200 --prior 22%", "--prior and --weight: each needs the other; write --prior 22% --weight 100"),
    ("rate --counted 36/200 --prior 0% --weight 50", "--prior 0% with --weight 50 leaves no doubt; write a rate above 0%"),
    ("rate --counted 36/200 --level 100%", "--level: no interval that says anything is this sure"),
    ("sample --rate 5% --by 0pp", "--by: from 5% this leads to 5%, and there is nothing to test; write a change such as 1pp"),
    ("sample --rate 95% --by 10pp", "--by: from 95% this leads to 105%, which is no rate; write a change such as 1pp"),
    ("sample --rate 5% --by 1pp --variants 1", "--variants: a test has at least 2 whole versions; write --variants 2"),
    ("sample --rate 5% --by 1pp --power 100%", "--power: no test is this sure"),
    ("retention --start 100 --churned 80 --contraction 30", "--churned and --contraction together are more than --start"),
    ("retention --start 0", "--start: “0” must be above 0"),
    ("growth --start 1 --periods 3", "--end and --rate: one of them is needed, and only one; write --end 5M, or --rate 10%"),
    ("growth --start 1 --periods 3 --rate 10", "--rate: “10” is not a rate of growth; write 10% or 0.1"),
    ("growth --start 1 --periods 3 --rate -100%", "--rate: “-100%” is not a rate of growth"),
    ("growth --start 1 --periods 5_000 --end 3", "--periods: from 0.01 to 1,200 are followed"),
    ("buying --spend 5", "neither --cpm nor --cpc says what media cost; write --cpm 5 --ctr 2%, or --cpc 0.25"),
    ("buying --spend 5 --cpm 5 --cpc 2", "--cpm and --cpc say the same in two ways; write --cpm 5 --ctr 2%, or --cpc 0.25"),
    ("buying --spend 5 --cpm 5 --cvr 2%", "--cvr is of clicks: without --ctr nobody knows how many; write --ctr 2%"),
    ("buying --spend 5 --cpc 5 --ctr 2%", "--ctr is of impressions: --cpc buys clicks; leave out --ctr"),
    ("cohorts --cohort 2027-01:10:11 --lag 9d --as-of 2028", "--cohort 2027-01: 11 of 10 is not possible; write PERIOD:EN"),
    ("cohorts --cohort 2027-01:0:0 --lag 9d --as-of 2028", "--cohort: of 0 units nothing can be told; leave this one out"),
    ("cohorts --cohort 2027-05:9:1 --lag 9d --as-of 2027-04-30", "--cohort 2027-05 begins after --as-of; write a later day"),
    ("media --spend 5", "nothing says what --spend brought; write --impressions 1M, --clicks 20k or --conversions 400"),
    ("ab --a 12% --b 1/2", "--a: “12%” cannot be read; write WON/OF, such as 144/1200"),
    ("ab --a 1/2 --b 1/2 --prior 0:1", "--prior: “0” is not from 0.1 to 1,000,000"),
    ("ab --a 1/2 --b 1/2 --level 100%", "--level: no interval that says anything is this sure; write at most 99.9999%"),
    ("ab --a 1/2 --b 1/2 --level 0.99999999999999999999", "--level: no interval"),
    ("pacing --target 5 --actual 3 --elapsed 9/8", "--elapsed: “9/8” is more than the whole"),
    ("pacing --target 5 --actual 3 --elapsed 0", "--elapsed: at “0” nothing has been due yet"),
    ("change --before 1", "--after and --by: one of them is needed, and only one; write --after 1%, or --by 0.25pp"),
    ("conversion --stage lead:-3 --stage mql:1", "--stage: “-3” is negative; units are counted from 0"),
]  # fmt: skip


@pytest.mark.parametrize(("command", "said"), REFUSED)
def test_what_cannot_be_computed_names_the_flag_and_what_to_write(
    command: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    done = typed(capsys, f"calc {command}")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"roadmapctl: {said}") and done.err.count("\n") == 1
    in_chinese = typed(capsys, f"calc {command} --language zh")
    assert in_chinese.code == 2 and CHINESE.search(in_chinese.err)
    assert set(re.findall("--[a-z-]+", in_chinese.err)) == set(re.findall("--[a-z-]+", done.err))


def test_too_many_of_a_flag_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    command = ["calc", "forecast", *["--rate", "50%"] * 1001]
    assert typed(capsys, command).err.startswith("roadmapctl: --rate: it is typed 1,001 times; 1,000 are read")


# --- never


@pytest.mark.parametrize(
    ("command", "path", "said"),
    [
        ("payback --cac 600 --monthly 100 --margin 0%", "payback_months", "never"),
        ("payback --cac 600 --monthly 100 --service 200", "payback_days", "never"),
        ("payback --cac 600 --monthly 100 --churn 50%", "cohort_payback_months", "never"),
        ("breakeven --margin 10% --profit 20%", "target_roas", "never"),
        ("breakeven --price 5 --variable 9 --fixed 100", "break_even_units", "never"),
        ("ltv --monthly 10 --churn 0", "ltv", "without end"),
        ("roas --revenue 0 --spend 5", "cost_ratio", "undefined"),
        ("ab --a 0/9 --b 0/9", "p_value", "undefined"),
        ("change --before 0 --after 3", "relative", "undefined"),
        ("cpl --spend 5 --junk 100%", "good_cpl", "undefined"),
    ],
)
def test_never_is_null_and_never_0(command: str, path: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed(capsys, f"calc {command} --format json").data["results"][path] is None
    assert re.search(rf"\s{said}\s", typed(capsys, f"calc {command}").out)


# --- one outcome, every format and language


@pytest.mark.parametrize("command", COMMANDS)
def test_json_has_one_shape(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {
        language: typed(capsys, f"calc {command} --format json --language {language}").out for language in ("en", "zh")
    }
    assert texts["en"] == texts["zh"]
    data = json.loads(texts["en"])
    one = find(command.split()[0])
    assert list(data) == ["version", "calculator", "currency", "inputs", "results"]
    assert (data["version"], data["calculator"]) == (1, one.name)
    assert list(data["inputs"]) == [flag.name for flag in one.flags]
    assert data["results"] and all(re.fullmatch("[a-z][a-z0-9_]*", key) for key in data["results"])


@pytest.mark.parametrize("command", COMMANDS)
def test_people_see_what_machines_read(command: str) -> None:
    outcome = outcome_of(command)
    shown = {language: outcome_figures(outcome, language, explain=True) for language in ("en", "zh")}  # type: ignore[arg-type]
    rows = {language: figures.sections[0].table.rows for language, figures in shown.items()}  # type: ignore[union-attr]
    assert len(rows["en"]) == len(rows["zh"]) == len(outcome.results)
    assert [row[2] for row in rows["en"]] == [row[2] for row in rows["zh"]]  # formulas are the same in both
    assert not CHINESE.search("".join(row[0] for row in rows["en"]))
    labels = {row[0] for row in rows["en"]}
    assert len(labels) == len(rows["en"]), "two results with one label"


@pytest.mark.parametrize("name", names())
def test_a_calculator_says_the_same_in_both_languages(name: str) -> None:
    one = find(name)
    for words in (one.title, *(flag.input.help or flag.input.words for flag in one.flags), *COMMON.values()):
        assert not CHINESE.search(words[0]) and (CHINESE.search(words[1]) or words[1] in "AB")
    keys = {
        result.key for command in COMMANDS if command.startswith(f"{name} ") for result in outcome_of(command).results
    }
    assert not keys & {flag.name for flag in one.flags}, (
        "a result and a flag of one name: formulas could not tell them apart"
    )
    assert not {flag.name for flag in one.flags} & {*COMMON, "help"}
    assert any(flag.typed in shlex.split(one.example) for flag in one.flags)


@pytest.mark.parametrize("command", COMMANDS)
def test_notes_use_the_same_fields_in_both_languages(command: str) -> None:
    for note in outcome_of(command).notes:
        en, zh = ({field for _, field, _, _ in Formatter().parse(text)} for text in (note.en, note.zh))
        assert en == zh


def test_money_has_a_currency_where_it_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert "€400" in typed(capsys, "calc cac --spend 48k --customers 120 --currency EUR").out
    assert typed(capsys, "calc cac --spend 48k --customers 120 --currency EUR --format json").data["currency"] == "EUR"
    assert "--currency" not in typed(capsys, "calc rice --help").out
    assert {find(name).has_money for name in ("rice", "ab")} == {False}


def test_full_width_punctuation_is_read() -> None:
    (first, *_) = outcome_of("conversion --stage 线索：1万 --stage 客户：500").results
    assert (first.item, first.kind, first.value) == ("线索", Kind.RATE, pytest.approx(0.05))
    assert outcome_of("ab --a 144／1200 --b 192/1200").results[0].value == pytest.approx(0.12)


def test_an_unknown_family_is_our_mistake() -> None:
    with pytest.raises(ValueError, match="there is no family 'luck'"):
        calculator("luck", en="", zh="", example="")
    assert len(FAMILIES) == 4


# --- whatever is typed

TEXTS = st.one_of(
    st.sampled_from(
        ["", "0", "1", "-1", "0%", "100%", "1e-29", "1e17", "5/5", "0/3", "a:1", "a:1:1:1:1", "1:1", "2027", "3mo"]
    ),
    st.text(max_size=12),
    st.decimals(allow_nan=True, allow_infinity=True).map(str),
    st.integers(0, 10**20).map(lambda n: f"{n}%"),
)


@pytest.mark.parametrize("name", names())
@settings(max_examples=60)
@given(st.data())
def test_whatever_is_typed_is_answered_or_refused(name: str, data: st.DataObject) -> None:
    one = find(name)
    texts = {flag.name: data.draw(st.lists(TEXTS, max_size=2 if flag.is_repeated else 1)) for flag in one.flags}
    try:
        outcome = work_out(one, texts)
    except Unreadable as error:
        assert all(
            sentence(message, language)
            for message in (error.message, error.help)
            if message
            for language in ("en", "zh")
        )  # type: ignore[arg-type]
        return
    assert json.loads(as_json(outcome, explain=True))
    for language in ("en", "zh"):
        figures = outcome_figures(outcome, language, explain=True)  # type: ignore[arg-type]
        assert as_text(figures, width=None, colour=False) and as_markdown(figures)


@pytest.mark.parametrize("name", names())
@settings(max_examples=60)
@given(st.data())
def test_flags_of_the_right_form_but_any_size_are_answered_or_refused(name: str, data: st.DataObject) -> None:
    """The same, starting from the example so that most of the flags can be read."""
    words = shlex.split(find(name).example)
    texts: dict[str, list[str]] = {}
    for flag, text in zip(words[::2], words[1::2], strict=True):
        numbers = re.split(r"(\d[\d_.]*)", text)
        numbers[1::2] = [data.draw(st.sampled_from([n, n, "0", "1e-20", "1e17", "100", "0.5"])) for n in numbers[1::2]]
        texts.setdefault(flag[2:].replace("-", "_"), []).append("".join(numbers))
    try:
        outcome = work_out(find(name), texts)
    except Unreadable:
        return
    assert json.loads(as_json(outcome, explain=True)) and outcome_figures(outcome, "zh", explain=True)
