"""Interface strings: flat keys, the same keys and placeholders in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

import yaml

from subportal.issues import Both, Issue, Position, issue

_PLACEHOLDER = re.compile(r"\{(\w*)\}")
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@cache
def strings(language: str) -> Mapping[str, str]:
    """Return the interface strings of a language; raise FileNotFoundError if it has none."""
    text = files("subportal.locale").joinpath(f"{language}.yml").read_text("utf-8")
    return dict(yaml.load(text, _LOADER))  # noqa: S506  (scalars as text, our own file)


@cache
def language_tag(language: str) -> str:
    """Return the BCP 47 tag with which pages in a language are marked: `zh-Hans` for zh."""
    return strings(language)["language.tag"]


def check_strings(languages: Sequence[str]) -> Iterator[Issue]:
    """Yield every key that is missing, left over, empty or has other placeholders than the first."""
    reference = strings(languages[0])
    for language in languages:
        position = Position(f"src/subportal/locale/{language}.yml")
        try:
            own = strings(language)
        except FileNotFoundError:
            yield _mismatch(position, language, "*", "không có tệp", "have no file")
            continue
        for key in sorted(reference.keys() | own.keys()):
            if key not in own:
                yield _mismatch(position, language, key, "còn thiếu", "is missing")
            elif key not in reference:
                yield _mismatch(position, language, key, "bị thừa", "is not in the others")
            elif not own[key]:
                yield _mismatch(position, language, key, "trống", "is empty")
            elif _placeholders(own[key]) != _placeholders(reference[key]):
                vi = f"phải có {sorted(_placeholders(reference[key]))}"
                en = f"must have {sorted(_placeholders(reference[key]))}"
                yield _mismatch(position, language, key, vi, en)


def _placeholders(text: str) -> set[str]:
    return set(_PLACEHOLDER.findall(text))


def _mismatch(position: Position, language: str, key: str, vi: str, en: str) -> Issue:
    return issue("E308", position, key, key=key, language=language, problem=Both(vi, en))
