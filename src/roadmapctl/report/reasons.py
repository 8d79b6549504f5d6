"""Why a funnel cannot be computed."""

from collections.abc import Callable, Mapping
from typing import Any

from roadmapctl.analysis.funnel.infeasible import Infeasible
from roadmapctl.diagnostics import dotted
from roadmapctl.i18n import Language
from roadmapctl.i18n.funnel_words import REASONS
from roadmapctl.i18n.text import say
from roadmapctl.report.wording import Wording


def reason_at(fault: Infeasible, language: Language) -> str:
    """The place in the plan and the sentence, which names things as that place does."""
    return f"{dotted(fault.path)}{'：' if language == 'zh' else ': '}{reason_by_id(fault, language)}"


def reason_by_id(fault: Infeasible, language: Language) -> str:
    """The sentence, which names things by their ids."""
    fields = {key: "" if value is None else value for key, value in fault.fields.items()}
    return say(*REASONS[fault.reason], fields, language)


def reason(words: Wording, fault: Infeasible) -> str:
    """The sentence, in which what has a name is called by it."""
    named: Mapping[str, Callable[[str | None], str]] = {
        "stage": words.stage,
        "source": words.source,
        "segment": words.segment,
        "goal": words.goal,
        "metric": words.metric,
    }
    fields: dict[str, Any] = {
        key: "" if value is None else named[key](value) if key in named else value
        for key, value in fault.fields.items()
    }
    return say(*REASONS[fault.reason], fields, words.language)
