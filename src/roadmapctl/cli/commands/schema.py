"""`roadmapctl schema`: the JSON Schema of the plan format, for editors and other tools."""

from roadmapctl.cli.console import DONE, write


def schema() -> int:
    """Print the JSON Schema (draft 2020-12) of the plan format."""
    from roadmapctl.model.schema import schema_text

    write(schema_text())
    return DONE
