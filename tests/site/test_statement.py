"""The accessibility statement says what the tests really do."""

from __future__ import annotations

import ast

import pytest

from audits.promise import PROMISE
from audits.statement import render_tests, renewed, statement
from tests.projects import LANGUAGES, ROOT


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_statement_names_the_tests(language: str) -> None:
    text = statement(language).read_text("utf-8")
    assert render_tests(language) in text
    assert renewed(text, language) == text


def test_every_test_that_is_named_exists_and_is_not_skipped() -> None:
    assert len(PROMISE.checks) >= 8
    for check in PROMISE.checks:
        path, _, name = check["test"].partition("::")
        tree = ast.parse((ROOT / path).read_text("utf-8"))
        (found,) = [one for one in tree.body if isinstance(one, ast.FunctionDef) and one.name == name]
        marks = " ".join(ast.unparse(one) for one in found.decorator_list)
        assert "skip" not in marks
        assert "xfail" not in marks


def test_a_statement_that_says_more_would_be_seen() -> None:
    text = statement("en").read_text("utf-8")
    more = text.replace(render_tests("en"), render_tests("en") + "- Screen readers.\n")
    assert more != text
    assert renewed(more, "en") == text
