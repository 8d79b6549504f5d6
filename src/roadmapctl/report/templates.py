"""Report templates: where they are found, the sandbox they run in, and what is said when one of them is wrong."""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmapctl import __version__
from roadmapctl.model.nearest import nearest
from roadmapctl.report.limits import SECONDS, TooSlow, limited
from roadmapctl.shipped import shipped

if TYPE_CHECKING:
    from jinja2 import BaseLoader, BytecodeCache, Environment, Undefined
    from jinja2.bccache import Bucket

LONGEST_REPEAT = 1_000_000
LARGEST_POWER = 10_000
MOST_LISTED = 20
COMPILED = os.path.join(os.path.dirname(__file__), "__pycache__")
"""Where what shipped templates are compiled to is kept."""


class TemplateFault(Exception):
    """A template cannot be used: `place` (FILE or FILE:LINE) and what is wrong, as the template language says it."""

    def __init__(self, place: str, what: str) -> None:
        super().__init__(f"{place}: {what}")


def environment(
    kind: str,
    filters: Mapping[str, Callable[..., Any]],
    finalize: Callable[[Any], Any],
    own: Path | None,
    whole: Path | None,
) -> "Environment":
    """The sandbox for the templates of one kind of report, such as `markdown`.

    Templates are looked for in the folder `own` first, then among the shipped ones; `whole` is a file that may stand
    anywhere, known to the environment by its path. Nothing a template does can change a view, reach behind it, or run a
    program. Raises TemplateFault where `own` is no folder.
    """
    from jinja2 import ChoiceLoader, FileSystemLoader

    if own is not None and not os.path.isdir(own):
        raise TemplateFault(os.fspath(own), "no such folder")
    loaders: list[BaseLoader] = [] if own is None else [FileSystemLoader(own)]
    loaders.append(FileSystemLoader(shipped("report", kind)))
    if whole is not None:
        loaders.insert(0, _one_file(whole))
    env = _sandbox()(
        loader=ChoiceLoader(loaders),
        undefined=_undefined(),
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        cache_size=-1,
        auto_reload=False,
        bytecode_cache=_compiled(COMPILED) if own is None and whole is None else None,
    )
    env.filters.update(filters)
    # The same plan makes the same report: nothing random.
    del env.filters["random"], env.globals["lipsum"]
    return env


def _compiled(folder: str) -> "BytecodeCache":
    """Shipped templates are compiled once and kept where Python keeps our modules' byte code; read from there, as that is, even
    where nothing may be written.

    Compiling them takes a sixth of the time of a report. Templates of a user's own are not kept.
    """
    import jinja2

    class Kept(jinja2.FileSystemBytecodeCache):
        def dump_bytecode(self, bucket: "Bucket") -> None:
            if not sys.dont_write_bytecode and os.access(folder, os.W_OK):
                super().dump_bytecode(bucket)

    made_by = f"roadmapctl-{__version__}-jinja2-{getattr(jinja2, '__version__', '')}"
    return Kept(folder, f"{made_by}-%s.cache")


def _undefined() -> "type[Undefined]":
    from jinja2 import StrictUndefined

    class Missing(StrictUndefined):
        """Says what is missing in the words of a template's author, with the name that is closest."""

        @property
        def _undefined_message(self) -> str:
            view, name = self._undefined_obj, self._undefined_name
            known = list(view) if isinstance(view, Mapping) else list(getattr(view, "_fields", ()))
            if self._undefined_hint or not known or not isinstance(name, str):
                return super()._undefined_message
            close = nearest(name, known)
            listed = ", ".join(known[:MOST_LISTED]) + (", …" if len(known) > MOST_LISTED else "")
            return f"there is no {name!r} here; {f'did you mean {close!r}?' if close else f'there are: {listed}'}"

    return Missing


def _sandbox() -> "type[Environment]":
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Sandbox(ImmutableSandboxedEnvironment):
        """Also refuses sums whose result would fill the memory before any limit is noticed."""

        intercepted_binops = frozenset({"*", "**"})

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            pair = (left, right)
            if operator == "**" and any(isinstance(n, (int, float)) and abs(n) > LARGEST_POWER for n in pair):
                raise OverflowError("a power of numbers this large")
            size = sum(len(x) for x in pair if isinstance(x, (str, list, tuple)))
            times = max((x for x in pair if isinstance(x, int)), default=0)
            if size * times > LONGEST_REPEAT:
                raise OverflowError("a repetition this long")
            return super().call_binop(context, operator, left, right)

    return Sandbox


def _one_file(path: Path) -> "BaseLoader":
    from jinja2 import FunctionLoader

    name = os.fspath(path)
    return FunctionLoader(lambda asked: (path.read_text("utf-8"), name, None) if asked == name else None)


def render(env: "Environment", name: str, variables: Mapping[str, Any]) -> str:
    """The text a template makes. Raises TemplateFault with the place of whatever goes wrong in it."""
    try:
        with limited():
            return env.get_template(name).render(variables)
    except RecursionError as error:
        raise TemplateFault(_place(error, name), "it calls itself without end") from None
    except MemoryError as error:
        raise TemplateFault(_place(error, name), "it takes too much memory") from None
    except TooSlow as error:
        raise TemplateFault(_place(error, name), f"it runs for more than {SECONDS} seconds") from None
    except UnicodeDecodeError as error:
        raise TemplateFault(name, f"not UTF-8 (byte 0x{error.object[error.start]:02X}); save it as UTF-8") from None
    except Exception as error:
        raise TemplateFault(_place(error, name), _what(error, env)) from None


def _place(error: BaseException, name: str) -> str:
    """The file and line of the innermost template the error passed through."""
    import jinja2

    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"{error.filename or error.name or name}:{error.lineno}"
    place, trace = name, error.__traceback__
    while trace is not None:
        # Jinja names the frames of a compiled template after the template's own file.
        if "__jinja_template__" in trace.tb_frame.f_globals or trace.tb_frame.f_code.co_filename.endswith(".j2"):
            place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def _what(error: Exception, env: "Environment") -> str:
    from jinja2 import TemplateAssertionError, TemplateNotFound

    if isinstance(error, TemplateNotFound):
        return f"there is no template {error.name!r}"
    if isinstance(error, OSError):
        return (error.strerror or type(error).__name__).lower()
    said = str(error).strip() or type(error).__name__
    if isinstance(error, TemplateAssertionError):
        for kind, known in (("filter", env.filters), ("test", env.tests)):
            if said.startswith(f"No {kind} named"):
                asked = said.split("'")[1]
                close = nearest(asked, known)
                return f"{said} Did you mean {close!r}?" if close else f"{said} There are: {', '.join(sorted(known))}."
    return (
        said if not isinstance(error, (TypeError, ValueError, ArithmeticError)) else f"{type(error).__name__}: {said}"
    )
