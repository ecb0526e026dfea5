"""The termbase: official names in all languages, and forms that must not be used."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from subportal.records.base import Flag, Model, Public, Record


class Severity(StrEnum):
    """Whether a forbidden form stops the build or only draws a warning."""

    ERROR = "error"
    WARNING = "warning"


class TermGroup(StrEnum):
    """The groups of the glossary, in its order."""

    COUNTRIES = "countries"
    AGENCIES = "agencies"
    PLACES = "places"
    PEOPLES = "peoples"
    BORDER = "border"
    EXTERNAL_INFORMATION = "external-information"
    CULTURE = "culture"
    ECONOMY = "economy"
    PARTNERS = "partners"
    USAGE = "usage"


class Forbidden(Model):
    """A form that must not be used, and what to write instead."""

    language: str
    """The language in which it is looked for; `*` for all."""
    form: str | None = None
    """The words themselves."""
    pattern: str | None = None
    """A regular expression instead of the words."""
    unless: str | None = None
    """A regular expression: a longer form around the hit that is allowed."""
    use: str | None = None
    """What to write instead."""
    severity: Severity = Severity.ERROR
    """Whether it stops the build."""
    dated: Flag = False
    """True for old names, which dated documents keep."""
    why: str | None = None
    """The reason, for editors."""

    @model_validator(mode="after")
    def _has_one_form(self) -> Self:
        if (self.form is None) == (self.pattern is None):
            raise PydanticCustomError("one_of", "one of", {"fields": "form, pattern"})
        for expression in (self.pattern, self.unless):
            try:
                re.compile(expression or "")
            except re.error as error:
                raise PydanticCustomError(
                    "bad_pattern", "bad pattern", {"value": expression, "problem": str(error)}
                ) from None
        return self


class Term(Record):
    """A name or a term of the trade in all languages."""

    kind: ClassVar[str] = "term"
    folder: ClassVar[str] = "glossary"
    section: ClassVar[str] = "general"
    has_pages: ClassVar[bool] = False
    grouped_by: ClassVar[str] = "group"

    group: Annotated[TermGroup, Public("Nhóm", "Group", "类别")]
    """The group under which the glossary lists it."""
    variants: Mapping[str, tuple[str, ...]] = {}
    """By language, other forms that are accepted."""
    forbidden: tuple[Forbidden, ...] = ()
    """Forms that must not be used."""
    basis: str | None = None
    """Where the forms come from: S found, T translated by us, G general knowledge."""
