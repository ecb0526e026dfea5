"""What the line under each field of a declaration says: the manual of the field.

It is read from the source when somebody asks. Pydantic could do it too, but for every class as it is
made, which would be a good part of the time that a build of one page takes.
"""

import ast
import inspect
import sys
from functools import cache
from itertools import pairwise

from pydantic import BaseModel


@cache
def descriptions(model: type[BaseModel]) -> dict[str, str]:
    """Return the description of each field of a model by its name, inherited ones too."""
    found: dict[str, str] = {}
    for cls in reversed(model.__mro__):
        if issubclass(cls, BaseModel) and cls.__module__.partition(".")[0] != "pydantic":
            found.update(_own(cls))
    return found


def _own(cls: type) -> dict[str, str]:
    found = {}
    for field, after in pairwise(_bodies(cls.__module__).get(cls.__qualname__, ())):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            match after:
                case ast.Expr(value=ast.Constant(value=str(text))):
                    found[field.target.id] = inspect.cleandoc(text)
    return found


@cache
def _bodies(module: str) -> dict[str, list[ast.stmt]]:
    """Return what stands in each class of a module; `inspect` would read the module anew for each."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: node.body for node in tree.body if isinstance(node, ast.ClassDef)}
