"""What a configuration and a baseline leave of the findings of a run, and whether the rest fails it."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapctl.cli.console import give_up, refuse
from roadmapctl.settings import Settings, Unusable
from roadmapctl.settings.find import Nearest, named

if TYPE_CHECKING:
    from roadmapctl.diagnostics import Diagnostic, Severity
    from roadmapctl.i18n import Language
    from roadmapctl.output import Findings
    from roadmapctl.output.baseline import Baseline
    from roadmapctl.output.findings import Told


class Control:
    """The settings for each plan of a run: the flags, over the configuration that `--config` names or that is nearest to the plan.

    Leaves with 2 where a configuration or a baseline cannot be used. `whole`: no baseline hides anything, for one is written,
    and the findings of each plan are kept in `plans`.
    """

    def __init__(self, flags: Settings, config: Path | None, *, search: bool = True, whole: bool = False) -> None:
        self.failed = False
        self.plans: list[tuple[Diagnostic, ...]] = []
        self._flags = _checked(flags)
        self._whole = whole
        self._nearest = Nearest()
        self._baselines: dict[Path, tuple[Baseline, Settings]] = {}
        self._thresholds: set[Severity] = set()
        self._language = flags.language
        if config is not None and not search:
            from roadmapctl.i18n.command_words import REFUSED

            refuse(REFUSED["two_configs"], self._language or "en")
        common = _named(config) if config is not None else None if search else Settings()
        self._common = None if common is None else common.under(self._flags)
        self._settings: dict[str, Settings] = {}

    def settings(self, plan: str) -> Settings:
        """What holds for a plan, by its main file; for standard input, what holds for the working folder."""
        if self._common is not None:
            return self._common
        folder = os.path.dirname(plan)
        if folder not in self._settings:
            try:
                self._settings[folder] = self._nearest.of(Path(folder)).under(self._flags)
            except Unusable as error:
                give_up(error.message)
        return self._settings[folder]

    def methods(self, plan: str) -> tuple[str, ...]:
        """The methods a plan is held to in place of those it names."""
        return self.settings(plan).framework

    def over(self, run: "Iterable[Told]") -> "Iterator[Told]":
        """The plans of a run with the findings that are left of each."""
        for plan in run:
            settings = self.settings(plan.name)
            self._language = self._language or settings.language
            left = _applied(plan.diagnostics, settings)
            if self._whole:
                self.plans.append(left)
            elif settings.baseline is not None:
                left = self._baseline(settings.baseline, settings).without(plan.name, left)
            self._judge(left, settings)
            yield plan._replace(diagnostics=left)

    def closed(self, findings: "Findings") -> "Findings":
        """What a run found, with what its baselines have to say and how its findings are to be told."""
        gone: list[Diagnostic] = []
        for baseline, settings in self._baselines.values():
            told = self._gone(baseline, settings)
            self._judge(told, settings)
            gone += told
        return findings._replace(
            diagnostics=(*findings.diagnostics, *gone),
            language=self._language or findings.language,
            fail_on=min(self._thresholds, key=lambda s: s.rank, default=findings.fail_on),
            hidden=sum(baseline.hidden for baseline, _ in self._baselines.values()),
        )

    def _gone(self, baseline: "Baseline", settings: Settings) -> "tuple[Diagnostic, ...]":
        from roadmapctl.settings.apply import is_wanted

        finding = baseline.gone(lambda code: is_wanted(code, settings))
        return () if finding is None else _applied((finding,), settings)

    def _judge(self, diagnostics: "Iterable[Diagnostic]", settings: Settings) -> None:
        from roadmapctl.diagnostics import Severity, worst

        threshold = settings.fail_on or Severity.ERROR
        self._thresholds.add(threshold)
        found = worst(diagnostics)
        self.failed = self.failed or (found is not None and found.rank >= threshold.rank)

    def _baseline(self, path: Path, settings: Settings) -> "Baseline":
        key = Path(os.path.realpath(path))
        if key not in self._baselines:
            from roadmapctl.cli.commands.validate.baseline import opened

            self._baselines[key] = opened(path), settings
        return self._baselines[key][0]


def _applied(diagnostics: "tuple[Diagnostic, ...]", settings: Settings) -> "tuple[Diagnostic, ...]":
    """The findings that the settings leave."""
    if not diagnostics:
        return ()
    from roadmapctl.settings.apply import applied

    return tuple(applied(diagnostics, settings))


def _checked(flags: Settings) -> Settings:
    """The flags, with their codes in capitals; leaves with 2 where there is no such code or method."""
    language = flags.language or "en"
    if flags.framework:
        from roadmapctl.cli.methods import method

        for name in flags.framework:
            method(name, language=language)
    return flags._replace(
        select=_codes("--select", flags.select, language), ignore=_codes("--ignore", flags.ignore, language)
    )


def _codes(flag: str, given: tuple[str, ...], language: "Language") -> tuple[str, ...]:
    """Codes or families as they are typed, several of them with commas between."""
    codes = tuple(code.strip().upper() for text in given for code in text.split(","))
    if codes:
        from roadmapctl.i18n.command_words import REFUSED
        from roadmapctl.output import sentence
        from roadmapctl.rules.codes import mend

        for code in codes:
            help = mend(code)
            if help is not None:
                refuse(REFUSED["no_code"], language, flag=flag, code=code, mend=sentence(help, language))
    return codes


def _named(config: Path) -> Settings:
    try:
        return named(config)
    except Unusable as error:
        give_up(error.message)
