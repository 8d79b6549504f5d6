"""`roadmapctl schema`: the JSON Schema of the plan format, for editors and other tools."""

from roadmapctl.cli.console import DONE, write


def schema() -> int:
    """Print the JSON Schema (draft 2020-12) of the plan format."""
    import json

    from roadmapctl.model.schema import plan_schema

    write(json.dumps(plan_schema(), ensure_ascii=False, indent=2) + "\n")
    return DONE
