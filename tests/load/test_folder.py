"""A plan may be a folder of section files; several plans may lie below one folder."""

import os
from collections.abc import Callable
from errno import EACCES
from pathlib import Path

import pytest

from roadmapctl.load import Unreachable, find_plans, load, read_files
from roadmapctl.project import check
from tests.cli.here import here
from tests.plans import SMALL


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    head, tail = SMALL.split("tactics:\n")
    (tmp_path / "roadmap.yaml").write_text(head)
    (tmp_path / "tactics").mkdir()
    page, webinars = tail.split("  webinars:\n")
    (tmp_path / "tactics" / "page.yaml").write_text("tactics:\n" + page)
    (tmp_path / "tactics" / "webinars.yaml").write_text("tactics:\n  webinars:\n" + webinars)
    return tmp_path


def test_the_sections_make_the_same_plan_as_one_file(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    single = tmp_path_factory.mktemp("one") / "plan.yaml"
    single.write_text(SMALL)
    assert check(folder).plan == check(single).plan
    assert check(folder).diagnostics == ()


def test_a_file_of_another_name_that_holds_sections_is_a_part_too(folder: Path) -> None:
    (folder / "people.yaml").write_text("organization:\n  people:\n    lin: {name: Lin, functions: [events]}\n")
    plan = check(folder).plan
    assert plan is not None and plan.organization is not None and list(plan.organization.people) == ["lin"]
    assert load(folder / "people.yaml").value == load(folder).value
    (folder / "people.yaml").write_text(
        "organization:\n  people:\n    lin: {name: Lin, functions: [events], goals: [lsit]}\n"
    )
    [finding] = check(folder).diagnostics
    assert (finding.code, Path(finding.span.file).name, finding.span.line) == ("RM030", "people.yaml", 3)


@pytest.mark.parametrize(
    "text",
    ["roadmap: 1\nname: Another plan\ngoals: {}\n", "jobs: {}\n", "# goals: later\n", "goals", "  goals: {}\n", ""],
)
def test_what_is_no_part_of_the_plan_is_left_alone(folder: Path, text: str) -> None:
    (folder / "beside.yaml").write_text(text)
    (folder / ".goals.yaml").write_text("goals: [")
    assert check(folder).diagnostics == ()


def test_naming_the_main_file_means_the_folder(folder: Path) -> None:
    assert load(folder / "roadmap.yaml").value == load(folder).value


@pytest.mark.parametrize("part", ["tactics/page.yaml", "tactics", "goals.yaml"])
def test_naming_a_section_means_the_plan_it_belongs_to(folder: Path, part: str) -> None:
    (folder / "goals.yaml").write_text("goals: {}\n")
    path = folder / part
    files = [path] if path.is_file() else sorted(path.iterdir())
    for file in files:
        assert load(file).value == load(folder).value
        assert list(find_plans(file)) == [folder / "roadmap.yaml"]


def test_a_finding_names_the_file_it_is_in(folder: Path) -> None:
    part = folder / "tactics" / "webinars.yaml"
    part.write_text(part.read_text().replace("[page]", "[pgae]"))
    (finding,) = check(folder).diagnostics
    assert (finding.code, finding.span.file, finding.span.line) == ("RM030", str(part), 6)


def test_the_same_id_in_two_files_is_an_error_that_names_both(folder: Path) -> None:
    (folder / "goals.yaml").write_text("goals:\n  sales: {metric: revenue}\n")
    first = next(d for d in check(folder).diagnostics if d.code == "RM003")
    assert first.span.file.endswith("goals.yaml") and first.span.line == 2
    assert first.related[0].span.file.endswith("roadmap.yaml")


def test_editors_litter_hidden_files_and_links_are_left_alone(folder: Path) -> None:
    for name in (".DS_Store", "#roadmap.yaml#", "roadmap.yaml~", ".roadmap.yaml.swp", "notes.yaml"):
        (folder / name).write_bytes(b"a: [\x00")
    (folder / "goals").symlink_to(folder)
    assert check(folder).diagnostics == ()


def test_a_section_that_is_no_text_is_named(folder: Path) -> None:
    (folder / "goals.yaml").write_bytes(b"\xff\xfe\x00garbage")
    assert [(d.code, d.span.file) for d in check(folder).diagnostics] == [("RM001", str(folder / "goals.yaml"))]


def test_plans_below_a_folder_are_found_and_other_yaml_is_not(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "roadmap.yaml").rename(tmp_path / "tactics" / "roadmap.yaml")
    (tmp_path / "q3.yaml").write_text(SMALL)
    (tmp_path / "compose.yaml").write_text("services: {}\n")
    assert list(find_plans(tmp_path)) == [tmp_path / "q3.yaml", tmp_path / "tactics"]


@pytest.mark.parametrize("name", ["nope.yaml", "no/where.yaml", "a\x1bb.yaml", "a\0b.yaml"])
def test_a_path_that_is_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(Unreachable):
        load(tmp_path / name)


def test_a_folder_without_a_plan(tmp_path: Path) -> None:
    with pytest.raises(Unreachable, match="no plan in this folder"):
        load(tmp_path)


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Makes a folder that nobody may look into, as not even its mode does for root."""
    scandir = os.scandir

    def close(folder: Path) -> None:
        def refused(path: str | Path) -> object:
            if Path(path) == folder:
                raise PermissionError(EACCES, os.strerror(EACCES), os.fspath(path))
            return scandir(path)

        monkeypatch.setattr(os, "scandir", refused)

    return close


@pytest.mark.parametrize("within", ["", "tactics"])
def test_a_folder_that_is_closed_to_us(folder: Path, closed: Callable[[Path], None], within: str) -> None:
    closed(folder / within)
    with pytest.raises(Unreachable, match="cannot be read") as refused:
        load(folder)
    assert refused.value.message.fields["file"] == str(folder / within)


def test_a_closed_folder_without_a_plan_is_found_and_told(
    tmp_path: Path, closed: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b.yaml").write_text(SMALL)
    closed(tmp_path / "a")
    assert list(find_plans(tmp_path)) == [tmp_path / "a", tmp_path / "b.yaml"]
    done = here(capsys)("validate", tmp_path)
    assert done.code == 2 and f"{tmp_path / 'a'}: cannot be read: permission denied" in done.err


def test_a_device_is_refused_before_it_is_read() -> None:
    with pytest.raises(Unreachable, match="not a regular file"):
        load(Path("/dev/zero"))


def test_a_parent_in_a_folder_that_is_not_there(folder: Path) -> None:
    with pytest.raises(Unreachable, match="no such file"):
        load(folder / "gone" / "roadmap.yaml")


def test_a_key_that_stands_twice_in_a_part_hides_nothing_of_the_rest(folder: Path) -> None:
    page = folder / "tactics" / "page.yaml"
    page.write_text(page.read_text().replace("    budget: 3_000\n", "    budget: 3_000\n    budget: 3_000\n"))
    (folder / "goals.yaml").write_text("goals:\n  more: {metric: raeders}\n")
    assert [finding.code for finding in check(folder).diagnostics] == ["RM030", "RM003"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_refused_and_not_looked_into(tmp_path: Path) -> None:
    pipe = tmp_path / "people.yaml"
    os.mkfifo(pipe)
    (tmp_path / "roadmap.yaml").write_text(SMALL, "utf-8")
    writer = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)  # so that a look into it would find something, and not wait
    try:
        os.write(writer, b"organization: {}\n")
        assert list(find_plans(pipe)) == [pipe]
        with pytest.raises(Unreachable, match="not a regular file"):
            read_files(pipe)
        assert [name for name, _ in read_files(tmp_path)] == [str(tmp_path / "roadmap.yaml")]
    finally:
        os.close(writer)
