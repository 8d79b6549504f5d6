"""File names as text, as paths in a repository and as URIs."""

from pathlib import PurePath

from roadmapctl.i18n.text import visible

STDIN = "<stdin>"


def file_name(name: str) -> str:
    """A file's name as text: bytes that are no UTF-8 are written out as `\\xff`."""
    return visible(name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace"))


def repository_path(name: str, base: str) -> str:
    """A relative file name as seen from the repository's root, of which `base` is the folder it starts in; others as they are."""
    if name == STDIN or PurePath(name).is_absolute():
        return name
    parts: list[str] = []
    for part in PurePath(base, name).parts:
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def uri(path: str) -> str:
    """A path as a URI reference: percent-encoded bytes, absolute paths with their scheme.

    A colon is encoded too: before the first slash it would make what is left of it a scheme.
    """
    from urllib.parse import quote

    encoded = quote(path.encode("utf-8", "surrogateescape"), safe="/")
    return f"file://{encoded}" if encoded.startswith("/") else encoded
