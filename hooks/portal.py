"""Lets plain `mkdocs build` and `mkdocs serve` build the portal: each event calls the package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from subportal.engine.events import Events

if TYPE_CHECKING:  # a web server: each build loads this file
    from mkdocs.livereload import LiveReloadServer

_events = Events()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check and stage the content."""
    return _events.on_config(config)


@event_priority(100)
def _before_i18n(files: Files, config: MkDocsConfig) -> Files:  # noqa: ARG001
    return _events.before_i18n(files)


@event_priority(-200)
def _after_i18n(files: Files, config: MkDocsConfig) -> Files:
    return _events.after_i18n(files, config)


on_files = CombinedEvent(_before_i18n, _after_i18n)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001
    """Prepare the templates."""
    return _events.on_env(env)


def on_page_context(
    context: TemplateContext,
    page: Page,
    config: MkDocsConfig,  # noqa: ARG001
    nav: Navigation,  # noqa: ARG001
) -> TemplateContext:
    """Give the template its view."""
    return _events.on_page_context(context, page)


@event_priority(100)
def on_post_build(config: MkDocsConfig) -> None:
    """Write what stands beside the pages."""
    _events.on_post_build(config)


def on_serve(
    server: LiveReloadServer,
    config: MkDocsConfig,
    builder: object,  # noqa: ARG001
) -> LiveReloadServer:
    """Watch what people edit."""
    return _events.on_serve(server, config)
