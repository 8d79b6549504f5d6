"""An element of the method is thin.

The plan follows a method (`framework` in its header, or `--framework`), and something that the method asks for is there only in
part: some of the initiatives have no sentence that says what they are, or there are more focus areas than one can focus on. The
finding says what is lacking and puts the question to answer. `roadmapctl coverage` lists all elements of the method.

Complete what is named, or ignore this code where the method asks for more than you need.
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM017", Severity.WARNING, __name__, title_zh="规划方法要求的要素不完整")
