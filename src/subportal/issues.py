"""Faults in content: found together, told in Vietnamese and English, with file, line and remedy."""

from __future__ import annotations

import errno
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

ELLIPSIS_AFTER = 80
QUOTED = frozenset({"value", "name", "target", "anchor", "problem"})


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a file of the project; lines and columns count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Issue:
    """One fault, or one warning, with its texts in both languages."""

    code: str
    position: Position
    field: str
    vi: str
    en: str

    @property
    def severity(self) -> Literal["error", "warning"]:
        """Tell whether it stops the build: codes with E do, those with W do not."""
        return "error" if self.code.startswith("E") else "warning"

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sort by place, then by code."""
        place = self.position
        return place.path, place.line, place.column, self.code, self.field


@dataclass(frozen=True, slots=True)
class Both:
    """Words that a message needs in both languages."""

    vi: str
    en: str


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """Return every code with its texts, from `locale/errors.yml`."""
    text = files("subportal.locale").joinpath("errors.yml").read_text("utf-8")
    entries: dict[str, dict[str, str]] = yaml.load(text, yaml.CBaseLoader)  # noqa: S506  (our own)
    return entries


def issue(code: str, position: Position, field: str = "", **values: object) -> Issue:
    """Make the issue `code` at `position`; `values` fill the placeholders of its texts.

    A `Both` fills `{name_vi}` in the Vietnamese text and `{name_en}` in the English one.
    """
    entry = catalogue()[code]
    shown: dict[str, str] = {}
    for name, value in values.items():
        if isinstance(value, Both):
            shown[f"{name}_vi"], shown[f"{name}_en"] = value.vi, value.en
        else:
            shown[name] = _shorten(str(value)) if name in QUOTED else str(value)
    return Issue(code, position, field, entry["vi"].format(**shown), entry["en"].format(**shown))


def _shorten(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= ELLIPSIS_AFTER else f"{line[:ELLIPSIS_AFTER]}…"


def has_errors(issues: Iterable[Issue], *, strict: bool = False) -> bool:
    """Tell whether the issues stop a build; with `strict`, warnings do too."""
    return any(strict or found.severity == "error" for found in issues)


def format_text(issues: Iterable[Issue]) -> str:
    """Format issues for people: Vietnamese first, then English."""
    return "\n".join(
        f"{found.position}: {found.severity} {found.code}"
        + (f" [{found.field}]" if found.field else "")
        + f"\n  vi: {found.vi}\n  en: {found.en}"
        for found in issues
    )


_REFUSED = Both(
    "Hệ điều hành từ chối. Hãy xem đĩa còn chỗ không, có quyền đọc và ghi ở đó không, "
    "có chương trình nào đang mở tệp không, rồi chạy lại.",
    "The system refused. See whether the disk has room, whether you may read and write there, "
    "whether another program holds the file; then run again.",
)
_IN_USE = Both(
    "Cổng mạng này đang có chương trình khác dùng. Hãy chọn cổng khác bằng --port.",
    "Another program uses this port. Choose another with --port.",
)


def format_refusal(error: OSError) -> str:
    """Return what the system refused, and what may help: no fault of the content."""
    place = f"{error.filename}: " if error.filename else ""
    remedy = _IN_USE if error.errno == errno.EADDRINUSE else _REFUSED
    return f"{place}{error.strerror or error}\n  vi: {remedy.vi}\n  en: {remedy.en}"


def as_data(found: Issue) -> dict[str, Any]:
    """Return an issue as plain data."""
    return {
        "code": found.code,
        "severity": found.severity,
        "path": found.position.path,
        "line": found.position.line,
        "column": found.position.column,
        "field": found.field,
        "message": {"vi": found.vi, "en": found.en},
    }


def format_json(issues: Iterable[Issue]) -> str:
    """Format issues as a JSON array."""
    return json.dumps([as_data(found) for found in issues], ensure_ascii=False, indent=2)


def format_github(issues: Iterable[Issue]) -> str:
    """Format issues as GitHub workflow commands, one a line."""

    def escape(text: str, extra: str = "") -> str:
        for character in "%\r\n" + extra:
            text = text.replace(character, f"%{ord(character):02X}")
        return text

    return "\n".join(
        f"::{found.severity} file={escape(found.position.path, ':,')}"
        f",line={found.position.line},col={found.position.column},title={found.code}"
        f"::{escape(f'{found.vi} / {found.en}')}"
        for found in issues
    )


def format_gitlab(issues: Iterable[Issue]) -> str:
    """Format issues as a GitLab code quality report."""
    report = [
        {
            "description": f"{found.vi} / {found.en}",
            "check_name": found.code,
            "fingerprint": _fingerprint(found),
            "severity": "major" if found.severity == "error" else "minor",
            "location": {
                "path": found.position.path,
                "lines": {"begin": found.position.line},
            },
        }
        for found in issues
    ]
    return json.dumps(report, ensure_ascii=False, indent=2)


def _fingerprint(found: Issue) -> str:
    from hashlib import blake2b  # noqa: PLC0415  (only this format needs it)

    return blake2b(repr(found).encode(), digest_size=16).hexdigest()


def format_sarif(issues: Iterable[Issue]) -> str:
    """Format issues as SARIF 2.1.0 (OASIS)."""
    found_issues = list(issues)
    rules: Mapping[str, dict[str, str]] = catalogue()
    used = sorted({found.code for found in found_issues})
    report = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "subportal",
                        "rules": [
                            {"id": code, "shortDescription": {"text": rules[code]["about"]}} for code in used
                        ],
                    }
                },
                "results": [
                    {
                        "ruleId": found.code,
                        "level": found.severity,
                        "message": {"text": f"{found.vi} / {found.en}"},
                        "locations": [
                            {
                                "physicalLocation": {
                                    "artifactLocation": {"uri": found.position.path},
                                    "region": {
                                        "startLine": found.position.line,
                                        "startColumn": found.position.column,
                                    },
                                }
                            }
                        ],
                    }
                    for found in found_issues
                ],
            }
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


FORMATS = {
    "text": format_text,
    "json": format_json,
    "github": format_github,
    "gitlab": format_gitlab,
    "sarif": format_sarif,
}
