"""An unresolved git merge conflict.

Two people changed the same lines and git left both versions in the file, between lines of `<<<<<<<`, `=======` and
`>>>>>>>`. Which of the two is the plan only you can say, so nothing else is read.

Keep one version, or a third one that joins both, and delete the three marking lines.
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM009", Severity.ERROR, __name__, title_zh="未解决的 git 合并冲突")
