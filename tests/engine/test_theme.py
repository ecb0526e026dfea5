"""What templates may write."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
import pytest
from markupsafe import Markup

from subportal.engine.theme import prepare_environment

MAPPING = {"items": 2, "none": None, "title": "<b>"}


@pytest.fixture
def environment(tmp_path: Path) -> jinja2.Environment:
    (tmp_path / "part.html").write_text("{{ view.title }}", "utf-8")
    return prepare_environment(jinja2.Environment(loader=jinja2.FileSystemLoader(tmp_path), autoescape=True))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("{{ one.title }}", "&lt;b&gt;"),
        ("{{ one.items }}", "2"),
        ("{{ one.none }}", "None"),
        ("{{ one.keys() | join }}", "itemsnonetitle"),
        ("{{ one.missing }}{% for x in one.missing %}x{% endfor %}{% if one.missing %}y{% endif %}", ""),
        ("{{ space.title }}{{ space.missing }}{{ text.upper() }}{{ pair.0 }}", "tT1"),
    ],
)
def test_of_a_mapping_items_come_first(environment: jinja2.Environment, written: str, shown: str) -> None:
    values: dict[str, Any] = {"space": SimpleNamespace(title="t"), "text": "t", "pair": (1, 2)}
    assert environment.from_string(written).render(one=MAPPING, **values) == shown


class Sort(StrEnum):
    NEW = "<new>"


class Drawn:
    def __html__(self) -> str:
        return "<svg>"


@pytest.mark.parametrize(
    "written",
    [
        "{{ text }}{{ text | safe }}{{ text | upper }}{{ text ~ html }}",
        "{{ html }}{{ sort }}{{ drawn }}{{ number }}{{ nothing }}{{ missing }}",
        "{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}{{ twice(text) }}{{ twice(html) | length }}",
        "{% set shown %}{{ text }}{% endset %}{{ shown }}{{ [text, html] | join(text) }}",
        "{% filter upper %}{{ text }}{% endfilter %}{% include 'shown.html' %}",
    ],
)
def test_what_is_shown_is_escaped_as_jinja_does(
    environment: jinja2.Environment, tmp_path: Path, written: str
) -> None:
    (tmp_path / "shown.html").write_text("{{ text }}{{ html }}", "utf-8")
    own = jinja2.Environment(loader=environment.loader, autoescape=True)
    values = {"text": "<&\"'>", "html": Markup("<b>"), "sort": Sort.NEW, "drawn": Drawn()}
    shown = [one.from_string(written).render(values, number=1, nothing=None) for one in (environment, own)]
    assert shown[0] == shown[1] != ""


def test_what_is_missing_in_what_is_missing_is_an_error_that_names_it(
    environment: jinja2.Environment,
) -> None:
    with pytest.raises(jinja2.UndefinedError, match="missing"):
        environment.from_string("{{ one.missing.more }}").render(one=MAPPING)


def test_what_shows_the_frame_only_is_rendered_once_a_frame(environment: jinja2.Environment) -> None:
    def page(key: str, title: str) -> str:
        frame = SimpleNamespace(key=("vi", key, ""), title=title)
        template = environment.from_string('{{ frame("part.html", view) }}')
        return template.render(view=SimpleNamespace(frame=frame))

    assert [page("a", "<1>"), page("a", "2"), page("b", "3")] == ["&lt;1&gt;", "&lt;1&gt;", "3"]
