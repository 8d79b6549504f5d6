"""What all parts of a plan have in common: they never change, and they know no keys but their own."""

from pydantic import BaseModel, ConfigDict


class Element(BaseModel):
    """A part of a plan. Frozen; an unknown key is an error; validators are built only when the first plan is read."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
