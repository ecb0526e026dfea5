"""Which records a record names."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from subportal.records.base import Guarded, Public, Ref, Visibility

KeyPath = tuple[str | int, ...]


def references(model: BaseModel) -> Iterator[tuple[KeyPath, str, str, bool]]:
    """Yield key path, kind and id of every reference of a record, and whether its field is public."""
    for name, info in type(model).model_fields.items():
        value = getattr(model, name, None)
        public = any(isinstance(item, Public) for item in info.metadata)
        for mark in info.metadata:
            if isinstance(mark, Ref) and value is not None:
                values = value if isinstance(value, tuple) else (value,)
                for index, identifier in enumerate(values):
                    path: KeyPath = (name, index) if isinstance(value, tuple) else (name,)
                    yield path, mark.kind, identifier, public
        for index, part in enumerate(value if isinstance(value, tuple) else (value,)):
            if isinstance(part, BaseModel):
                prefix: KeyPath = (name, index) if isinstance(value, tuple) else (name,)
                for path, kind, identifier, inner in references(part):
                    shown = public and inner and _is_shown(part)
                    yield (*prefix, *path), kind, identifier, shown


def _is_shown(part: Any) -> bool:
    return not isinstance(part, Guarded) or part.visibility is not Visibility.INTERNAL
