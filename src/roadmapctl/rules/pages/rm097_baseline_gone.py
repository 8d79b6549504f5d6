"""The baseline holds findings that are gone.

`roadmapctl validate --baseline FILE` hides the findings that were there when `--write-baseline FILE` wrote the file. As plans are
mended, entries lose their findings; left in the file, they would hide the same mistake when somebody makes it again. Write
the baseline again: `roadmapctl validate --write-baseline FILE` with the same paths.

Only entries of files that this run has checked, or that no longer exist, are counted.
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM097", Severity.INFO, __name__, title_zh="基线中有已消失的问题")
