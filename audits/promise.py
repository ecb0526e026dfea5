"""What the accessibility statement says is tested; the tests take their bounds from here."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import yaml

FILE = Path(__file__).with_name("accessibility.yml")


class Promise(NamedTuple):
    """The bounds of the tests on access, and what the statement says of them."""

    axe: tuple[str, ...]
    """Tags of axe's rules."""
    widths: tuple[int, int]
    """Of a phone's and of a desk's screen, in CSS pixels."""
    headings: Mapping[str, str]
    """Of the part of the statement that names the tests, by language."""
    intro: Mapping[str, str]
    checks: tuple[Mapping[str, str], ...]
    """Each with the name of its test, and what it is in each language."""


def load() -> Promise:
    """Read the file."""
    data = yaml.safe_load(FILE.read_text("utf-8"))
    phone, desk = data["widths"]
    checks = [
        {key: text.format(phone=phone, desk=desk) for key, text in one.items()} for one in data["checks"]
    ]
    return Promise(tuple(data["axe"]), (phone, desk), data["headings"], data["intro"], tuple(checks))


PROMISE = load()
