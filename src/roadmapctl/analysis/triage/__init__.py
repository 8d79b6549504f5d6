"""An unplanned request held against the plan: what it serves, what it is worth, what it would displace."""
