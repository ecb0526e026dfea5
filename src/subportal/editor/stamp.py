"""Stamp translations with the digest of the text from which they were made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from subportal.digest import page_digest, record_digest
from subportal.portal import Portal
from subportal.records.base import SOURCE_LANGUAGE

_HEAD_LINE = re.compile(r"^source_hash:.*\n", re.MULTILINE)
_RECORD_BLOCK = re.compile(r"^source_hash:.*\n(?:[ \t]+.*\n|\n)*", re.MULTILINE)


def stamp(portal: Portal, root: Path, only: frozenset[str] = frozenset()) -> Iterator[str]:
    """Stamp every translation, or those of the files in `only`; yield the files that changed.

    `root` is the project's folder; files are named as issues name them.
    """
    for page in portal.pages.values():
        digest = page_digest(page)
        for language, prose in page.prose.items():
            if language != SOURCE_LANGUAGE and (not only or prose.source in only):
                yield from _rewrite(root, prose.source, lambda text, d=digest: stamp_page(text, d))
    for record in portal.all_records():
        path = f"content/records/{record.kind}/{record.id}.yml"
        languages = [one for one in record.title if one != SOURCE_LANGUAGE]
        if languages and (not only or path in only):
            hashes = dict.fromkeys(languages, record_digest(record))
            yield from _rewrite(root, path, lambda text, h=hashes: stamp_record(text, h))


def stamp_page(text: str, digest: str) -> str:
    """Return a translation's file with the digest in its front matter."""
    head, mark, body = text[4:].partition("\n---")
    head = _HEAD_LINE.sub("", head + "\n").rstrip("\n")
    return f"---\n{head}\nsource_hash: {digest}{mark}{body}"


def stamp_record(text: str, hashes: Mapping[str, str]) -> str:
    """Return a record's file with the digest of each translation at its end."""
    kept = _RECORD_BLOCK.sub("", text if text.endswith("\n") else f"{text}\n").rstrip("\n")
    lines = "".join(f"  {language}: {digest}\n" for language, digest in hashes.items())
    return f"{kept}\nsource_hash:\n{lines}"


def _rewrite(root: Path, name: str, change: object) -> Iterator[str]:
    path = root / name
    old = path.read_text("utf-8-sig").replace("\r\n", "\n")
    new = change(old)  # type: ignore[operator]
    if new != old:
        path.write_text(new, encoding="utf-8", newline="\n")
        yield name
