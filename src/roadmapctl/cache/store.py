"""A folder of small files, each written once and whole, under the digest of what it answers."""

import os

try:
    from _blake2 import blake2b  # what hashlib offers, without the OpenSSL that it loads first
except ImportError:
    from hashlib import blake2b

DIGEST = 20
"""Bytes of a digest: enough for two different plans never to share one."""

MAX_BYTES = 512 * 1024
"""Of one result. Most have a few hundred; a flood is not worth it."""

MAX_FILES = 10_000
KEPT = 7_500
"""Files that are left where there were too many."""


def digest(*parts: bytes) -> str:
    """What stands for these parts and their order, in hexadecimal digits."""
    lengths = repr([len(part) for part in parts]).encode()
    return blake2b(b"".join((lengths, *parts)), digest_size=DIGEST).hexdigest()


class Store:
    """Bytes by digest. Nothing here raises: what cannot be read is not there, what cannot be written is not kept.

    Processes may share the folder, and may be ended at any moment: a file appears under its name when it is whole. It begins
    with a digest of its content and its name, so that what was cut, changed or renamed is taken for nothing.
    """

    def __init__(self, folder: str) -> None:
        self._root = folder
        self._folder = os.path.join(folder, "results", "")

    def read(self, key: str) -> bytes | None:
        """What was written under a key."""
        try:
            # Without waiting: a pipe in the place of a file would never answer.
            number = os.open(self._folder + key, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
            try:
                data = os.read(number, min(os.fstat(number).st_size, DIGEST + MAX_BYTES))
            finally:
                os.close(number)
        except OSError:
            return None
        content = data[DIGEST:]
        return content if data[:DIGEST] == _seal(key, content) else None

    def write(self, key: str, content: bytes) -> None:
        """Keep bytes under a key."""
        if len(content) > MAX_BYTES:
            return
        path = self._folder + key
        beside = f"{path}.{os.getpid()}"
        try:
            for folder in (self._root, self._folder):
                os.makedirs(folder, 0o700, exist_ok=True)  # noqa: PTH103 - as in all of the start
            number = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
            try:
                os.write(number, _seal(key, content) + content)
            finally:
                os.close(number)
            os.replace(beside, path)  # noqa: PTH105
        except OSError:
            return

    def trim(self) -> None:
        """Where there are too many files, remove the oldest."""
        try:
            with os.scandir(self._folder) as entries:
                ours = [entry for entry in entries if _is_ours(entry.name)]
            if len(ours) <= MAX_FILES:
                return
            for entry in sorted(ours, key=lambda entry: entry.stat().st_mtime)[:-KEPT]:
                os.unlink(entry.path)  # noqa: PTH108
        except OSError:
            return  # another process is trimming it


_BINARY = getattr(os, "O_BINARY", 0)


def _seal(key: str, content: bytes) -> bytes:
    return blake2b(content, digest_size=DIGEST, key=key.encode()).digest()


def _is_ours(name: str) -> bool:
    """A folder of other things may have been named: nothing is removed that is not called like a result, whole or left behind."""
    return len(name.partition(".")[0]) == 2 * DIGEST and set(name) <= set("0123456789abcdef.")
