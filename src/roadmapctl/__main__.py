"""The entry point: exit codes, signals and pipes, so that no command has to think of them."""

import gc
import os
import signal
import sys
from types import FrameType
from typing import NoReturn

USAGE = 2
BUG = 3
INTERRUPTED = 130
TERMINATED = 143


def main() -> NoReturn:
    """Run the command line and leave with its exit code.

    0 done and clean; 1 findings at or above --fail-on; 2 the job could not be done; 3 a fault of ours, its log file named;
    130 interrupted; 143 terminated. A closed pipe is silent.
    """
    # A run is short and makes no garbage in cycles worth collecting while it reads; `validate` collects between plans.
    gc.disable()
    signal.signal(signal.SIGTERM, _terminated)
    _mend_streams()
    try:
        code = _run()
        _flush()
    except BrokenPipeError:
        code = _closed_pipe()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except OSError as error:
        code = _could_not_write(error)
    # Everything is flushed; tearing down the interpreter would only take time.
    os._exit(code)


def _run() -> int:
    from roadmapctl.cli import run

    try:
        return run(sys.argv[1:])
    except (KeyboardInterrupt, BrokenPipeError):
        raise
    except SystemExit as exit:
        return exit.code if isinstance(exit.code, int) else USAGE
    except Exception as error:
        return _our_fault(error)


def _our_fault(error: Exception) -> int:
    """A bug: one line for the user, the whole story in a file that can be sent to us."""
    import tempfile
    import traceback

    from roadmapctl import __version__

    story = f"roadmapctl {__version__}, Python {sys.version}\narguments: {sys.argv[1:]!r}\n\n{traceback.format_exc()}"
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="roadmapctl-", suffix=".log", delete=False, encoding="utf-8", errors="backslashreplace"
        ) as file:
            file.write(story)
        where = f"the log is {file.name}"
    except OSError:
        where = "no log could be written"
    print(f"roadmapctl: a fault of ours ({type(error).__name__}); {where}. Please report it.", file=sys.stderr)
    return BUG


def _mend_streams() -> None:
    """Standard streams may be closed, or speak an encoding that knows neither 万 nor “”: printing must never raise."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - lives as long as the process
        elif mode == "w" and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace", newline="\n" if name == "stdout" else None)


def _flush() -> None:
    sys.stdout.flush()
    sys.stderr.flush()


def _closed_pipe() -> int:
    """Whoever read our output has gone: nothing more to say, and nobody to say it to."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return 0


def _could_not_write(error: OSError) -> int:
    reason = (error.strerror or type(error).__name__).lower()
    try:
        print(f"roadmapctl: the output could not be written: {reason}", file=sys.stderr, flush=True)
    except OSError:
        return USAGE
    return USAGE


def _terminated(_number: int, _frame: FrameType | None) -> NoReturn:
    os._exit(TERMINATED)


if __name__ == "__main__":
    main()
