"""Where sentences end."""

import pytest

from roadmapctl.analysis.words.sentences import sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Teach first, sell later", 1),
        ("Teach first, sell later.", 1),
        ("Teach first. Sell later.", 2),
        ("Teach first. then sell", 2),
        ("Teach U.S. manufacturers, e.g. machine builders, to quote at 2.5 times the speed.", 1),
        ("Show z.B. Maschinenbauern, wie es geht.", 1),
        ("Help Dr. Miller Inc. grow", 1),
        ("Win Yahoo! users", 1),
        ("Teach! Then sell!", 2),
        ("Who teaches? We do.", 2),
        ("“Teach first.” Then sell.", 2),
        ("Teach… then sell.", 1),
        ("先教后卖", 1),
        ("先教后卖。", 1),
        ("先教后卖。再让他们推荐。", 2),
        ("先教后卖！再推荐？", 2),
        ("增长2.5倍，先教后卖。", 1),
        ("「先教后卖。」这就是主线", 2),
        ("Teach first\nand sell later", 1),
        ("- Teach first\n- Sell later", 2),
        ("Teach first\n\nSell later", 2),
        ("", 0),
    ],
)
def test_sentences_are_counted(text: str, count: int) -> None:
    assert len(sentences(text)) == count, sentences(text)


def test_their_text_is_kept() -> None:
    assert sentences("Teach e.g. owners. Sell later!") == ("Teach e.g. owners.", "Sell later!")
