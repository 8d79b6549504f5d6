"""Rules of a plan against the wider plan that its `parent` names; loaded only where there is one."""
