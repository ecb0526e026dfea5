"""Tables, alerts and footnotes: from the engine's HTML to accessible HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

_CELL_STYLE = re.compile(r'<(t[hd]) style="text-align: ?(left|center|right);?">')
_QUOTE = re.compile(r'<blockquote(?: class="markdown-alert-(\w+)")?>|</blockquote>')
_TABLE_OPEN = '<div class="table" role="group" tabindex="0" aria-label="{label}"><table>'


def frame_tables(converted: str, strings: Mapping[str, str]) -> str:
    """Give header cells their scope, and put each table into a frame that scrolls."""
    label = html.escape(strings.get("table.label", "Table"))
    if ' style="' in converted:
        converted = _CELL_STYLE.sub(_with_class, converted)
    converted = converted.replace("<th>", '<th scope="col">').replace("<th class", '<th scope="col" class')
    converted = converted.replace("<table>", _TABLE_OPEN.format(label=label))
    return converted.replace("</table>", "</table></div>")


def _with_class(match: re.Match[str]) -> str:
    # Python 3.11 expands a pattern with groups ten times more slowly.
    return f'<{match[1]} class="{match[2]}">'


def rewrite_alerts(converted: str, strings: Mapping[str, str]) -> str:
    """Turn alerts (`> [!NOTE]`) into notes with a title in the reader's language."""
    ends: list[str] = []

    def rewrite(match: re.Match[str]) -> str:
        if match[0].startswith("</"):
            return ends.pop() if ends else match[0]
        kind = match[1]
        ends.append("</div>" if kind else "</blockquote>")
        if not kind:
            return match[0]
        title = html.escape(strings.get(f"alert.{kind}", kind.capitalize()))
        return f'<div class="note note-{kind}" role="note"><p class="note-title">{title}</p>'

    return _QUOTE.sub(rewrite, converted)


_FOOTNOTE_REFERENCE = re.compile(r'<sup class="footnote-reference"><a href="#([^"]+)">(\d+)</a></sup>')
_FOOTNOTE = re.compile(
    r'<div class="footnote-definition" id="([^"]+)">'
    r'<sup class="footnote-definition-label">(\d+)</sup>(.*?)</div>\n?',
    re.DOTALL,
)


def gather_footnotes(converted: str, strings: Mapping[str, str]) -> str:
    """Gather the notes at the end, as a list with links back."""
    notes: dict[str, tuple[int, str]] = {}
    for name, number, content in _FOOTNOTE.findall(converted):
        notes[name] = (int(number), content.strip())
    converted = _FOOTNOTE.sub("", converted)
    seen: dict[str, int] = {}

    def refer(match: re.Match[str]) -> str:
        name, number = match.groups()
        seen[name] = seen.get(name, 0) + 1
        suffix = f"-{seen[name]}" if seen[name] > 1 else ""
        label = strings.get("footnote.label", "Note {number}").format(number=number)
        return (
            f'<sup><a href="#note-{number}" id="note-ref-{number}{suffix}" '
            f'aria-label="{html.escape(label)}">{number}</a></sup>'
        )

    converted = _FOOTNOTE_REFERENCE.sub(refer, converted)
    back = html.escape(strings.get("footnote.back", "Back to the text"))
    items = []
    for name, (number, content) in sorted(notes.items(), key=lambda note: note[1][0]):
        if name not in seen:
            continue
        link = f' <a href="#note-ref-{number}" aria-label="{back}">↩</a>'
        inside, end, _ = content.rpartition("</p>") if content.endswith("</p>") else (content, "", "")
        items.append(f'<li id="note-{number}" value="{number}">{inside}{link}{end}</li>')
    if not items:
        return converted
    title = html.escape(strings.get("footnote.title", "Notes"))
    return (
        f'{converted}<section class="footnotes" aria-label="{title}"><ol>\n'
        + "\n".join(items)
        + "\n</ol></section>\n"
    )
