"""Every rule's page is its first test: its bad YAML has the findings written on its lines, its good YAML has none."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest

from roadmapctl import rules
from roadmapctl.diagnostics import Diagnostic, Message
from roadmapctl.diagnostics.ignores import apply_ignores
from roadmapctl.i18n.text import say
from roadmapctl.load import load_text
from roadmapctl.model.build import build
from roadmapctl.project import check, check_text
from roadmapctl.rules.engine import Subject, catalogue, run
from roadmapctl.rules.rule import Rule

BLOCK = re.compile(r"^(Bad|Good):\n+```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PARENT = re.compile(r"^With the parent `(\S+)`:\n+```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RECORDS = re.compile(r"^With the records `(\S+)`:\n+```csv\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ASKED = re.compile(r"# asked: (.+)\n")
EXPECTED = re.compile(r"# <- (RM[0-9]{3}(?:, RM[0-9]{3})*)\s*$")
FILE = re.compile(r"rm[0-9]{3}(?:_[a-z0-9]+)+")

RULES = catalogue()
MODULES = {
    module.name.rpartition(".")[2]: module.name
    for module in pkgutil.walk_packages(rules.__path__, f"{rules.__name__}.")
    if module.name.rpartition(".")[2].startswith("rm")
}


class Example(NamedTuple):
    """A block of YAML on a rule's page."""

    code: str
    kind: str
    yaml: str
    parents: tuple[tuple[str, str], ...] = ()
    records: tuple[tuple[str, str], ...] = ()

    def expected(self) -> list[tuple[int, str]]:
        """(line, code) of the findings announced on its lines, and on those of the records that it names."""
        texts = [self.yaml, *(text for name, text in self.records if f"actuals: {name}" in self.yaml)]
        marked = [(n, EXPECTED.search(line)) for text in texts for n, line in enumerate(text.split("\n"), 1)]
        return sorted((n, code) for n, mark in marked if mark for code in mark.group(1).split(", "))

    def findings(self) -> list[Diagnostic]:
        """Those of a real run; with `# asked:` on the first line, of one in which a method asks for exactly these codes."""
        if "\nparent:" in self.yaml or self.records:
            return self._beside_its_files()
        asked = ASKED.match(self.yaml)
        if asked is None:
            return list(check_text(self.yaml.encode(), "plan.yaml").diagnostics)
        document = load_text(self.yaml.encode(), "plan.yaml")
        built = build(document)
        found = [*document.faults, *built.diagnostics]
        if built.plan is not None:
            found += run([Subject(built.plan, document, built.unread, frozenset(asked.group(1).strip().split(", ")))])[
                0
            ]
        return list(apply_ignores(found, [("plan.yaml", self.yaml)]))

    def _beside_its_files(self) -> list[Diagnostic]:
        """Those of a run on files: the plan as `plan.yaml`, and the wider plans and records that the page shows."""
        records = [(name, re.sub(r" +# <- .*", "", text)) for name, text in self.records]
        with TemporaryDirectory() as folder:
            for name, text in (*self.parents, *records, ("plan.yaml", self.yaml)):
                (Path(folder) / name).write_text(text, "utf-8")
            return list(check(Path(folder) / "plan.yaml").diagnostics)


EXAMPLES = [
    Example(r.code, kind, yaml, tuple(PARENT.findall(r.page)), tuple(RECORDS.findall(r.page)))
    for r in RULES.values()
    for kind, yaml in BLOCK.findall(r.page)
]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.code}-{e.kind}")
def test_findings_are_those_on_the_lines(example: Example) -> None:
    found = sorted((d.span.line, d.code) for d in example.findings())
    assert found == example.expected()
    assert (example.kind == "Bad") == any(code == example.code for _, code in found)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.code}-{e.kind}")
def test_findings_can_be_said_in_both_languages(example: Example) -> None:
    for diagnostic in example.findings():
        for message in said(diagnostic):
            assert names(message.en) == names(message.zh), message
            for language in ("en", "zh"):
                assert say(message.en, message.zh, message.fields, language).strip()


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda r: r.code)
def test_page_has_a_title_a_text_and_examples(rule: Rule) -> None:
    first, _, rest = rule.page.partition("\n")
    assert first.endswith(".") and len(first) <= 80 and first[0].isupper(), first
    assert rest.startswith("\n")
    assert rest.split("Bad:")[0].strip(), "why it matters and how to mend it is missing"
    assert rule.title_zh and not rule.title_zh.endswith("。")
    if rule.check is not None:
        assert {kind for kind, _ in BLOCK.findall(rule.page)} == {"Bad", "Good"}


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda r: r.code)
def test_both_languages_use_the_same_fields(rule: Rule) -> None:
    for message in (rule.message, rule.help):
        if message is not None:
            assert names(message.en) == names(message.zh)
    if rule.check is not None:
        assert rule.message.en and rule.message.zh
        assert any("\u4e00" <= c <= "\u9fff" for c in rule.message.zh)


@pytest.mark.parametrize("module", MODULES)
def test_file_is_called_after_its_rule(module: str) -> None:
    code = module[:5].upper()
    assert FILE.fullmatch(module)
    assert RULES[code].page == importlib.import_module(MODULES[module]).__doc__


def test_one_rule_a_file() -> None:
    assert [module[:5].upper() for module in sorted(MODULES)] == list(RULES)


def said(diagnostic: Diagnostic) -> Iterator[Message]:
    """All that a finding says."""
    yield diagnostic.message
    if diagnostic.help is not None:
        yield diagnostic.help
    for related in diagnostic.related:
        yield related.message


def names(template: str) -> set[str]:
    """The fields a template uses; `what_zh` is the Chinese word for `what`."""
    return {field.removesuffix("_zh") for _, field, _, _ in Formatter().parse(template) if field is not None}
