"""Check parsed YAML against a declared model, and say in the editor's words what is wrong."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from subportal.issues import Both, Issue, Position, issue
from subportal.load.yamltext import Value, YamlText

M = TypeVar("M", bound=BaseModel)

_LIST = Both("danh sách, mỗi dòng một dấu “- ”", "a list, one “- ” a line")
_MAPPING = Both("các dòng “khóa: giá trị”", "lines “key: value”")
_WHOLE = Both("số nguyên", "a whole number")
_TRUTH = Both("true hoặc false", "true or false")
_TYPES = {
    "string_type": Both("chữ", "text"),
    "int_parsing": _WHOLE,
    "int_type": _WHOLE,
    "bool_parsing": _TRUTH,
    "bool_type": _TRUTH,
    "tuple_type": _LIST,
    "list_type": _LIST,
    "dict_type": _MAPPING,
    "mapping_type": _MAPPING,
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "texts": Both("các dòng “vi: …”, “en: …”, “zh: …”", "lines “vi: …”, “en: …”, “zh: …”"),
    "pairs": Both("mỗi mục đúng hai ngôn ngữ, như nhau", "the same two languages in each item"),
    "language_tag": Both("mã ngôn ngữ, ví dụ en", "a language tag, such as en"),
    "outline": Both(
        "các cặp kinh độ, vĩ độ trong khung Việt Nam, ví dụ 102.33 22.56, 102.42 22.73",
        "pairs of longitude and latitude within Viet Nam's frame, such as 102.33 22.56, 102.42 22.73",
    ),
    "number": Both("một số, ví dụ 1234.5", "a number, such as 1234.5"),
}
_CUSTOM = {
    "bad_date": "E106",
    "bad_url": "E111",
    "bad_id": "E112",
    "bad_email": "E125",
    "missing_source_text": "E110",
    "unknown_language": "E113",
    "one_of": "E114",
    "bad_pattern": "E115",
    "ends_before_start": "E104",
}


def read_model(
    model: type[M],
    source: YamlText,
    issues: list[Issue],
    *,
    languages: Sequence[str],
    given: Mapping[str, object] | None = None,
) -> M | None:
    """Make `model` from a YAML text and `given` values; report each fault where it stands."""
    if not isinstance(source.value, dict):
        issues.append(issue("E117", Position(source.path, source.first_line), colon=":"))
        return None
    try:
        return model.model_validate(
            {**source.value, **(given or {})}, context={"languages": tuple(languages)}
        )
    except ValidationError as error:
        details = error.errors(include_url=False)
    issues.extend(_explain(detail, model, source) for detail in details)
    return None


def hints(value: str, known: Iterable[str]) -> dict[str, str]:
    """Return "did you mean" in both languages, empty if nothing is near."""
    near = difflib.get_close_matches(value, list(known), n=1, cutoff=0.6)
    if not near:
        return {"hint_vi": "", "hint_en": ""}
    return {"hint_vi": f' Có phải "{near[0]}"?', "hint_en": f' Did you mean "{near[0]}"?'}


def _explain(detail: ErrorDetails, model: type[BaseModel], source: YamlText) -> Issue:
    """Turn one pydantic error into an issue."""
    kind = detail["type"]
    context: dict[str, Any] = dict(detail.get("ctx") or {})
    path: list[str | int] = _real_path(detail["loc"], source.value)
    if "at" in context:
        path.append(context.pop("at"))
    field = ".".join(map(str, path))
    value = _shown(context.pop("value", _lookup(source.value, path)))
    if kind == "extra_forbidden":
        key = str(path[-1])
        known = _known_keys(model, detail["loc"][:-1])
        position = source.position(path, of_key=True)
        return issue("E103", position, field, key=key, **hints(key, known))
    position = source.position(path)
    if kind == "missing":
        return issue("E107", position, field, key=str(detail["loc"][-1]))
    if kind == "wrong_type":
        expected = _TYPES[str(context["expected"])]
        return issue("E105", position, field, value=value, expected=expected)
    if kind in _CUSTOM:
        return issue(_CUSTOM[kind], position, field, value=value, **context)
    if kind in {"enum", "literal_error"} and value:
        return issue("E108", position, field, value=value, expected=context.get("expected", ""))
    if value == "" or kind in {"string_too_short", "too_short"}:
        return issue("E119", position, field)
    expected = _TYPES.get(kind, Both(detail["msg"], detail["msg"]))
    return issue("E105", position, field, value=value, expected=expected)


def _real_path(loc: tuple[int | str, ...], value: Value) -> list[str | int]:
    """Keep of pydantic's location what is a key of the file (it also names union branches)."""
    path: list[str | int] = []
    here: Any = value
    for index, step in enumerate(loc):
        last = index == len(loc) - 1
        if isinstance(here, dict) and (step in here or last):
            path.append(step)
            here = here.get(step)
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            path.append(step)
            here = here[step]
    return path


def _lookup(value: Any, path: Sequence[str | int]) -> Any:
    for step in path:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Enum):
        return str(value.value)
    return str(value)


def _known_keys(model: type[BaseModel], loc: Sequence[int | str]) -> list[str]:
    """Return the keys that the model, or the part of it at `loc`, declares."""
    here: type[BaseModel] = model
    for step in loc:
        if isinstance(step, str) and step in here.model_fields:
            inner = _inner_model(here.model_fields[step].annotation)
            if inner is not None:
                here = inner
    return [name for name in here.model_fields if name != "id" or here is not model]


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        found = _inner_model(argument)
        if found is not None:
            return found
    return None
