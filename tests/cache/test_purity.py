"""What is found in a plan depends on what the cache knows it by: a check looks at no other file, no clock, no environment."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.run import ROOT

SOURCE = ROOT / "src" / "roadmapctl"

# Holds every page's examples and every plan of the corpus to all rules, with the parent in memory; what is opened or listed
# meanwhile is told, and then the modules that were loaded.
CHECK_EVERYTHING = """
import re, sys
from pathlib import Path
from roadmapctl.load import Unreachable
from roadmapctl.output.findings import told
from roadmapctl.project import check_files
from roadmapctl.rules.engine import catalogue
from tests.cache.corpus import PLANS
from tests.plans import SMALL

pages = [text for rule in catalogue().values() for text in re.findall("```yaml\\n(.*?)```", rule.page, re.S)]
plans = [*PLANS.values(), *(page.encode() for page in pages)]
plans += [path.read_bytes() for path in Path("examples").rglob("*.yaml")]

def read(path):
    return [(str(path), SMALL.encode())]

def watch(event, arguments):
    if event in ("open", "os.listdir", "os.scandir", "socket.connect", "subprocess.Popen"):
        seen.append(f"{event} {arguments[0]}")

def check_all():
    for plan in plans:
        for methods in ((), ("seven-step",)):
            told(check_files([("plan.yaml", plan)], Path("nowhere"), methods=methods, read=read))

check_all()  # whatever is imported is imported now
seen = []
sys.addaudithook(watch)
check_all()
print(len(plans), *(repr(s) for s in seen))
print(*(m.__file__ for n, m in sys.modules.items() if n.partition(".")[0] == "roadmapctl"), sep="\\n")
"""

TOUCHY = {
    *("today", "now", "utcnow", "fromtimestamp", "time", "time_ns", "monotonic", "perf_counter", "localtime", "gmtime"),
    *("getenv", "expanduser", "getcwd", "cwd", "home", "getlocale", "gethostname", "getpid", "urandom"),
    *(
        "exists",
        "is_file",
        "is_dir",
        "isfile",
        "isdir",
        "stat",
        "lstat",
        "listdir",
        "scandir",
        "glob",
        "rglob",
        "iterdir",
    ),
    *("read_bytes", "read_text", "realpath", "random", "Random", "shuffle", "choice", "uuid4"),
}
ALLOWED = {
    "load/source.py",  # reads a plan's files, which are in the key, or noted beside it
    "load/folder.py",
    "rules/engine.py",  # list our own modules
    "rules/codes.py",
    "frameworks/__init__.py",
    "project.py",  # where a path is given, asks whether it is a folder
}


@pytest.fixture(scope="module")
def watched() -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", CHECK_EVERYTHING], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_nothing_is_opened_or_listed_while_plans_are_checked(watched: list[str]) -> None:
    number, *seen = watched[0].split(" ", 1)
    assert int(number) > 200 and seen == []


def test_nothing_on_the_way_of_a_check_looks_at_files_clocks_or_the_environment(watched: list[str]) -> None:
    modules = [Path(file).relative_to(SOURCE) for file in watched[1:] if file]
    assert len(modules) > 150
    used = {}
    for module in modules:
        names = touchy(ast.parse((SOURCE / module).read_text("utf-8")))
        if names and module.parts[0] not in ("cache", "cli") and module.as_posix() not in ALLOWED:
            used[module.as_posix()] = names
    assert used == {}


def touchy(tree: ast.Module) -> set[str]:
    """The touchy functions that a module calls."""
    called = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    methods = {f.attr for f in called if isinstance(f, ast.Attribute) and not _of_a_day(f)}
    functions = {function.id for function in called if isinstance(function, ast.Name)}
    if any(isinstance(n, ast.ImportFrom) and n.module == "datetime" for n in ast.walk(tree)):
        functions -= {"time"}  # a time of day that is written down
    values = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return (methods | functions) & TOUCHY | functions & {"open"} | values & {"environ"}


def _of_a_day(method: ast.Attribute) -> bool:
    """The time of a datetime is no clock's: `found.time()`, where `time.time()` is."""
    return method.attr == "time" and not (isinstance(method.value, ast.Name) and method.value.id == "time")


def test_the_watch_would_see_it() -> None:
    source = "import os\nfrom datetime import date\ndef late(): return date.today() or os.environ['X'] or open('x')\n"
    assert touchy(ast.parse(source)) == {"today", "environ", "open"}
