"""The file is no UTF-8 text.

A plan is a text that people, editors and git read alike, in every language: that needs one encoding, and it is UTF-8.
The finding stands at the first byte that does not fit and says what the file was probably saved as (GBK, UTF-16,
Latin-1).

Save the file as UTF-8 in your editor, or convert it: `iconv -f GBK -t UTF-8 old.yaml > roadmap.yaml`. A control
character in the text is deleted; it came from copying out of another program. A spreadsheet or a slide deck is not a
plan: name the `.yaml` file itself.
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM001", Severity.ERROR, __name__, title_zh="文件不是 UTF-8 文本")
