"""A page of the staged tree: front matter that any YAML reader understands, and Markdown."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import to_json


@dataclass(frozen=True, slots=True)
class StagedPage:
    """A page as MkDocs finds it."""

    language: str
    """The language of the folder in which it stands."""
    path: str
    """From the language's folder, without `.md`."""
    meta: Mapping[str, Any]
    """The front matter: plain data, nothing empty."""
    body: str
    """Markdown of our dialect."""

    @property
    def file(self) -> str:
        """Return the file's name in the staged tree."""
        return f"{self.language}/{self.path}.md"

    def to_text(self) -> str:
        """Return the file's text: one key a line, its value as JSON, which is YAML too."""
        lines = [f"{key}: {to_json(value).decode()}" for key, value in self.meta.items()]
        return "---\n" + "\n".join(lines) + "\n---\n\n" + self.body


def read_staged(text: str) -> tuple[dict[str, Any], str]:
    """Return front matter and Markdown of a staged file."""
    head, _, body = text.removeprefix("---\n").partition("\n---\n")
    meta = {}
    for line in head.split("\n"):
        key, _, value = line.partition(": ")
        meta[key] = json.loads(value)
    return meta, body.lstrip("\n")
