"""One pure renderer of the portal's Markdown dialect; `docs/markdown.md` shows it to editors."""

from subportal.markdown.links import Origin
from subportal.markdown.render import Rendered, Surroundings, render

__all__ = ["Origin", "Rendered", "Surroundings", "render"]
