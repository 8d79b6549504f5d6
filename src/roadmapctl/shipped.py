"""The files that are shipped with the program: report templates and scaffolds."""

from pathlib import Path

PACKAGE = Path(__file__).parent / "templates"
CHECKOUT = Path(__file__).parents[2] / "templates"


def shipped(*parts: str) -> Path:
    """The path of a shipped file or folder.

    An installed package holds them in itself; an editable install reads the live ones at the top of the checkout.
    """
    return (PACKAGE if PACKAGE.is_dir() else CHECKOUT).joinpath(*parts)
