"""Pictures in a text: the markup that chooses a copy, caption and credit."""

from __future__ import annotations

import re
from typing import Any

import pytest

from subportal.markdown import Origin, Surroundings, render

PHOTO = {"name": "nui.jpg", "base": "media/nui-0a1b", "width": 1000, "height": 750}
TOLD = {**PHOTO, "alt": 'Núi "cao"', "caption": "Mùa <đổ>", "credit": "Ảnh: A (CC BY 4.0)"}
ADDRESS = "../../media/nui.jpg"
PICTURE = (
    "<picture>"
    '<source type="image/avif" srcset="{base}-320.avif 320w, {base}-480.avif 480w, '
    '{base}-640.avif 640w, {base}-1000.avif 1000w" sizes="{sizes}">'
    '<source type="image/webp" srcset="{base}-320.webp 320w, {base}-480.webp 480w, '
    '{base}-640.webp 640w, {base}-1000.webp 1000w" sizes="{sizes}">'
    '<img src="{base}-640.jpg" width="640" height="480" alt="{alt}"{more}></picture>'
)
FIRST = ' fetchpriority="high" decoding="async"'
LATER = ' loading="lazy" decoding="async"'
IN_TEXT = "(min-width: 49rem) 46rem, calc(100vw - 2.5rem)"


def html(text: str, shown: dict[str, Any] = PHOTO, **around: Any) -> str:
    surroundings = Surroundings(origin=Origin(depth=1), pictures={ADDRESS: shown}, **around)
    return render(text, surroundings).html.strip()


def test_a_picture_alone_is_a_figure_with_a_choice_of_copies() -> None:
    picture = PICTURE.format(base="../../media/nui-0a1b", sizes=IN_TEXT, alt="Núi", more=FIRST)
    assert html(f"![Núi]({ADDRESS})") == f"<figure>{picture}</figure>"


def test_what_the_text_says_wins_over_what_the_picture_says() -> None:
    assert "<figcaption>Riêng <small" in html(f'![Lời riêng]({ADDRESS} "Riêng")', TOLD)
    assert 'alt="Lời riêng"' in html(f"![Lời riêng]({ADDRESS})", TOLD)
    own = html(f"![]({ADDRESS})", TOLD)
    assert 'alt="Núi &quot;cao&quot;"' in own
    caption = 'Mùa &lt;đổ&gt; <small class="credit">Ảnh: A (CC BY 4.0)</small>'
    assert f"<figcaption>{caption}</figcaption>" in own


def test_only_the_first_picture_is_fetched_at_once() -> None:
    found = html(f"![a]({ADDRESS})\n\n![b]({ADDRESS})\n\nx ![c]({ADDRESS}) y")
    assert found.count(FIRST) == 1
    assert found.count(LATER) == 2
    assert found.index(FIRST) < found.index(LATER)
    assert found.endswith("</picture> y</p>")


def test_a_tall_picture_is_narrower() -> None:
    found = html(f"![a]({ADDRESS}){{.wide}}", {**PHOTO, "width": 750, "height": 1000})
    assert found.startswith('<figure class="wide tall"><picture>')
    assert 'sizes="(min-width: 30rem) 26rem, calc(100vw - 2.5rem)"' in found


def test_a_drawing_keeps_its_room() -> None:
    shown = {"name": "nui.svg", "width": 300, "height": 200}
    assert html(f"![a]({ADDRESS})", shown) == (
        f'<figure><img src="{ADDRESS}" width="300" height="200" alt="a"{FIRST}></figure>'
    )
    assert "width" not in html(f"![a]({ADDRESS})", {**shown, "width": 0, "height": 0})


def test_the_original_is_offered_only_where_it_may_be() -> None:
    assert "download" not in html(f"![a]({ADDRESS})", TOLD)
    offered = html(f"![a]({ADDRESS})", {**TOLD, "original": "Tải ảnh gốc"})
    assert f'<small><a href="{ADDRESS}" download>Tải ảnh gốc</a></small></figcaption>' in offered


def test_feeds_have_one_file_a_picture() -> None:
    found = html(f"![a]({ADDRESS})", plain_pictures=True)
    assert "<source" not in found
    assert '<figure><img src="../../media/nui-0a1b-640.jpg" width="640" height="480" alt="a"' in found


@pytest.mark.parametrize("credit", ["", ', credit: "Báo *X*"'])
def test_a_gallery_shows_copies_with_caption_and_credit(credit: str) -> None:
    found = html(f"```gallery\n- {{image: {ADDRESS}, caption: '*Núi*'{credit}}}\n```", TOLD)
    assert re.match(
        r'<ul class="gallery"( data-[a-z]+="gallery\.[a-z]+"){5}>\n<li><figure><a class="zoom" href', found
    )
    assert re.search(r'href="\.\./\.\./media/nui-0a1b-\d+\.jpg"><picture><source type="image/avif"', found)
    assert 'sizes="(min-width: 34rem) 22rem, calc(100vw - 2.5rem)"' in found
    assert 'alt="Núi &quot;cao&quot;"' in found
    expected = 'class="credit">Báo <em>X</em>' if credit else 'class="credit">Ảnh: A (CC BY 4.0)'
    assert found.count('class="credit"') == 1
    assert expected in found
    assert "<em>Núi</em>" in found
