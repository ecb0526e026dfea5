"""Interface strings: the same keys and placeholders in every language."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from subportal.locale import strings as module
from subportal.locale.strings import check_strings, language_tag, strings
from tests.projects import LANGUAGES, ROOT

NEEDED = ("language.name", "language.tag", "language.locale", "language.direction", "date.day", "date.range")


def test_the_strings_of_all_languages_agree() -> None:
    assert list(check_strings(LANGUAGES)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_keys_texts_and_a_tag(language: str) -> None:
    own = strings(language)
    assert all(own[key] for key in NEEDED)
    assert all(re.fullmatch(r"[a-z0-9_.-]+", key) for key in own)
    assert all(isinstance(text, str) and text for text in own.values())
    assert language_tag(language).split("-")[0] == language


def test_no_file_of_strings_has_a_key_twice() -> None:
    for language in LANGUAGES:
        text = (ROOT / "src" / "subportal" / "locale" / f"{language}.yml").read_text("utf-8")
        keys = re.findall(r"^([\w.-]+):", text, re.MULTILINE)
        assert sorted(set(keys)) == sorted(keys)


def test_a_language_without_a_file_has_no_strings() -> None:
    with pytest.raises(FileNotFoundError):
        strings("xx")


def missing(own: dict[str, str]) -> None:
    del own["home"]


def left_over(own: dict[str, str]) -> None:
    own["hoem"] = "Home"


def empty(own: dict[str, str]) -> None:
    own["home"] = ""


def renamed(own: dict[str, str]) -> None:
    own["date.range"] = "{first} to {lsat}"


def dropped(own: dict[str, str]) -> None:
    own["listing.shown"] = "Showing some"


@pytest.mark.parametrize(
    ("change", "key", "words"),
    [
        (missing, "home", "is missing"),
        (left_over, "hoem", "is not in the others"),
        (empty, "home", "is empty"),
        (renamed, "date.range", "must have ['first', 'last']"),
        (dropped, "listing.shown", "must have ['shown', 'total']"),
    ],
)
def test_a_broken_copy_is_refused(
    monkeypatch: pytest.MonkeyPatch, change: object, key: str, words: str
) -> None:
    broken = dict(strings("en"))
    change(broken)  # type: ignore[operator]

    def read(language: str) -> Mapping[str, str]:
        return broken if language == "en" else strings(language)

    monkeypatch.setattr(module, "strings", read)
    (found,) = check_strings(LANGUAGES)
    assert (found.code, found.field) == ("E308", key)
    assert found.position.path == "src/subportal/locale/en.yml"
    assert words in found.en
    assert f'"{key}"' in found.vi


def test_a_language_without_a_file_is_one_fault() -> None:
    (found,) = check_strings(("vi", "xx"))
    assert (found.code, found.position.path) == ("E308", "src/subportal/locale/xx.yml")
