"""What the accessibility statement says is tested; the tests take their bounds from here."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import yaml

FILE = Path(__file__).with_name("accessibility.yml")


class Promise(NamedTuple):
    """The bounds of the tests on access."""

    axe: tuple[str, ...]
    """Tags of axe's rules."""
    widths: tuple[int, int]
    """Of a phone's and of a desk's screen, in CSS pixels."""


def load() -> Promise:
    """Read the file."""
    data = yaml.safe_load(FILE.read_text("utf-8"))
    return Promise(axe=tuple(data["axe"]), widths=tuple(data["widths"]))


PROMISE = load()
