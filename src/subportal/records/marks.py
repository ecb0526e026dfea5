"""What a declaration says of a field: fit for publication, a reference, one of several values."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self


@dataclass(frozen=True, slots=True)
class Label:
    """Words of the interface that a declaration brings along, in each language."""

    vi: str = ""
    en: str = ""
    zh: str = ""

    def label(self, language: str) -> str:
        """Return the words in `language`, in English where there are none."""
        return getattr(self, language, "") or self.en


@dataclass(frozen=True, slots=True)
class Public(Label):
    """Mark a field as fit for publication, with its label in each language."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Mark a public field that fills a section of its own on the record's page."""


@dataclass(frozen=True, slots=True)
class Media:
    """Mark a field that names a file of `content/media/`."""


class Choice(StrEnum):
    """One of several values, each declared with its name in every language.

    `ENERGY = "energy", "Năng lượng", "Energy", "能源"`
    """

    _label: Label

    def __new__(cls, value: str, vi: str = "", en: str = "", zh: str = "") -> Self:
        """Keep the value as the member's text and the rest as its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member._label = Label(vi, en, zh)  # noqa: SLF001  (our own member)
        return member

    def label(self, language: str) -> str:
        """Return the value's name in `language`."""
        return self._label.label(language)


@dataclass(frozen=True, slots=True)
class Ref:
    """Mark a field that names records of `kind` by their ids."""

    kind: str
