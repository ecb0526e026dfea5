"""A text in several languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Self

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

SOURCE_LANGUAGE = "vi"


class Text(Mapping[str, str]):
    """One text in several languages; the source language is always there.

    Equal texts compare equal, so that records can be compared and hashed.
    """

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = MappingProxyType(dict(values))

    def __getitem__(self, language: str) -> str:
        return self._values[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __hash__(self) -> int:
        return hash(tuple(sorted(self._values.items())))

    def __repr__(self) -> str:
        return f"Text({dict(self._values)!r})"

    def __reduce__(self) -> tuple[type[Text], tuple[dict[str, str]]]:
        return Text, (dict(self._values),)

    def best(self, language: str) -> str:
        """Return the text in `language`, else in the source language."""
        return self._values.get(language) or self._values[SOURCE_LANGUAGE]

    def language(self, language: str) -> str:
        """Return the language of what `best` gives."""
        return language if language in self._values else SOURCE_LANGUAGE

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read a mapping from language to text; the validation context names the languages."""
        return core_schema.with_info_plain_validator_function(
            cls._validate,
            serialization=core_schema.plain_serializer_function_ser_schema(dict),
        )

    @classmethod
    def _validate(cls, value: object, info: ValidationInfo) -> Self:
        if isinstance(value, cls):
            return value
        if not isinstance(value, dict):
            raise PydanticCustomError("wrong_type", "wrong type", {"expected": "texts"})
        known = (info.context or {}).get("languages", (SOURCE_LANGUAGE, "en", "zh"))
        for language, text in value.items():
            if language not in known:
                raise PydanticCustomError(
                    "unknown_language",
                    "unknown language",
                    {"at": language, "value": language, "known": ", ".join(known)},
                )
            if not isinstance(text, str):
                raise PydanticCustomError(
                    "wrong_type", "wrong type", {"at": language, "expected": "string_type"}
                )
        texts = {language: text.strip() for language, text in value.items() if text.strip()}
        if SOURCE_LANGUAGE not in texts:
            raise PydanticCustomError("missing_source_text", "missing vi text", {})
        return cls(texts)
