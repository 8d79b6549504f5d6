"""Write the golden files anew: `python -m tests.output.regenerate`. Read what has changed before you keep it."""

from pathlib import Path

from roadmapctl import __version__
from roadmapctl.i18n import LANGUAGES, Language
from roadmapctl.output.formats import FORMATS
from tests.output.nasty import nasty

GOLDEN = Path(__file__).parent / "golden"
SUFFIXES = {"text": "txt", "github": "txt", "sarif": "sarif", "junit": "xml", "markdown": "md"}
CASES = [(name, language) for name in FORMATS for language in LANGUAGES]


def golden(name: str, language: Language) -> Path:
    """The file that a format's output is compared with."""
    return GOLDEN / f"{name}.{language}.{SUFFIXES.get(name, 'json')}"


def output(name: str, language: Language) -> str:
    """The nasty findings in a format, with the version, which changes, taken out."""
    return FORMATS[name](nasty(language)).replace(f'"{__version__}"', '"VERSION"')


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for case in CASES:
        golden(*case).write_bytes(output(*case).encode())
