"""Read YAML with every scalar as text, and remember where each value stands.

Plain YAML would turn `14:30` into 870 and `no` into False, and would drop the first of two equal keys
without a word. Here the declared type of a field decides what its text means.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from subportal.issues import Both, Issue, Position, issue

Value = dict[str, "Value"] | list["Value"] | str | None
Path = tuple[str | int, ...]

MAX_DEPTH = 24
_NOT_ALLOWED = {
    "alias": Both("bí danh (&, *)", "An alias (&, *)"),
    "tag": Both("thẻ kiểu (!)", "A tag (!)"),
    "nesting": Both("lồng quá sâu", "Deep nesting"),
    "key": Both("khóa phức", "A composite key"),
}
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class YamlText:
    """What a YAML text says, and the nodes that tell where it says so."""

    value: Value
    root: yaml.Node | None
    path: str
    first_line: int
    bare_list: bool = False
    """True for a list that was put under `items`, which the text itself does not have."""

    def position(self, path: Sequence[str | int], *, of_key: bool = False) -> Position:
        """Return where the value at `path` stands, or the nearest part above it that exists."""
        path = path[1:] if self.bare_list else path
        node = self.root
        mark = node.start_mark if node else None
        for index, step in enumerate(path):
            last = index == len(path) - 1
            found = _child(node, step)
            if found is None:
                break
            key, node = found
            mark = key.start_mark if key is not None and (last and of_key) else node.start_mark
        if mark is None:
            return Position(self.path, self.first_line)
        return Position(self.path, self.first_line + mark.line, mark.column + 1)


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return key, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def parse(text: str, path: str, issues: list[Issue], *, first_line: int = 1) -> YamlText | None:
    """Parse a YAML text; report broken syntax, duplicate keys, aliases, tags and deep nesting."""
    if _flow_depth(text) > MAX_DEPTH:
        issues.append(_not_allowed("nesting", Position(path, first_line)))
        return None
    try:
        root: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        issues.append(_broken(error, path, first_line))
        return None
    except RecursionError:
        issues.append(_not_allowed("nesting", Position(path, first_line)))
        return None
    reader = _Reader(path, first_line)
    value = reader.read(root, 0) if root is not None else None
    issues.extend(reader.issues)
    return None if reader.issues else YamlText(value, root, path, first_line)


def _flow_depth(text: str) -> int:
    depth = deepest = 0
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return 0
    for character in text:
        if character in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in "]}":
            depth -= 1
    return deepest


def _broken(error: yaml.YAMLError, path: str, first_line: int) -> Issue:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    position = Position(path, first_line)
    if mark is not None:
        position = Position(path, first_line + mark.line, mark.column + 1)
    return issue("E101", position, problem=problem)


def _not_allowed(what: str, position: Position) -> Issue:
    return issue("E109", position, what=_NOT_ALLOWED[what])


class _Reader:
    """Turn nodes into plain values and collect what is not allowed."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.issues: list[Issue] = []
        self._seen: set[int] = set()

    def _position(self, node: yaml.Node) -> Position:
        mark = node.start_mark
        return Position(self.path, self.first_line + mark.line, mark.column + 1)

    def read(self, node: yaml.Node, depth: int) -> Value:
        """Return the value of a node."""
        if id(node) in self._seen:
            self.issues.append(_not_allowed("alias", self._position(node)))
            return None
        self._seen.add(id(node))
        if depth > MAX_DEPTH:
            self.issues.append(_not_allowed("nesting", self._position(node)))
            return None
        if not node.tag.startswith("tag:yaml.org,2002:") or node.tag.count("/"):
            self.issues.append(_not_allowed("tag", self._position(node)))
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, depth)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, depth + 1) for item in node.value]
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, depth: int) -> Value:
        values: dict[str, Value] = {}
        lines: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.issues.append(_not_allowed("key", self._position(key)))
                continue
            position = self._position(key)
            if key.value in values:
                first = lines[key.value]
                self.issues.append(issue("E102", position, key.value, key=key.value, first=first))
                continue
            lines[key.value] = position.line
            values[key.value] = self.read(value, depth + 1)
        return values

    @staticmethod
    def _scalar(node: Any) -> Value:
        text: str = node.value
        return text if text or node.style else None
