"""The dialect as HTML: headings, links, images, tables, alerts, notes; pure."""

from __future__ import annotations

import re

import pytest

from subportal.locale.strings import strings
from subportal.markdown import Origin, Rendered, Surroundings, render
from subportal.markdown.dialect import inventory, normalised, take_inventory, to_html
from subportal.markdown.links import resolve_records
from subportal.markdown.spans import replace_fences

EVERYTHING = """\
## Đề mục

Chữ **đậm**[^1] và [liên kết](khac.md).

![Núi](../media/nui.svg "Chú giải")

| A | B |
| :-- | --: |
| 1 | 2 |

> [!NOTE]
> Lưu ý 中文.

```facts
Diện tích: 9.068 km²
```

[^1]: Ghi chú.
"""


def render_in(text: str, language: str = "vi", **around: object) -> Rendered:
    own = strings(language[:2])
    return render(text, Surroundings(language=language, strings=own, **around))  # type: ignore[arg-type]


def html(text: str, language: str = "vi", **around: object) -> str:
    return render_in(text, language, **around).html


# Headings ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("## Đề mục một\n", ["de-muc-mot"]),
        ("## Một\n\n## Một\n\n## Một\n", ["mot", "mot-2", "mot-3"]),
        ("## Một {#hai}\n\n## Hai\n", ["hai", "muc-hai"]),
        ("## 中文\n\n### ***\n\n## !?\n", ["muc-1", "muc-3"]),
        ("## **Đậm** và `mã`\n", ["dam-va-ma"]),
        ("Trang\n-----\n", ["trang"]),
        ("Chữ.\n", []),
    ],
)
def test_every_heading_has_an_id_of_its_own(text: str, ids: list[str]) -> None:
    rendered = render_in(text)
    found = re.findall(r'<h\d id="([^"]*)"', rendered.html)
    assert found == [entry.id for entry in rendered.toc]
    assert [one for one in found if one in ids] == ids
    assert len(set(found)) == len(found)


def test_a_translation_has_the_ids_of_the_original() -> None:
    toc = render_in("## One\n\n## Two {#hai}\n\n## More\n", "en", heading_ids=("mot", "x")).toc
    assert [entry.id for entry in toc] == ["mot", "hai", "more"]


def test_an_id_given_by_the_original_yields_to_one_that_the_author_gave() -> None:
    toc = render_in("## One\n\n## Two {#mot}\n", "en", heading_ids=("mot", "hai")).toc
    assert [entry.id for entry in toc] == ["one", "mot"]


def test_the_contents_tell_level_and_plain_title() -> None:
    toc = render_in("## A & *b*\n\n### [c](d.md) `e`\n\n#### f[^1]\n\n[^1]: g\n").toc
    assert [(entry.level, entry.title) for entry in toc][:2] == [(2, "A & b"), (3, "c e")]


# Links and images -------------------------------------------------------------------------------

PAGE, INDEX = Origin(depth=1), Origin(depth=1, is_index=True)
HOME, EN = Origin(is_index=True), Origin(depth=1, at_root=False)
EN_INDEX = Origin(depth=1, is_index=True, at_root=False)
LOST = Origin(absolute="/portal/en/")


@pytest.mark.parametrize(
    ("origin", "address", "expected"),
    [
        (PAGE, "khac.md", "../khac/"),
        (PAGE, "khac.md#muc", "../khac/#muc"),
        (PAGE, "index.md", ".././"),
        (PAGE, "../index.md", "../../"),
        (PAGE, "../news/tin.md", "../../news/tin/"),
        (PAGE, "../../media/nui.svg", "../../media/nui.svg"),
        (INDEX, "khac.md", "khac/"),
        (INDEX, "index.md", "./"),
        (INDEX, "../../media/nui.svg", "../media/nui.svg"),
        (HOME, "news/index.md", "news/"),
        (HOME, "../media/nui.svg", "media/nui.svg"),
        (EN, "khac.md", "../khac/"),
        (EN, "../../media/nui.svg", "../../../media/nui.svg"),
        (EN_INDEX, "../../media/nui.svg", "../../media/nui.svg"),
        (LOST, "index.md", "/portal/en/"),
        (LOST, "news/index.md", "/portal/en/news/"),
        (LOST, "sitemap.md", "/portal/en/sitemap/"),
        (PAGE, "#muc", "#muc"),
        (PAGE, "https://a.vn/x.md", "https://a.vn/x.md"),
        (PAGE, "mailto:a@b.vn", "mailto:a@b.vn"),
        (PAGE, "/goc", "/goc"),
        (PAGE, "", ""),
    ],
)
def test_the_address_of_a_file_becomes_that_of_its_page(origin: Origin, address: str, expected: str) -> None:
    assert origin.rewrite(address).replace("/./", "/") == expected.replace("/./", "/")


def test_links_are_rewritten_and_keep_title_and_attributes() -> None:
    text = '[a](b.md "c"){lang=en hreflang=en .more onclick=x} và [d](https://e.vn)'
    assert html(text, origin=PAGE) == (
        '<p><a href="../b/" title="c" lang="en" hreflang="en" class="more">a</a> và '
        '<a href="https://e.vn">d</a></p>\n'
    )


def test_an_image_alone_becomes_a_figure_and_one_in_a_line_does_not() -> None:
    alone = html('![Núi](../../media/nui.svg "Chú giải"){.wide}\n', origin=PAGE)
    assert alone == (
        '<figure class="wide"><img src="../../media/nui.svg" alt="Núi" loading="lazy" decoding="async">'
        "<figcaption>Chú giải</figcaption></figure>\n"
    )
    assert "<figcaption" not in html("![Núi](nui.svg)\n")
    inline = html("Chữ ![Núi](nui.svg) chữ\n")
    assert "<figure" not in inline
    assert '<img src="../nui.svg" alt="Núi" loading="lazy"' in inline


# Tables, alerts, notes --------------------------------------------------------------------------


def test_a_table_has_scopes_alignment_and_a_frame_that_the_keyboard_reaches() -> None:
    found = html("| A | B | C |\n| --- | :-: | --: |\n| 1 | 2 | 3 |\n")
    assert '<th scope="col">A</th><th scope="col" class="center">B</th>' in found
    assert '<td class="right">3</td>' in found
    assert 'role="group" tabindex="0" aria-label="' in found
    assert "style=" not in found
    assert found.count("<div") == found.count("</div") == 1


@pytest.mark.parametrize(
    ("kind", "title"),
    [("NOTE", "Note"), ("TIP", "Tip"), ("IMPORTANT", "Important"), ("WARNING", "Please note")],
)
def test_an_alert_has_a_title_in_the_language_of_the_page(kind: str, title: str) -> None:
    found = html(f"> [!{kind}]\n> Words.\n", "en")
    assert f'<div class="note note-{kind.lower()}" role="note"><p class="note-title">{title}</p>' in found
    assert "<blockquote" not in found
    assert "<blockquote>" in html("> Words.\n", "en")


def test_an_alert_that_holds_a_quotation_ends_behind_it() -> None:
    found = html("> [!NOTE]\n> a\n>\n> > q\n>\n> b\n\n> c\n")
    assert found.index("</blockquote>") < found.index("<p>b</p>") < found.index("</div>")
    assert found.count("<blockquote>") == found.count("</blockquote>") == 2
    assert found.count("<div") == found.count("</div>") == 1


@pytest.mark.parametrize(
    "text", ["the words footnote-reference <i>", "a\n\n[^a]: unused", 'class="footnote-']
)
def test_without_a_note_in_use_there_is_no_list_of_notes(text: str) -> None:
    assert "<ol>" not in html(text)
    assert "unused" not in html(text)


def test_notes_are_gathered_in_order_with_ways_there_and_back() -> None:
    found = html("A[^b] B[^a] C[^b]\n\n[^a]: Hai.\n\n[^b]: Một.\n")
    ids = re.findall(r' id="([^"]*)"', found)
    targets = re.findall(r'href="#([^"]*)"', found)
    assert len(ids) == len(set(ids))
    assert set(targets) <= set(ids)
    assert found.index("Một.") < found.index("Hai.")
    assert found.count('href="#note-1"') == 2
    assert 'aria-label="Chú thích 1"' in found


def test_a_text_without_notes_has_no_list_of_them() -> None:
    assert "footnotes" not in html("Chữ [a](b.md).\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("~~cũ~~", "<del>cũ</del>"),
        ("Từ\n: Nghĩa\n", "<dt>Từ</dt>"),
        ("<abbr title='Ủy ban nhân dân'>UBND</abbr>", '<abbr title="Ủy ban nhân dân">UBND</abbr>'),
        ("H<sub>2</sub>O", "H<sub>2</sub>O"),
        ("<ruby>漢<rt>hàn</rt></ruby>", "</span><rt>hàn</rt></ruby>"),
        ('<span lang="en">word</span>', '<span lang="en">word</span>'),
        ("a < b & c", "a &lt; b &amp; c"),
        ("```python\nx < 1\n```\n", '<code class="language-python">x &lt; 1'),
        ("<!-- allow: x -->\n\nChữ", "<p>Chữ</p>"),
    ],
)
def test_what_else_the_dialect_has(text: str, expected: str) -> None:
    assert expected in html(text)
    assert "<!--" not in html(text)


# Purity -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["vi", "en", "zh-Hans"])
def test_the_same_text_gives_the_same_bytes(language: str) -> None:
    first = render_in(EVERYTHING, language)
    assert render_in(EVERYTHING, language) == first
    assert html(EVERYTHING.replace("\n", "\r\n"), language) == first.html


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("* a\n* b\n", "- a\n- b\n", True),
        ("**a** _b_\n", "__a__ *b*\n", True),
        ("a\nb\n", "a b\n", True),
        ("a\r\n\r\nb", "a\n\n\nb\n", True),
        ("<!-- x -->\na\n", "a\n", True),
        ("a", "A", False),
        ("a b", "a **b**", False),
        ("- a\n- b\n", "1. a\n2. b\n", False),
        ("[a](b.md)", "[a](c.md)", False),
    ],
)
def test_what_a_text_says_does_not_depend_on_how_it_is_written(one: str, other: str, *, same: bool) -> None:
    assert (normalised(one) == normalised(other)) is same


def test_a_heading_keeps_id_and_class_and_nothing_else() -> None:
    assert html("## a {#b .c onclick=alert(1)}") == '<h2 id="b" class="c">a</h2>\n'
    (heading,) = inventory("## a {#b .c onclick=alert(1) x=y}").headings
    assert (heading.id, heading.attributes) == ("b", ("onclick", "x"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("```figures\nA\n```\nb", "<A>\nb"),
        ("~~~ figures x\nA\nB\n~~~", "<A B>"),
        ("> a\n>\n> ````figures\n> A\n> ````\n> b", "> a\n>\n> <A>\n> b"),
        ("- à\n  ```figures\n  A\n  ```\n", "- à\n  <A>\n"),
        ("```figures\nA", "<A>"),
        ("```\n```figures\n```", None),
        ("`figures` ```figures```", None),
        ("```facts\nA: figures\n```", None),
    ],
)
def test_a_fenced_block_can_be_replaced(text: str, expected: str | None) -> None:
    found = replace_fences(text, "figures", lambda inside: f"<{' '.join(inside.split())}>\n")
    assert found == (text if expected is None else expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](place:x)", "[a](place/x)"),
        ("[a](place:x#y)", "[a](place/x#y)"),
        ('[a](<place:x> "t") [b](press-release:x)', '[a](<place/x> "t") [b](press-release/x)'),
        ("[a][m]\n\n[m]: place:x\n", "[a][m]\n\n[m]: place/x\n"),
        ("[m]: <place:x>", "[m]: <place/x>"),
        ("[a]( place:x )", "[a]( place/x )"),
        ("[a](https://a.vn) [b](none:x) place:x", None),
    ],
)
def test_records_in_links_get_their_addresses(text: str, expected: str | None) -> None:
    def address(kind: str, identifier: str) -> str | None:
        return f"{kind}/{identifier}" if kind in {"place", "press-release"} else None

    assert resolve_records(text, address) == (text if expected is None else expected)


def test_the_inventory_lists_what_other_parts_ask_for() -> None:
    found = take_inventory(to_html(EVERYTHING))
    assert [(one.level, one.id, one.text) for one in found.headings] == [(2, None, "Đề mục")]
    assert found.links == ("khac.md",)
    assert found.images == (("../media/nui.svg", "Núi"),)
    assert [(one.name, one.text) for one in found.fences] == [("facts", "Diện tích: 9.068 km²\n")]
