"""What the YAML parser minds, said so that the writer of a plan can mend it."""

import re
from typing import Any

import yaml

from roadmapctl.diagnostics import Diagnostic, Message, Related, Severity, Span
from roadmapctl.load.document import Atlas
from roadmapctl.load.source import Source

QUOTE_IT = Message('put the text in quotes: "…"', '请给这段文本加引号："…"')
PLAIN_VALUES = Message(
    'plans hold plain values only; put a text that begins with this character in quotes: "…"',
    '计划中只用普通值；以此字符开头的文本请加引号："…"',
)
ODD_SPACES = {"\u00a0": "U+00A0", "\u3000": "U+3000", "\t": "tab"}
# Patterns here stay texts: `re` compiles (and keeps) them when the first fault turns up.
ODD_INDENT = "^[ ]*([\u00a0\u3000\t])"
VALUE_IN_QUOTES = r"""(?:: |- )(["'])(.*)$"""
FULL_WIDTH_COLON = "^[ -]*[\\w\"' -]+(：)"
FULL_WIDTH_COMMA = "[{,].*?(，)(?= *[a-z_]+ *: )"
FULL_WIDTH_BRACE = "^[ -]*[\\w-]+: *([｛［【])"

# The parser's problem (or what it was doing) → where to point, the sentence, the mend. The first that fits is taken.
Row = tuple[str, str, Message, Message]
EXPLANATIONS: tuple[Row, ...] = (
    (
        "unexpected end of stream|unexpected document indicator",
        "context",
        Message("the quote that opens here is never closed", "此处的引号没有闭合"),
        Message("close it on the same line", "请在同一行补上结束引号"),
    ),
    (
        "unknown escape character|did not find expected hexdecimal number|invalid Unicode character escape",
        "context",
        Message("this text in double quotes holds a backslash that YAML cannot read", "双引号文本中的反斜杠无法解析"),
        Message(
            "use single quotes, in which a backslash is a backslash: '…'", "请改用单引号，其中反斜杠就是反斜杠：'…'"
        ),
    ),
    (
        "mapping values are not allowed",
        "problem",
        Message(
            "a second “: ” on this line: YAML reads it as another key", "这一行有第二个“: ”，YAML 会把它当作另一个键"
        ),
        Message('put the whole text in quotes: key: "text: more text"', '请给整段文本加引号：key: "文本: 更多文本"'),
    ),
    (
        "could not find expected ':'",
        "context",
        Message("this line has no “: ” between key and value", "这一行的键和值之间缺少“: ”"),
        Message("write “key: value”, with a colon and a space", "请写成“key: value”，冒号后加一个空格"),
    ),
    (
        "character that cannot start any token",
        "problem",
        Message("a text cannot begin with this character: “{character}”", "文本不能以字符“{character}”开头"),
        QUOTE_IT,
    ),
    (
        "scanning an alias|scanning an anchor|alphabetic or numeric character",
        "context",
        Message("a text that begins with * or & is a reference in YAML", "以 * 或 & 开头的文本在 YAML 中是引用"),
        QUOTE_IT,
    ),
    (
        "scanning a tag|parsing a tag|undefined tag handle|did not find URI escaped|scanning a directive|line break",
        "context",
        Message("a text that begins with ! is a tag in YAML", "以 ! 开头的文本在 YAML 中是标签"),
        QUOTE_IT,
    ),
    (
        "did not find expected ',' or",
        "problem",
        Message(
            "a list or mapping in brackets is not closed, or a comma is missing",
            "括号中的列表或映射没有闭合，或缺少逗号",
        ),
        Message("close it with ] or }}, with commas between the items", "请用 ] 或 }} 闭合，各项之间用逗号"),
    ),
    (
        "did not find expected key|did not find expected '-' indicator|block sequence entries are not allowed|block end",
        "problem",
        Message(
            "this line does not fit in here: its indentation belongs to nothing above",
            "这一行与上文不匹配：缩进不属于上面任何一级",
        ),
        Message("line it up with its neighbours, with spaces only", "请用空格与相邻的行对齐"),
    ),
)
OPENED_BY = {"}": "{", "]": "["}
NOTHING_TO_CLOSE = (
    Message("this “{character}” closes nothing", "这个“{character}”没有对应的开括号"),
    Message("delete it, or open the bracket that it closes", "请删除它，或补上对应的开括号"),
)
OTHERWISE = (
    Message("this is not YAML: {problem}", "这不是合法的 YAML：{problem}"),
    Message("look at this line and the one above it", "请检查这一行和上一行"),
)


def explain(source: Source, error: yaml.MarkedYAMLError) -> Diagnostic:
    """The finding for an error of the parser."""
    problem = str(error.problem or error.context or "?")
    wording = f"{error.context or ''} {problem}"
    mark = error.problem_mark or error.context_mark
    row = next((row for row in EXPLANATIONS if re.search(row[0], wording)), None)
    if row is not None and row[1] == "context" and error.context_mark is not None:
        mark = error.context_mark
    at = _index(mark, source)
    likelier = _typed_by_mistake(source, at) or _open_quote(source, at)
    if likelier is not None:
        return likelier
    message, mend = row[2:] if row is not None else OTHERWISE
    if _closes_nothing(source.text, at):
        message, mend = NOTHING_TO_CLOSE
    fields = {"character": source.text[at : at + 1] or "?", "problem": problem}
    return _fault("RM002", source.span(at), message._replace(fields=fields), mend)


def _closes_nothing(text: str, at: int) -> bool:
    """Is there a closing bracket without one of its kind that is open?"""
    opening = OPENED_BY.get(text[at : at + 1])
    return opening is not None and text.count(opening, 0, at) <= text.count(text[at], 0, at)


def _index(mark: Any, source: Source) -> int:
    return min(mark.index, len(source.text)) if mark is not None else 0


def _open_quote(source: Source, at: int) -> Diagnostic | None:
    """A quote left open swallows lines up to the next quote, where the parser stumbles: point at the one left open."""
    line, _ = source.place(at)
    wrong = source.line(line)
    for number in range(1, line):
        found = re.search(VALUE_IN_QUOTES, source.line(number))
        if (
            found
            and found.group(1) in wrong
            and found.group(2).replace("\\" + found.group(1), "").count(found.group(1)) == 0
        ):
            _, _, message, mend = EXPLANATIONS[0]
            return _fault("RM002", source.span(source.line_starts[number - 1] + found.start(1)), message, mend)
    return None


def _typed_by_mistake(source: Source, at: int) -> Diagnostic | None:
    """A full-width colon, a no-break space or a tab on the line or the one above is the likelier culprit: point at it."""
    line, _ = source.place(at)
    for number in (line, line - 1):
        if number < 1:
            continue
        text = source.line(number)
        start = source.line_starts[number - 1]
        if found := re.match(FULL_WIDTH_COLON, text):
            return _fault(
                "RM002",
                source.span(start + len(text) - len(text.lstrip())),
                Message("a full-width colon ： (U+FF1A) stands after this key", "键后面用了全角冒号：（U+FF1A）"),
                Message("write an ordinary colon and a space: “: ”", "请改用半角冒号加空格：“: ”"),
                Related(source.span(start + found.start(1)), Message("here", "在这里")),
            )
        if found := re.match(FULL_WIDTH_BRACE, text):
            return _fault(
                "RM002",
                source.span(start + found.start(1)),
                Message(
                    "a full-width bracket {character} opens here",
                    "此处用了全角括号 {character}",
                    {"character": found[1]},
                ),
                Message("write {{ }} around keys and [ ] around a list", "键值用半角 {{ }}，列表用半角 [ ]"),
            )
        if number == line and (found := re.search(FULL_WIDTH_COMMA, text)):
            return _fault(
                "RM002",
                source.span(start + found.start(1)),
                Message(
                    "a full-width comma ， (U+FF0C) stands before the next key",
                    "下一个键前面用了全角逗号：，（U+FF0C）",
                ),
                Message("write an ordinary comma and a space: “, ”", "请改用半角逗号加空格：“, ”"),
            )
        if found := re.match(ODD_INDENT, text):
            return _fault(
                "RM002",
                source.span(start + (found.start(1) if found.group(1) == "\t" else 0)),
                Message(
                    "this line is indented with {name}, not with spaces",
                    "这一行用 {name} 缩进，而不是空格",
                    {"name": ODD_SPACES[found.group(1)]},
                ),
                Message("delete the white space before the text and type spaces", "请删除行首空白，改用空格"),
            )
    return None


def duplicate_key(atlas: Atlas, key: str, event: int, first: int) -> Diagnostic:
    """The same key twice in one mapping."""
    return _fault(
        "RM003",
        atlas.span(event),
        Message("“{key}” stands here a second time", "“{key}”重复出现", {"key": key}),
        Message("keep one of the two", "请只保留一个"),
        Related(atlas.span(first), Message("the first one is here", "第一个在这里")),
    )


def second_document(source: Source, at: int) -> Diagnostic:
    """`---` after the plan."""
    return _fault(
        "RM004",
        source.span(at),
        Message("a second YAML document begins here; a plan is one", "此处开始了第二个 YAML 文档；一个计划只能有一个"),
        Message(
            "delete the line ---, or move the rest to a file of its own",
            "请删除 --- 这一行，或把后面的内容移到单独的文件",
        ),
    )


def tag(source: Source, at: int, name: str) -> Diagnostic:
    """An explicit tag, ours or Python's: never followed."""
    fields = {"tag": name}
    return _fault(
        "RM005",
        source.span(at),
        Message("YAML tags such as {tag} are not read", "不支持 {tag} 这样的 YAML 标签", fields),
        PLAIN_VALUES,
    )


def complex_key(source: Source, at: int) -> Diagnostic:
    """A list, a mapping or an alias as a key; two braces are a template's."""
    if source.text[max(0, at - 1) : at + 1] == "{{" or source.text[at : at + 2] == "{{":
        start = at - 1 if source.text[max(0, at - 1)] == "{" else at
        message = Message(
            "{{{{ … }}}} is a template's placeholder, and a plan is no template",
            "{{{{ … }}}} 是模板占位符，而计划不是模板",
        )
        return _fault("RM002", source.span(start), message, Message("write the text itself", "请直接写出文本"))
    message = Message("a key must be a word, not a list or a mapping", "键必须是一个词，不能是列表或映射")
    return _fault("RM002", source.span(at), message, QUOTE_IT)


def too_deep(source: Source, at: int, limit: int) -> Diagnostic:
    """Nesting far beyond any plan's."""
    message = Message("more than {limit} levels of nesting", "嵌套超过 {limit} 层", {"limit": limit})
    return _fault("RM006", source.span(at), message, Message("a plan needs about six", "计划大约只需六层"))


def recursive_alias(source: Source, at: int, name: str) -> Diagnostic:
    """A collection that holds itself."""
    message = Message("*{name} stands inside the very value it names", "*{name} 位于它所指的值内部", {"name": name})
    return _fault("RM005", source.span(at), message, Message("write the value out", "请直接写出该值"))


def undefined_alias(source: Source, at: int, name: str) -> Diagnostic:
    """An alias of nothing; often a text in Markdown bold."""
    message = Message(
        "*{name} refers to an anchor &{name} that does not exist", "*{name} 引用的锚点 &{name} 不存在", {"name": name}
    )
    return _fault("RM005", source.span(at), message, QUOTE_IT)


def alias_bomb(source: Source, at: int, limit: int) -> Diagnostic:
    """Aliases of aliases that would grow without end."""
    message = Message(
        "the aliases of this file stand for more than {limit} values; the first is here",
        "此文件的别名展开后超过 {limit} 个值；第一个在这里",
        {"limit": limit},
    )
    return _fault("RM006", source.span(at), message, Message("write the values out", "请直接写出各个值"))


def bad_merge(span: Span) -> Diagnostic:
    """`<<:` with something that is no mapping."""
    message = Message("“<<” merges mappings, and this is none", "“<<”只能合并映射，而这不是映射")
    return _fault("RM005", span, message, Message("write the keys out", "请直接写出各个键"))


def unused_anchor(source: Source, name: str, at: int) -> Diagnostic:
    """An anchor nobody refers to: mostly a text that begins with &, which YAML drops."""
    message = Message(
        "YAML reads &{name} as an anchor and drops it from the text",
        "YAML 把 &{name} 读作锚点并从文本中丢弃",
        {"name": name},
    )
    return Diagnostic("RM008", Severity.WARNING, source.span(at), message, QUOTE_IT)


def _fault(code: str, span: Span, message: Message, mend: Message, *related: Related) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, span, message, mend, related=related)
