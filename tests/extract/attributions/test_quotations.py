"""Which quotation marks belong together: texts, and the words between the marks."""

import pytest

from sayso.extract.attributions.quotations import find_all, find_quotations

PAIRED = [
    ('"He said so," she said. "It is."', ["He said so,", "It is."]),
    ("“He said so,” she said.", ["He said so,"]),
    ("‘He said so,’ she said.", ["He said so,"]),
    # opened and closed by different marks, as machine-made text has them
    ("“He said so,\" she said.", ["He said so,"]),
    ("\"He said so,” she said.", ["He said so,"]),
    ("”He said so,” she said.", ["He said so,"]),
    ("``He said so,'' she said. ''It is.''", ["He said so,", "It is."]),
    # other languages' marks
    ("„Wort“ oder »Wort« oder «mot» oder « mot »", ["Wort", "Wort", "mot", "mot"]),
    # one within the other: the outer one counts
    ("“It was ‘bad’ then,” he said.", ["It was ‘bad’ then,"]),
    ("‘It was “bad” then,’ he said.", ["It was “bad” then,"]),
    ("\"'Go,' he told me,\" she said.", ["'Go,' he told me,"]),
    # apostrophes are no marks
    ("The workers' union met the boatmen's club.", []),
    ("The workers’ union said ‘no’.", ["no"]),
    ("\"Get 'em out, it's '98 again,\" he said.", ["Get 'em out, it's '98 again,"]),
    ("‘We lost both ships’ engines,’ he said.", ["We lost both ships’ engines,"]),
    # spaces lost or added around the marks
    ('He said,"We go,"and left.', ["We go,"]),
    ("“ Hello there , ” he said", ["Hello there ,"]),
    ("(“in brackets”) and — \"behind a dash\"", ["in brackets", "behind a dash"]),
    ('"It held, "said Hale.', ["It held,"]),
    ('Hale said: "It held. "', ["It held."]),
    ('"He told me, "Go," and left," she said.', ["Go,"]),
    # a bad mark costs one quotation, never the rest
    ("A stray ” here “and then this” goes on", ["and then this"]),
    ('one "two "three" four', ["three"]),
    ('"a" b" "c"', ["a", "c"]),
    ("a 6'2\" man and a 5'1\" woman", []),
    # nothing between them
    ('""', []),
    ("''''", []),
    ('" "', []),
    ("'", []),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PAIRED)
def test_pairs(text: str, expected: list[str]) -> None:
    found = find_quotations(text)
    assert [quotation.inner.of(text) for quotation in found] == expected
    assert all(quotation.closed for quotation in found)


def test_one_that_goes_on_in_the_next_paragraph() -> None:
    text = "“We left at dawn. The road was open."
    (quotation,) = find_quotations(text)
    assert (quotation.inner.of(text), quotation.closed) == (text[1:], False)


def test_a_long_one_is_an_unpaired_mark() -> None:
    text = f"“{'word ' * 1000}end” and “this”"
    assert [q.inner.of(text) for q in find_quotations(text)] == ["this"]


LINES = [
    (
        ['"It held.', "We ran.", 'It was late," said Hale. "Yes."'],
        [["It held."], ["We ran."], ["It was late,", "Yes."]],
    ),
    (['"It held.', 'We ran, "said Hale.'], [["It held."], ["We ran,"]]),
    # an unpaired mark: nothing closes it, or another opens
    (
        ['"It held, said Hale.', "We ran.", 'The crew "left" at noon.'],
        [["It held, said Hale."], [], ["left"]],
    ),
    (['He said: "It held.', "We ran."], [[], []]),
    (["We ran.", 'It was late," said Hale.'], [[], []]),
    ([], []),
]


@pytest.mark.parametrize(("lines", "expected"), LINES)
def test_one_that_goes_on_over_lines_without_marks(lines: list[str], expected: list[list[str]]) -> None:
    found = find_all(lines)
    assert [[q.inner.of(line) for q in here] for line, here in zip(lines, found, strict=True)] == expected
