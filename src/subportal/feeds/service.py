"""What a reader may do with a page: cite it, pass it on, say what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

_TO_QUOTE = re.compile(r"[^\w.:/~-]+")


def render_service(
    t: Mapping[str, str],
    *,
    title: str,
    name: str,
    publisher: str,
    date: str,
    url: str,
    email: str,
) -> dict[str, Any]:
    """Return the page's citation and the addresses that open the reader's own e-mail program.

    `t` are the interface strings, `name` is the portal's, `date` the page's in words, `url` its address,
    `email` the address for reports, empty if none is known.
    """
    facts = {"title": title, "name": name, "publisher": publisher or name, "date": date, "address": url}
    key = "cite.text" if date else "cite.undated"
    return {
        "address": url,
        "citation": t[key].format(**facts),
        "send": format_mailto("", title, url),
        "answers": {
            answer: format_mailto(
                email,
                t["feedback.subject"].format(answer=t[f"feedback.{answer}"], title=title),
                f"\n\n--\n{url}",
            )
            for answer in ("yes", "no", "report")
        }
        if email
        else {},
    }


def format_mailto(to: str, subject: str, body: str) -> str:
    """Return an address that opens a new message.

    It is RFC 6068 with the letters of all languages as they are: a browser encodes them when it follows the
    link (URL Standard, query state), and the page weighs less.
    """
    lines = body.replace("\n", "\r\n")
    return f"mailto:{quote(to, safe='@')}?subject={_quoted(subject)}&body={_quoted(lines)}"


def _quoted(text: str) -> str:
    return _TO_QUOTE.sub(lambda found: quote(found[0]), text)
