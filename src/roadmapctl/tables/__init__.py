"""Tables that a plan names: read within bounds, never executed, and refused with the line that is wrong."""
