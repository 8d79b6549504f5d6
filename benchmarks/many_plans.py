"""A thousand plans: `roadmapctl validate`, all rules on, against check-jsonschema with the exported schema.

Both check the same files in one process each; check-jsonschema knows neither references nor rules. It is slow, so it gets a
part of the files and its time is scaled, which is to its advantage (its start-up is counted once for the part and scaled too
only by the files). Run: python benchmarks/many_plans.py [PLANS] [PLANS FOR CHECK-JSONSCHEMA]
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import PLAN, ROADMAPCTL, cpu_seconds


def main() -> None:
    """Print seconds for each tool and the ratio."""
    plans = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    part = int(sys.argv[2]) if len(sys.argv) > 2 else min(plans, 100)
    checker = Path(sys.executable).with_name("check-jsonschema")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        schema = folder / "roadmap-1.schema.json"
        schema.write_bytes(subprocess.run([ROADMAPCTL, "schema"], capture_output=True, check=True).stdout)
        files = [folder / f"plan-{i:04}.yaml" for i in range(plans)]
        for file in files:
            shutil.copy(PLAN, file)
        ours = cpu_seconds([ROADMAPCTL, "validate", *map(str, files)])
        print(f"roadmapctl validate      {plans:5} plans   {ours:8.2f} s   {ours / plans * 1000:7.2f} ms a plan")
        if not checker.exists():
            print("check-jsonschema is not installed: make bench installs it")
            return
        start = cpu_seconds([str(checker), "--schemafile", str(schema), str(files[0])])
        theirs = cpu_seconds([str(checker), "--schemafile", str(schema), *map(str, files[:part])])
        each = (theirs - start) / (part - 1)
        whole = start + each * (plans - 1)
        print(f"check-jsonschema         {plans:5} plans   {whole:8.2f} s   {each * 1000:7.2f} ms a plan (from {part})")
        print(f"roadmapctl is {whole / ours:.1f} × faster")


if __name__ == "__main__":
    main()
