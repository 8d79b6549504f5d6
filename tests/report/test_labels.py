"""Every label a report uses exists, in both languages, and every label is used."""

import re
from pathlib import Path
from string import Formatter

import pytest

from roadmapctl import report
from roadmapctl.i18n.labels import LABELS
from roadmapctl.shipped import shipped

TEMPLATES = sorted(shipped("report").rglob("*.j2"))
SOURCES = sorted(Path(report.__file__).parent.rglob("*.py"))
CHOICES = re.compile(r'words\.choice\(\s*"(\w+)"')


def in_template(path: Path) -> set[str]:
    """The labels a template names: `labels.key`, and the columns of its tables."""
    from jinja2 import Environment, nodes

    tree = Environment().parse(path.read_text("utf-8"))
    found = {n.attr for n in tree.find_all(nodes.Getattr) if isinstance(n.node, nodes.Name) and n.node.name == "labels"}
    for filter_ in tree.find_all(nodes.Filter):
        if filter_.name == "table":
            columns = [a.value for a in filter_.args if isinstance(a, nodes.Const)]
            found.update(c.removeprefix(">").rpartition("=")[2] for c in columns)
    return found


def in_sources() -> set[str]:
    """The labels the views name: any of the table's keys that stands in quotes, and the choices by their first word."""
    text = "".join(path.read_text("utf-8") for path in SOURCES)
    quoted = set(re.findall(r'"(\w+)"', text)) & set(LABELS)
    patterns = [re.compile(p.replace("{}", r"\w+")) for p in re.findall(r'f"(\w+_\{)', text) for p in [p[:-1] + r"\w+"]]
    chosen = {key for key in LABELS for kind in CHOICES.findall(text) if key.startswith(f"{kind}_")}
    return quoted | chosen | {key for key in LABELS for pattern in patterns if pattern.fullmatch(key)}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.name)
def test_templates_name_labels_there_are(path: Path) -> None:
    assert in_template(path) <= set(LABELS)


def test_every_label_is_used() -> None:
    used = in_sources().union(*(in_template(path) for path in TEMPLATES))
    assert set(LABELS) - used == set()


@pytest.mark.parametrize("key", LABELS)
def test_both_languages_say_it_with_the_same_values(key: str) -> None:
    en, zh = ({name for _, name, _, _ in Formatter().parse(text) if name} for text in LABELS[key])
    assert LABELS[key][0] and LABELS[key][1]
    assert en == zh
