"""Files that are read back whole or not at all, whatever became of them, and never too many."""

import os
import stat
from pathlib import Path

import pytest

from roadmapctl.cache import store as module
from roadmapctl.cache.store import DIGEST, MAX_BYTES, Store, digest

KEY = digest(b"key")
CONTENT = b'["en",[],[],{}]' * 3


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(str(tmp_path / "cache"))
    store.write(KEY, CONTENT)
    return store


def the_file(tmp_path: Path) -> Path:
    (file,) = (tmp_path / "cache" / "results").iterdir()
    return file


def test_what_was_written_is_read(store: Store, tmp_path: Path) -> None:
    assert store.read(KEY) == CONTENT
    assert store.read(digest(b"another")) is None
    assert the_file(tmp_path).name == KEY


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_nobody_else_may_look(store: Store, tmp_path: Path) -> None:
    file = the_file(tmp_path)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in file.parents[:2]] == [0o700] * 2


def test_every_cut_and_every_changed_byte_is_seen(store: Store, tmp_path: Path) -> None:
    file = the_file(tmp_path)
    whole = file.read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        assert store.read(KEY) is None
        file.write_bytes(whole[:length] + bytes([whole[length] ^ 1]) + whole[length + 1 :])
        assert store.read(KEY) is None
    file.write_bytes(whole + b" ")
    assert store.read(KEY) is None
    file.write_bytes(whole)
    assert store.read(KEY) == CONTENT


def test_a_file_under_another_name_is_nothing(store: Store, tmp_path: Path) -> None:
    other = digest(b"another")
    the_file(tmp_path).rename(tmp_path / "cache" / "results" / other)
    assert store.read(other) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_what_is_no_file_is_nothing_and_keeps_nobody_waiting(store: Store, tmp_path: Path) -> None:
    file = the_file(tmp_path)
    for replace in (
        file.mkdir,
        lambda: os.mkfifo(file),
        lambda: file.symlink_to("/dev/zero"),
        lambda: file.symlink_to(file),
    ):
        file.rmdir() if file.is_dir() else file.unlink()
        replace()
        assert store.read(KEY) is None


def test_what_was_left_behind_by_a_crash_is_in_nobodys_way(store: Store, tmp_path: Path) -> None:
    file = the_file(tmp_path)
    file.unlink()
    (file.parent / f"{KEY}.1").write_bytes(b"half")
    assert store.read(KEY) is None
    store.write(KEY, CONTENT)
    assert store.read(KEY) == CONTENT


def test_what_is_too_big_is_not_kept(tmp_path: Path) -> None:
    store = Store(str(tmp_path))
    store.write(KEY, bytes(MAX_BYTES))
    assert store.read(KEY) == bytes(MAX_BYTES)
    store.write(digest(b"big"), bytes(MAX_BYTES + 1))
    assert store.read(digest(b"big")) is None


@pytest.mark.parametrize("place", ["file", "file/below", "x" * 300])
def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("")
    store = Store(str(tmp_path / place))
    store.write(KEY, CONTENT)
    assert store.read(KEY) is None
    store.trim()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everything")
def test_a_folder_that_may_only_be_read(store: Store, tmp_path: Path) -> None:
    folder = the_file(tmp_path).parent
    folder.chmod(0o500)
    store.write(digest(b"another"), CONTENT)
    assert store.read(KEY) == CONTENT and store.read(digest(b"another")) is None
    folder.chmod(0o000)
    assert store.read(KEY) is None
    folder.chmod(0o700)


def test_the_oldest_go_and_nothing_that_is_not_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_FILES", 8)
    monkeypatch.setattr(module, "KEPT", 5)
    store, folder = Store(str(tmp_path)), tmp_path / "results"
    keys = [digest(bytes([n])) for n in range(9)]
    folder.mkdir()
    foreign = [folder / name for name in ("README", KEY[:-1], KEY[:-1] + "g", f"{KEY}.txt", ".hidden")]
    for file in foreign:
        file.write_text("mine")
        os.utime(file, (1, 1))
    for age, key in enumerate(keys[:8]):
        store.write(key, CONTENT)
        os.utime(folder / key, (1000 + age, 1000 + age))
    store.trim()
    assert [store.read(key) for key in keys[:8]] == [CONTENT] * 8  # not too many yet
    (folder / f"{keys[8]}.4711").write_bytes(b"left behind")
    os.utime(folder / f"{keys[8]}.4711", (5, 5))
    store.trim()
    assert [key for key in keys if store.read(key)] == keys[3:8]
    assert sorted(p.name for p in folder.iterdir()) == sorted([*keys[3:8], *(f.name for f in foreign)])


def test_a_digest_tells_where_parts_end() -> None:
    assert (
        len(
            {
                digest(),
                digest(b""),
                digest(b"", b""),
                digest(b"ab"),
                digest(b"a", b"b"),
                digest(b"[1]"),
                digest(b"1", b"]"),
            }
        )
        == 7
    )
    assert len(digest()) == 2 * DIGEST
