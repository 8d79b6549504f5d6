"""Planning methods as commands are told them: one of ours by its name, or a file with one of somebody's own."""

from roadmapctl.cli.console import FINDINGS, give_up, refuse, say
from roadmapctl.frameworks import Framework, is_file, names
from roadmapctl.i18n import Language
from roadmapctl.i18n.command_words import REFUSED


def method(name: str, flag: str = "--framework", language: Language = "en") -> Framework:
    """The method of a name or a file.

    Leaves with 2 where there is none, and says which there are; with 1 where its file has faults, and shows them.
    """
    from roadmapctl.load import Unreachable
    from roadmapctl.model.nearest import nearest
    from roadmapctl.project import method as found

    try:
        if is_file(name):
            _sound(name, language)
        method = found(name)
    except Unreachable as error:
        give_up(error.message, language)
    if method is None:
        near = nearest(name, names())
        words = REFUSED["no_method" if near is None else "near_method"]
        refuse(words, language, flag=flag, name=name, near=near, known=", ".join(names()))
    return method


def _sound(file: str, language: Language) -> None:
    from roadmapctl.output.findings import collect
    from roadmapctl.output.text import as_text
    from roadmapctl.project import own_method

    if own_method(file).method is None:
        say(as_text(collect([own_method(file)], language)).rstrip("\n"))
        raise SystemExit(FINDINGS)
