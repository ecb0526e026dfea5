"""The typed record kinds, one module a kind; no input or output.

Modules with models keep their annotations as they are: as strings (`from __future__ import annotations`),
pydantic would compile each of them when the program starts.
"""

import importlib
import pkgutil
from functools import cache

from subportal.records.base import Record


@cache
def kinds() -> dict[str, type[Record]]:
    """Return every record kind by its name: each subclass of `Record` in this package."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return {kind.kind: kind for kind in sorted(Record.__subclasses__(), key=lambda kind: kind.kind)}
