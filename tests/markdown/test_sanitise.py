"""No text brings script, style or a strange address into a page."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from pydantic import ValidationError

from subportal.markdown import Surroundings, render
from subportal.markdown.sanitise import AUTHOR_TAGS, refused, sanitise

ATTACKS = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example></sCrIpT>",
    "<scr<script>ipt>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror\n=\nalert(1)>",
    "<img/src=x/onerror=alert(1)>",
    '<span onclick="alert(1)">a</span>',
    '<details open ontoggle="alert(1)">a</details>',
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate href=#a attributeName=href to=javascript:alert(1)></svg>",
    "<math><mi xlink:href='javascript:alert(1)'>a</mi></math>",
    "<style>@import 'https://evil.example'</style>",
    '<p style="background:url(javascript:alert(1))">a</p>',
    '<span style="position:fixed">a</span>',
    '<a href="javascript:alert(1)">a</a>',
    '<a href="  java\tscript:alert(1)">a</a>',
    '<a href="data:text/html,<script>alert(1)</script>">a</a>',
    '<a href="vbscript:alert(1)">a</a>',
    "[a](javascript:alert(1))",
    "[a](JAVASCRIPT:alert(1))",
    "[a](java&#115;cript:alert(1))",
    "[a](<javascript:alert(1)>)",
    "[a]\n\n[a]: javascript:alert(1)",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](vbscript:alert(1))",
    "[a](file:///etc/passwd)",
    '[a](x.md "\\"><script>alert(1)</script>")',
    '![a" onerror="alert(1)](x.svg)',
    '![a](x.svg "b\\" onload=\\"alert(1)")',
    "![a](x.svg){onerror=alert(1)}",
    "[a](x.md){onclick=alert(1) style=a}",
    "<javascript:alert(1)>",
    "<iframe src=https://evil.example></iframe>",
    "<object data=x></object><embed src=x>",
    "<form action=//evil.example><button>a</button></form>",
    "<base href=//evil.example>",
    "<link rel=stylesheet href=//evil.example>",
    "<meta http-equiv=refresh content=0>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><script>alert(1)</script>'>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    '## a {#x"onclick="alert(1)}',
    "## a {onclick=alert(1)}",
    "a {onclick=alert(1) style=x}\n---",
    "![a](data:image/svg+xml;base64,PHN2Zz4=)",
    "![a](javascript:alert(1))",
    "[![a](data:image/svg+xml;base64,PHN2Zz4=)](x.md)",
    "```gallery\n- {image: 'data:image/svg+xml;base64,PHN2Zz4=', alt: a}\n```",
    "```figures\n- <script>alert(1)</script>\n```",
    "| <script>alert(1)</script> |\n| --- |\n| <img src=x onerror=alert(1)> |",
    "> [!NOTE]\n> <script>alert(1)</script>",
    "a[^1]\n\n[^1]: <script>alert(1)</script>",
    "```facts\n- {label: <script>alert(1)</script>, value: <img src=x onerror=alert(1)>}\n```",
    "```gallery\n- {image: 'x\" onerror=\"alert(1)', alt: '\"><script>alert(1)</script>'}\n```",
    "```timeline\n- {date: <svg onload=alert(1)>, text: '[a](javascript:alert(1))'}\n```",
    "```bilingual\n- {vi: <script>alert(1)</script>, en: <style>a</style>}\n```",
    '```a"><script>alert(1)</script>\nx\n```',
]


REFUSED = [
    "```timeline\n- {date: a, text: b, datetime: '\"><script>x</script>'}\n```",
    "```facts\n- {label: a, value: b, lang: 'en\" onclick=\"x'}\n```",
    "```bilingual\n- {vi: a, 'en\"><script>': b}\n```",
]


class Found(Exception):  # noqa: N818  (a finding, not a fault)
    """Something that may run stands in a page."""


FORBIDDEN = frozenset({"base", "embed", "form", "iframe", "link", "math", "meta", "noscript"})
FORBIDDEN |= {"object", "script", "style", "svg", "template", "textarea", "title"}


class _Look(HTMLParser):
    """Raise `Found` at anything that may run."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in FORBIDDEN:
            raise Found(tag)
        for name, value in attrs:
            scheme = "".join((value or "").split()).lower()
            if name.startswith("on") or name == "style":
                raise Found(name)
            if name in {"href", "src"} and scheme.startswith(("javascript:", "data:", "vbscript:", "file:")):
                raise Found(scheme)

    def handle_comment(self, data: str) -> None:
        raise Found(data)


def look(fragment: str) -> None:
    """Raise `Found` if a fragment holds anything that may run."""
    parser = _Look()
    parser.feed(fragment)
    parser.close()


@pytest.mark.parametrize("text", ATTACKS)
def test_no_attack_reaches_the_page(text: str) -> None:
    look(render(text, Surroundings()).html)


@pytest.mark.parametrize("text", REFUSED)
def test_a_block_with_an_attribute_that_is_none_is_not_drawn(text: str) -> None:
    with pytest.raises(ValidationError):
        render(text, Surroundings())


@pytest.mark.parametrize(
    "fragment",
    [
        "<script>a</script>",
        "<p onclick=a>",
        "<a href='java\nscript:a'>",
        "<svg>",
        "<p style=a>",
        "<!-- a -->",
    ],
)
def test_the_look_finds_what_it_looks_for(fragment: str) -> None:
    with pytest.raises(Found):
        look(fragment)


@pytest.mark.parametrize("tag", sorted(AUTHOR_TAGS))
def test_what_an_author_may_write_passes(tag: str) -> None:
    raw = f'<{tag} lang="en" dir="ltr">'
    assert list(refused(raw)) == []
    assert f"<{tag}" in sanitise(raw)


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("<script>", ["<script>"]),
        ("<b>", ["<b>"]),
        ("<a href=x>", ["<a>"]),
        ("<IMG src=x>", ["<IMG>"]),
        ("<span class=x lang=en>", ["<span class>"]),
        ("<span onclick='a' style='b'>", ["<span onclick>", "<span style>"]),
        ("<time datetime=2015>", []),
        ("</span>", []),
        ("<!-- allow: x -->", []),
        ("<!DOCTYPE html>", ["<!DOCTYPE html>"]),
        ("<?php x ?>", ["<?php x ?>"]),
    ],
)
def test_raw_html_that_is_not_allowed_is_told_by_its_name(raw: str, told: list[str]) -> None:
    assert list(refused(raw)) == told
