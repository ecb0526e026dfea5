"""Mark passages in another language than the text's own (WCAG 2.2, success criterion 3.1.2)."""

from __future__ import annotations

import re
from functools import cache

_SHARED = "àáâãèéêìíòóôõùúý"
"""Letters that other languages have too: café, São Paulo."""
_OWN = "ăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
_VIETNAMESE = f"{_SHARED}{_OWN}{_SHARED.upper()}{_OWN.upper()}"
_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff"
_HAN_SIGNS = "《》“”（），、。：；！？·—"
_LETTERS = f"A-Za-z{_VIETNAMESE}"
_WORD = rf"[{_LETTERS}]+(?:[-’'/][{_LETTERS}]+)*"
_MARKED_WORD = rf"(?=[{_LETTERS}’'/-]*[{_VIETNAMESE}]){_WORD}"

_IS_HAN = re.compile(f"[{_HAN}]")
_IS_LETTER = re.compile(f"[{_LETTERS}]")
_HAN_RUN = re.compile(f"[{_HAN}{_HAN_SIGNS}]+")
_NAME_RUN = re.compile(rf"{_MARKED_WORD}(?: {_MARKED_WORD})*")
# In Chinese, any Latin words beside a marked one belong to the same name: Bum Tở.
_LATIN_RUN = re.compile(rf"{_WORD}(?: {_WORD})*")
_HAS_OWN = re.compile(f"[{_OWN}{_OWN.upper()}]")
_SYLLABLE = re.compile(
    rf"[bcdghk-np-tvx]{{0,3}}[aeiouy]{{0,2}}[{_SHARED}][aeiouy]{{0,2}}(?:ng|nh|ch|[cmnpt])?"
)
_BETWEEN = re.compile(r"[-’'/ ]")
# Addresses and numbers of documents belong to no language.
_WHOLE_WORD = re.compile(rf"(?<![\w./-])[{_LETTERS}]+(?![\w/-]|\.\w)")
_FEW = 0.3
"""Up to this share of words with Vietnamese letters a title is English; most Vietnamese words have some."""

_TAG = re.compile(r"(<[^>]+>)")
_TAG_NAME = re.compile(r"</?([a-z0-9]+)")
_LANG = re.compile(r' lang="([^"]*)"')
_VOID = frozenset({"area", "br", "hr", "img", "input", "wbr", "path", "rect", "line", "circle", "source"})
_OPAQUE = frozenset({"code", "pre", "kbd", "svg", "script", "style"})
_OPENS_OPAQUE = re.compile(f"<(?:{'|'.join(sorted(_OPAQUE))})")
_GIVEN = " lang="


@cache
def _hits(language: str) -> re.Pattern[str]:
    """Return what finds letters that a text in `language` does not have of itself."""
    vietnamese = "" if language.startswith("vi") else _VIETNAMESE
    chinese = "" if language.startswith("zh") else _HAN
    return re.compile(f"[{vietnamese}{chinese}]")


def mark_languages(fragment: str, language: str) -> str:
    """Wrap Vietnamese and Chinese passages of a fragment in another language in `<span lang>`.

    Text in an element with `lang` is taken to be in that language; code stays as it is.
    """
    if fragment.isascii():
        return fragment
    first = _hits(language).search(fragment)
    given = _GIVEN in fragment
    if not first and not given:
        return fragment
    if first and not given and not _OPENS_OPAQUE.search(fragment):
        return _mark(fragment, language, first.start())
    out: list[str] = []
    stack: list[tuple[str, str]] = [("", language)]
    for part in _TAG.split(fragment):
        own = stack[-1][1]
        if part.startswith("<"):
            out.append(part)
            _track(part, stack)
        elif part and own and not part.isascii():
            out.append(_mark(part, own))
        else:
            out.append(part)
    return "".join(out)


def _track(tag: str, stack: list[tuple[str, str]]) -> None:
    """Keep the open elements, each with the language of its text; none where it is not to be touched."""
    found = _TAG_NAME.match(tag)
    if not found or found[1] in _VOID or tag.endswith("/>"):
        return
    name = found[1]
    if tag.startswith("</"):
        while len(stack) > 1 and stack.pop()[0] != name:
            pass
    else:
        given = _LANG.search(tag)
        own = given[1] if given and stack[-1][1] else stack[-1][1]
        stack.append((name, "" if name in _OPAQUE else own))


def _mark(text: str, language: str, first: int = 0) -> str:
    """Mark passages of a text from the `first` letter that may be foreign; tags in it hold none."""
    chinese = language.startswith("zh")
    out: list[str] = []
    last = seen = 0
    for hit in _hits(language).finditer(text, first):
        place = hit.start()
        if place < seen:
            continue
        opened = text.rfind("<", seen, place)
        if opened >= 0 and text.find(">", opened, place) < 0:
            seen = text.find(">", place)
            continue
        if _IS_HAN.match(hit[0]):
            start, run, tag = _before(text, place, seen, _HAN_SIGNS), _HAN_RUN, "zh-Hans"
        else:
            start = _start(text, place, seen, "-’'/ " if chinese else "-’'/")
            run, tag = _LATIN_RUN if chinese else _NAME_RUN, "vi"
        found = run.match(text, start)
        if not found:
            continue
        seen = found.end()
        if tag != "vi" or _is_vietnamese(found[0]):
            out += [text[last:start], f'<span lang="{tag}">{found[0]}</span>']
            last = seen
    return "".join([*out, text[last:]])


def _before(text: str, place: int, floor: int, signs: str) -> int:
    while place > floor and text[place - 1] in signs:
        place -= 1
    return place


def _start(text: str, place: int, floor: int, joints: str) -> int:
    """Return where the word, or the words, around a letter begin."""
    while place > floor:
        if _IS_LETTER.match(text, place - 1):
            place -= 1
        elif text[place - 1] in joints and place - 1 > floor and _IS_LETTER.match(text, place - 2):
            place -= 2
        else:
            break
    return place


def _is_vietnamese(run: str) -> bool:
    """Tell by letters that only Vietnamese has, else by the shape of a syllable: Châu, but not café."""
    if _HAS_OWN.search(run):
        return True
    return any(_SYLLABLE.fullmatch(word) for word in _BETWEEN.split(run.lower()))


def guess_language(title: str) -> str:
    """Return the language tag of a title by its letters: Chinese, Vietnamese, else English.

    An English title that names places or newspapers as they are written in Viet Nam stays English.
    """
    if _IS_HAN.search(title):
        return "zh-Hans"
    words = _WHOLE_WORD.findall(title)
    marked = sum(bool(_hits("en").search(word)) for word in words)
    return "vi" if marked > _FEW * len(words) and _is_vietnamese(title) else "en"
