"""A funnel typed on the command line: `--stage sql:50%`, `--event sql:200:18%`, `--in-hand sql:600`. Stages go by any name."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from roadmapctl.analysis.funnel.demand import Demand, customer_demand, money_demand
from roadmapctl.cli.values import named, scalar
from roadmapctl.model import estimates, numbers
from roadmapctl.model.currency import currency as iso_currency
from roadmapctl.model.funnel import Source, SourceEvent, Stage
from roadmapctl.model.funnel_values import amount_or_part
from roadmapctl.model.text import name as one_line
from roadmapctl.model.unreadable import Unreadable, unreadable


class Typed(NamedTuple):
    """What was typed, read."""

    demand: Demand
    stages: list[Stage]
    events: dict[str, Source]


class Amounts(NamedTuple):
    """Amounts beside the funnel."""

    margin: Fraction | None
    spend: Fraction | None
    currency: str | None


def read_typed(
    target: str | None,
    deal_size: str | None,
    stages: Sequence[str],
    events: Sequence[str],
    in_hand: Sequence[str],
    already_won: str,
    other_teams: str,
) -> Typed:
    """The demand, the stages and the events. Raises Unreadable with the flag to mend."""
    if target is None or not stages:
        raise unreadable(
            "RM011",
            "a funnel without a plan needs a target and stages",
            "不使用计划时，需要给出目标和阶段",
            (
                "write --target 1e9 --deal-size 100000 --stage sql:50% --stage opportunity:6% --stage customer",
                "请写 --target 1e9 --deal-size 100000 --stage sql:50% --stage opportunity:6% --stage customer",
            ),
        )
    held = _held(in_hand)
    read = [_stage(text, held) for text in stages]
    _check_rates(read)
    unknown = next(iter(held.keys() - {stage.id for stage in read}), None)
    if unknown is not None:
        raise _no_stage("--in-hand", unknown, read)
    return Typed(_demand(target, deal_size, already_won, other_teams), read, _events(events, read))


def typed_amounts(margin: str | None, spend: str | None, currency: str | None) -> Amounts:
    """The amounts of the costs. Raises Unreadable."""
    return Amounts(
        None if margin is None else Fraction(named("--margin", scalar(numbers.share), margin)),
        None if spend is None else Fraction(named("--spend", scalar(numbers.amount), spend)),
        None if currency is None else named("--currency", iso_currency, currency),
    )


def _demand(target: str, deal_size: str | None, already_won: str, other_teams: str) -> Demand:
    won = named("--already-won", scalar(numbers.amount), already_won)
    others = named("--other-teams", scalar(amount_or_part), other_teams)
    wanted = named("--target", scalar(numbers.amount), target)
    if deal_size is None:
        return customer_demand(wanted, already_won=won, other_teams=others)
    size = named("--deal-size", scalar(numbers.positive), deal_size)
    return money_demand(wanted, size, already_won=won, other_teams=others)


def _stage(text: str, in_hand: dict[str, int]) -> Stage:
    name, _, rate = _halves(text)
    if not name or (not rate and ("%" in name or "=" in name)):  # `lead=5%` means a rate
        raise _unclear("--stage", text, "NAME[:RATE]", "sql:50%")
    id_ = _id("--stage", name)
    fields: dict[str, Any] = {"id": id_, "in_hand": in_hand.get(id_, 0)}
    if name.lower() != id_:
        fields["name"] = name
    if rate:
        fields["rate"] = named(f"--stage {name}", scalar(estimates.rate), rate)
    return Stage.model_construct(**fields)


def _check_rates(stages: Sequence[Stage]) -> None:
    """Raises Unreadable where a rate is missing, or leads nowhere: the funnel without it would be another one."""
    for stage in stages[:-1]:
        if stage.rate is None:
            raise unreadable(
                "RM011",
                "--stage {stage} has no rate to the next stage",
                "--stage {stage} 没有写到下一阶段的转化率",
                ("write --stage {stage}:10%", "请写 --stage {stage}:10%"),
                stage=stage.name or stage.id,
            )
    last = stages[-1]
    if last.rate is not None:
        raise unreadable(
            "RM012",
            "--stage {stage} is the last one: its rate leads nowhere",
            "--stage {stage} 是最后一级，后面没有阶段，不应有转化率",
            (
                "add the stage it leads to, such as --stage customer",
                "请补上后一级，如 --stage customer，或去掉这个转化率",
            ),
            stage=last.name or last.id,
        )


def _held(texts: Sequence[str]) -> dict[str, int]:
    held: dict[str, int] = {}
    for text in texts:
        name, colon, units = _halves(text)
        if not colon:
            raise _unclear("--in-hand", text, "STAGE:UNITS", "mql:600")
        id_ = _id("--in-hand", name)
        if id_ in held:
            raise unreadable(
                "RM012",
                "--in-hand {stage} is written twice",
                "--in-hand {stage} 写了两次",
                ("write it once, with all that is there", "请合并写一次"),
                stage=name,
            )
        held[id_] = named(f"--in-hand {name}", scalar(numbers.count), units)
    return held


def _halves(text: str) -> tuple[str, str, str]:
    """What stands before the first colon, the colon, and what stands after it; a full-width colon is one."""
    name, colon, rest = text.replace("：", ":").partition(":")
    return name.strip(), colon, rest.strip()


def _id(flag: str, name: str) -> str:
    """A stage's id: its name in lower case, words joined by hyphens, in any language."""
    return "-".join(named(flag, one_line, name).lower().split())


def _events(texts: Sequence[str], stages: Sequence[Stage]) -> dict[str, Source]:
    found: dict[str, Source] = {}
    for number, text in enumerate(texts, 1):
        parts = [part.strip() for part in text.replace("：", ":").split(":")]
        if len(parts) != 3:
            raise _unclear("--event", text, "STAGE:AUDIENCE:RATE", "sql:200:18%")
        name, audience, rate = parts
        feeds = _id("--event", name)
        if feeds not in {stage.id for stage in stages}:
            raise _no_stage("--event", name, stages)
        event = SourceEvent.model_construct(
            audience=named(f"--event {name}", scalar(numbers.positive), audience),
            rate=named(f"--event {name}", scalar(estimates.rate), rate),
        )
        found["event" if number == 1 else f"event-{number}"] = Source.model_construct(feeds=feeds, event=event)
    return found


def _unclear(flag: str, text: str, form: str, example: str) -> Unreadable:
    return unreadable(
        "RM012",
        "{flag} {text} cannot be read",
        "无法读取 {flag} {text}",
        ("write {flag} {form}, such as {flag} {example}", "请写成 {flag} {form}，例如 {flag} {example}"),
        flag=flag,
        text=text,
        form=form,
        example=example,
    )


def _no_stage(flag: str, name: str, stages: Sequence[Stage]) -> Unreadable:
    return unreadable(
        "RM030",
        "{flag} names a stage “{name}” that no --stage gives",
        "{flag} 指向的阶段“{name}”没有对应的 --stage",
        ("there are: {known}", "现有：{known}"),
        flag=flag,
        name=name,
        known=", ".join(stage.name or stage.id for stage in stages),
    )
