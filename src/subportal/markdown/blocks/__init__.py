"""The dialect's own blocks, one module a block."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import Any

from subportal.markdown.blocks.base import Block, Place, fenced

__all__ = ["Block", "Place", "fenced", "registry"]


@cache
def registry() -> dict[str, Block[Any]]:
    """Return every block by its name: each subclass of `Block` in this package."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return {block.name: block() for block in Block.__subclasses__()}
