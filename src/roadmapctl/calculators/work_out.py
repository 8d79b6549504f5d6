"""From what was typed to results."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from roadmapctl.calculators.calculator import Calculator, Flag, Note, Quantity, Result
from roadmapctl.diagnostics import Message
from roadmapctl.model.unreadable import Unreadable, unreadable

BEYOND = Fraction(10) ** 30
LONGEST_LIST = 1000


class Outcome(NamedTuple):
    """What a calculator made of its inputs. `inputs` are by name; one that was left out and has no default is None."""

    calculator: Calculator
    inputs: Mapping[str, Any]
    results: tuple[Result, ...]
    notes: tuple[Note, ...]

    @property
    def quantities(self) -> dict[str, Quantity]:
        """The inputs by name and the results by key, as formulas show them; results of several items are not among them."""
        read = {
            flag.name: Quantity(flag.input.words, flag.input.kind, self.inputs[flag.name])
            for flag in self.calculator.flags
        }
        return read | {r.key: Quantity(r.words, r.kind, r.value) for r in self.results if not r.item}


def work_out(calculator: Calculator, typed: Mapping[str, Sequence[str]]) -> Outcome:
    """The outcome of what was typed, by the flags' names. Raises Unreadable, which names the flag and what to write."""
    missing = [flag for flag in calculator.flags if flag.is_required and not typed.get(flag.name)]
    if missing:
        raise unreadable(
            "RM011",
            "missing: {flags}",
            "缺少：{flags}",
            ("write {example}", "请写 {example}"),
            flags=", ".join(flag.typed for flag in missing),
            example=" ".join(f"{flag.typed} {flag.input.example}" for flag in missing),
        )
    inputs = {flag.name: _read(flag, typed.get(flag.name, ())) for flag in calculator.flags}
    given = tuple(calculator.compute(**inputs))
    results = tuple(one for one in given if isinstance(one, Result))
    _refuse_absurd(results)
    return Outcome(calculator, inputs, results, tuple(one for one in given if isinstance(one, Note)))


def _read(flag: Flag, texts: Sequence[str]) -> Any:
    if not texts:
        return flag.default if not flag.is_repeated else flag.default or ()
    try:
        if not flag.is_repeated:
            return flag.input.read(texts[-1])
        if len(texts) > LONGEST_LIST:
            raise unreadable(
                "RM012",
                "it is typed {number} times; {limit} are read",
                "写了 {number} 次；最多读取 {limit} 次",
                ("leave some out", "请减少"),
                number=len(texts),
                limit=LONGEST_LIST,
            )
        return tuple(flag.input.read(text) for text in texts)
    except Unreadable as error:
        said = error.message
        message = Message(f"{{flag}}: {said.en}", f"{{flag}}：{said.zh}", {**said.fields, "flag": flag.typed})
        raise Unreadable(error.code, message, error.help) from error


def _refuse_absurd(results: Sequence[Result]) -> None:
    for result in results:
        values = result.value if isinstance(result.value, tuple) else (result.value,)
        if any(isinstance(value, Fraction) and abs(value) > BEYOND for value in values):
            raise unreadable(
                "RM021",
                "{result} would be beyond 10^30",
                "{result_zh}将超过 10^30",
                ("check the flags: a rate or a divisor is next to 0", "请检查参数：某个比率或除数接近 0"),
                result=result.words[0],
                result_zh=result.words[1],
            )
