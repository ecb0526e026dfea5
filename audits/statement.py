"""The part of the accessibility statement that says what is tested, written from `accessibility.yml`."""

from __future__ import annotations

import re
from pathlib import Path

from audits.promise import PROMISE

CONTENT = Path(__file__).parent.parent / "content"


def render_tests(language: str) -> str:
    """Return the part in one language, with its heading."""
    lines = [f"- {one[language]}" for one in PROMISE.checks]
    return f"## {PROMISE.headings[language]}\n\n{PROMISE.intro[language]}\n\n" + "\n".join(lines) + "\n"


def renewed(text: str, language: str) -> str:
    """Return the statement with that part as it should be."""
    part = re.compile(rf"^## {re.escape(PROMISE.headings[language])}\n.*?(?=\n## )", re.MULTILINE | re.DOTALL)
    return part.sub(lambda _: render_tests(language), text)


def statement(language: str) -> Path:
    """Return the file of the statement in a language."""
    return CONTENT / language / "accessibility.md"


def main() -> None:
    """Write the part into the statement of each language."""
    for language in PROMISE.headings:
        path = statement(language)
        path.write_text(renewed(path.read_text("utf-8"), language), "utf-8")


if __name__ == "__main__":
    main()
