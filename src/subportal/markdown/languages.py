"""Mark passages in another language than the text's own (WCAG 2.2, success criterion 3.1.2)."""

from __future__ import annotations

import re

_VIETNAMESE = (
    "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
    "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
)
_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff"
_HAS_VIETNAMESE = re.compile(f"[{_VIETNAMESE}]")
_HAS_HAN = re.compile(f"[{_HAN}]")
_HAN_RUN = f"[{_HAN}《》“”（），、。：；！？·—]*[{_HAN}][{_HAN}《》“”（），、。：；！？·—]*"
_LETTERS = f"A-Za-z{_VIETNAMESE}"
_WORD = rf"[{_LETTERS}]+(?:[-’'/][{_LETTERS}]+)*"
_MARKED_WORD = rf"(?=[{_LETTERS}’'/-]*[{_VIETNAMESE}]){_WORD}"
_RUNS = {
    # In Chinese, any Latin words beside a marked one belong to the same name: Bum Tở.
    True: re.compile(rf"(?P<han>{_HAN_RUN})|(?P<latin>{_WORD}(?: {_WORD})*)"),
    False: re.compile(rf"(?P<han>{_HAN_RUN})|(?P<latin>{_MARKED_WORD}(?: {_MARKED_WORD})*)"),
}
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
            out.append(_mark(part, language))
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


def _mark(text: str, language: str) -> str:
    def wrap(found: re.Match[str]) -> str:
        run = found[0]
        if found["han"]:
            return run if language.startswith("zh") else f'<span lang="zh-Hans">{run}</span>'
        foreign = not language.startswith("vi") and _HAS_VIETNAMESE.search(run)
        return f'<span lang="vi">{run}</span>' if foreign else run

    return _RUNS[language.startswith("zh")].sub(wrap, text)


def guess_language(title: str) -> str:
    """Return the language tag of a title by its letters: Chinese, Vietnamese, else English."""
    if _HAS_HAN.search(title):
        return "zh-Hans"
    return "vi" if _HAS_VIETNAMESE.search(title) else "en"
