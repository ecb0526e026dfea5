"""Mark passages in another language than the text's own (WCAG 2.2, success criterion 3.1.2)."""

from __future__ import annotations

import re

_VIETNAMESE = (
    "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
    "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
)
_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff"
_LATIN_WORD = rf"[A-Za-z{_VIETNAMESE}]+(?:[-’'/][A-Za-z{_VIETNAMESE}]+)*"
_HAS_VIETNAMESE = re.compile(f"[{_VIETNAMESE}]")
_HAS_HAN = re.compile(f"[{_HAN}]")
_HAN_RUN = re.compile(f"[{_HAN}《》“”（），、。：；！？·—]*[{_HAN}][{_HAN}《》“”（），、。：；！？·—]*")
_LATIN_RUN = re.compile(rf"{_LATIN_WORD}(?: {_LATIN_WORD})*")
_MARKED_WORD = rf"(?=\S*[{_VIETNAMESE}]){_LATIN_WORD}"
_VIETNAMESE_RUN = re.compile(rf"{_MARKED_WORD}(?: {_MARKED_WORD})*")
_TAG = re.compile(r"(<[^>]+>)")
_NAME = re.compile(r"</?([a-z0-9]+)")
_VOID = frozenset({"area", "br", "hr", "img", "input", "wbr", "path", "rect", "line", "circle"})
_OPAQUE = frozenset({"code", "pre", "kbd", "svg", "script", "style"})


def mark_languages(fragment: str, language: str) -> str:
    """Wrap Vietnamese and Chinese passages of a fragment in another language in `<span lang>`.

    Text that already stands in an element with `lang`, and code, stay as they are.
    """
    vietnamese = not language.startswith("vi") and bool(_HAS_VIETNAMESE.search(fragment))
    chinese = not language.startswith("zh") and bool(_HAS_HAN.search(fragment))
    if not (vietnamese or chinese):
        return fragment
    out: list[str] = []
    closed: list[tuple[str, bool]] = []
    for part in _TAG.split(fragment):
        if part.startswith("<"):
            out.append(part)
            _track(part, closed)
        elif part and not any(opaque for _, opaque in closed):
            out.append(_mark(part, language, vietnamese=vietnamese, chinese=chinese))
        else:
            out.append(part)
    return "".join(out)


def _track(tag: str, stack: list[tuple[str, bool]]) -> None:
    found = _NAME.match(tag)
    if not found or found[1] in _VOID or tag.endswith("/>"):
        return
    name = found[1]
    if tag.startswith("</"):
        while stack and stack.pop()[0] != name:
            pass
    else:
        stack.append((name, name in _OPAQUE or " lang=" in tag))


def _mark(text: str, language: str, *, vietnamese: bool, chinese: bool) -> str:
    if chinese:
        text = _HAN_RUN.sub(r'<span lang="zh-Hans">\g<0></span>', text)
    if vietnamese and language.startswith("zh"):
        text = _LATIN_RUN.sub(_mark_if_vietnamese, text)
    elif vietnamese:
        text = _VIETNAMESE_RUN.sub(r'<span lang="vi">\g<0></span>', text)
    return text


def _mark_if_vietnamese(found: re.Match[str]) -> str:
    run = found[0]
    return f'<span lang="vi">{run}</span>' if _HAS_VIETNAMESE.search(run) else run


def guess_language(title: str) -> str:
    """Return the language tag of a title by its letters: Chinese, Vietnamese, else English."""
    if _HAS_HAN.search(title):
        return "zh-Hans"
    return "vi" if _HAS_VIETNAMESE.search(title) else "en"
