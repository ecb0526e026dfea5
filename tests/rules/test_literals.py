"""Words that any match of an expression holds."""

from __future__ import annotations

import pytest

from subportal.rules.literals import literals


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("abc", ("abc",)),
        (r"\bcures?\b", ("cure",)),
        (r"\b(?:tribes?|tribal|hill tribe)\b", ("tribe", "tribal", "hill tribe")),
        (r"(?<!former )Sin Ho District(?! \(until)", ("Sin Ho District",)),
        (r"\b[Tt]hành phố Lai Châu", ("hành phố Lai Châu",)),
        ("中越(?!南)", ("中越",)),
        ("根治|抗癌", ("根治", "抗癌")),
        (r"a\.b", ("a.b",)),
        ("ab{0,3}cd", ("cd",)),
        ("xa{2,}", ("x",)),
        ("a+b", ("a",)),
        ("(a|b)?cd", ("cd",)),
        (r"(?:người|dân tộc) Mèo", (" Mèo",)),
        (r"[^]x]long[\]y]", ("long",)),
        (r"\d+km", ("km",)),
        ("", ()),
        ("a|.", ()),
        ("(?i)abc", ()),
        ("x*", ()),
    ],
)
def test_the_words_of_an_expression(pattern: str, words: tuple[str, ...]) -> None:
    assert literals(pattern) == words
