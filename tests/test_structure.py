"""The house keeps its plan: rooms, arrows, clocks, sizes, names."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.projects import ROOT

PACKAGE = ROOT / "src" / "subportal"
ROOMS = (
    "issues",
    "slug",
    "lunar",
    "reads",
    "stamps",
    "records",
    "locale",
    "media",
    "markdown",
    "news",
    "portal",
    "addresses",
    "digest",
    "load",
    "rules",
    "check",
    "states",
    "projection",
    "briefs",
    "public",
    "leaks",
    "status",
    "pages",
    "feeds",
    "search",
    "stage",
    "handbook",
    "editor",
    "engine",
    "cli",
    "__main__",
)
"""From left to right: a module imports from its own room and from those before it."""

CLOCKS = re.compile(
    r"\.(?:now|today|utcnow)\(\)|\.now\(|\btime\.(?:time|time_ns|localtime|monotonic)\(|\blocaltime\("
)
MAY_TELL_TIME = {"cli.py", "engine/events.py", "engine/serve.py"}
VAGUE = re.compile(r"(?:^|_)(?:utils?|helpers?|managers?|misc|common)(?:_|$)")
LONGEST = 340


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def short(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


@cache
def imports(path: Path) -> frozenset[str]:
    """Return every module that a file imports, also within its functions."""
    return frozenset(_imports(ast.parse(path.read_text("utf-8"))))


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


MODULES = [pytest.param(path, id=short(path)) for path in modules()]


def test_every_room_is_in_the_plan_and_every_room_of_the_plan_exists() -> None:
    found = {room(name_of(path)) for path in modules()} - {""}
    assert found == set(ROOMS), "a new room needs its place in ROOMS"
    assert len(set(ROOMS)) == len(ROOMS)


@pytest.mark.parametrize("path", MODULES)
def test_a_module_imports_only_from_rooms_to_its_left(path: Path) -> None:
    own = room(name_of(path))
    allowed = {"", own, *ROOMS[: ROOMS.index(own)]} if own else {""}
    met = {room(one) for one in imports(path) if one.split(".")[0] == "subportal"}
    met.discard("__version__")
    assert met <= allowed


def test_an_arrow_back_would_be_seen(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.py"
    wrong.write_text("def f():\n    from subportal.pages.site import Site\n    return Site\n", "utf-8")
    assert {room(one) for one in imports(wrong)} == {"pages"}
    assert ROOMS.index("pages") > ROOMS.index("records")


def test_only_the_engine_knows_mkdocs() -> None:
    roots = {"mkdocs", "material", "mkdocs_static_i18n"}
    knowing = [path for path in modules() if {one.split(".")[0] for one in imports(path)} & roots]
    assert [short(path) for path in knowing if not short(path).startswith("engine/")] == []
    assert knowing


def test_only_the_outermost_modules_look_at_the_clock() -> None:
    looking = {short(path) for path in modules() if CLOCKS.search(path.read_text("utf-8"))}
    assert looking <= MAY_TELL_TIME


@pytest.mark.parametrize(
    "call", ["dt.datetime.now(TZ)", "dt.date.today()", "time.time()", "datetime.utcnow()"]
)
def test_a_look_at_the_clock_would_be_seen(call: str) -> None:
    assert CLOCKS.search(f"x = {call}")
    assert not CLOCKS.search("today = portal.today; facts.timeline(portal.today)")


def test_a_module_is_short_documented_and_bears_a_telling_name() -> None:
    for path in modules():
        text = path.read_text("utf-8")
        assert text.count("\n") <= LONGEST, short(path)
        assert ast.get_docstring(ast.parse(text)), short(path)
        assert not VAGUE.search(path.stem), short(path)


def test_no_module_reads_files_or_the_net_while_it_is_pure() -> None:
    effects = {"subprocess", "socket", "urllib.request", "requests", "shutil", "random", "uuid"}
    for path in modules():
        if room(name_of(path)) in ROOMS[: ROOMS.index("feeds") + 1]:
            assert not imports(path) & effects, short(path)


def _entries() -> set[str]:
    """Return the modules that are started or found by name, not imported."""
    config = (ROOT / "pyproject.toml").read_text("utf-8")
    makefile = (ROOT / "Makefile").read_text("utf-8")
    scripts = re.findall(r'= "(subportal[\w.]*):', config)
    started = re.findall(r"-m (subportal[\w.]*)", makefile)
    found = [
        name_of(path)
        for folder in ("records", "markdown/blocks", "pages")
        for path in (PACKAGE / folder).glob("*.py")
    ]
    return {*scripts, *started, *found, "subportal"}


def test_every_module_is_used() -> None:
    used = _entries()
    for path in [*modules(), *(ROOT / "hooks").glob("*.py")]:
        used |= imports(path)
    packages = {one.rpartition(".")[0] for one in used}
    unused = {name_of(path) for path in modules()} - used - packages
    assert unused == set()


def test_every_maker_of_a_kind_can_make_its_lists_and_its_pages() -> None:
    from subportal.pages import maker  # noqa: PLC0415
    from subportal.records import kinds  # noqa: PLC0415

    for name, kind in kinds().items():
        assert hasattr(maker(name), "render_lists"), name
        assert hasattr(maker(name), "render_record") or not kind.has_pages, name


def test_rooms_that_serve_all_kinds_name_none_of_them() -> None:
    from subportal.records import kinds  # noqa: PLC0415

    for path in modules():
        if room(name_of(path)) in {
            "load",
            "portal",
            "digest",
            "projection",
            "briefs",
            "public",
            "stage",
            "check",
            "markdown",
        }:
            assert not {f"subportal.records.{name}" for name in kinds()} & imports(path), short(path)


def test_modules_with_models_keep_their_annotations_as_they_are() -> None:
    """As strings, pydantic compiles each of them whenever the program starts."""
    for path in (PACKAGE / "records").glob("*.py"):
        text = path.read_text("utf-8")
        assert not (
            "__future__" in text and re.search(r"^class \w+\((?:Model|Record|Guarded)\)", text, re.MULTILINE)
        ), short(path)
