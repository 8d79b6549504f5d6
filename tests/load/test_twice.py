"""Two elements with one id: the second was meant to have another, so nobody is told that it is missing."""

from tests.plans import SMALL, checked, edited, found


def test_an_element_that_got_the_id_of_another_is_told_once() -> None:
    for old, new in (("  webinars:\n", "  page:\n"), ("  list: {metric", "  sales: {metric")):
        assert [code for code, _, _ in found(edited(old, new, SMALL))] == ["RM003"]


def test_the_first_of_the_two_is_read() -> None:
    value = checked(edited("  webinars:\n", "  page:\n", SMALL)).document.value
    assert value is not None and value["tactics"]["page"]["budget"] == 3_000


def test_what_else_is_wrong_is_told_beside() -> None:
    text = edited("period: 2027", "period: 2027-Q5", edited("  webinars:\n", "  page:\n", SMALL))
    assert [code for code, _, _ in found(text)] == ["RM024", "RM003"]
