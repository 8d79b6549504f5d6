"""What a message calls a stage of the funnel."""

from roadmapctl.model import Plan


def stage_name(plan: Plan, id: str) -> str:
    """The stage's name, for a sentence that counts its units; its id where it has none."""
    stages = plan.funnel.stages if plan.funnel is not None else ()
    return next((stage.name for stage in stages if stage.id == id and stage.name is not None), id)
