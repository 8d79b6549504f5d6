"""An element of the method is missing.

The plan follows a method (`framework` in its header, or `--framework`), and something that the method asks for is written
nowhere. The finding names the element and where it would go, and puts the question to answer. `roadmapctl coverage` lists all
elements of the method with what there is of each.

Answer the question in the plan. Where the element does not matter to you, ignore this code in a comment on the line, or in
`roadmapctl.toml`; a method of your own (`--framework ours.yaml`) asks for what you write into it.
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM016", Severity.WARNING, __name__, title_zh="缺少规划方法要求的要素")
