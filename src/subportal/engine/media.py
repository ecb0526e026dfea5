"""Copies of pictures and cards: made once, kept by what they are made of, published where pages show them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import PIL

from subportal.addresses import STANDALONE
from subportal.engine.frame import Site
from subportal.engine.progress import Progress
from subportal.engine.project import Project
from subportal.engine.theme import ASSETS
from subportal.engine.view import card_in
from subportal.engine.workers import spread
from subportal.engine.writing import write_bytes
from subportal.issues import Issue, Position, issue
from subportal.media.cards import Card
from subportal.media.picture import Copy, copies

Heads = Mapping[str, Mapping[str, Any]]
_CARDS_AT_ONCE = 16


def media_folder(project: Project) -> Path:
    """Return where copies and cards are kept between builds."""
    return project.root / "build" / "cache" / "media" / PIL.__version__


def wanted_copies(heads: Heads) -> dict[str, Copy]:
    """Return by their addresses the copies that the pages show."""
    shown = (one for head in heads.values() for one in head.get("pictures", {}).values())
    return {copy.address: copy for one in shown for copy in copies(one)}


def wanted_originals(heads: Heads) -> set[str]:
    """Return the originals that the pages offer, from `content/`."""
    shown = (one for head in heads.values() for one in head.get("pictures", {}).values())
    return {f"media/{one['name']}" for one in shown if one.get("original")}


def wanted_cards(heads: Heads, site: Site) -> dict[str, Card]:
    """Return by their addresses the cards that the pages name."""
    found = (card_in(site, head) for name, head in heads.items() if not _stands_alone(name))
    return dict(sorted(one for one in found if one))


def shares_of(name: str, head: Mapping[str, Any], site: Site) -> tuple[str, ...]:
    """Return the addresses of all that is published with a staged page."""
    heads = {name: head}
    return (*wanted_copies(heads), *wanted_cards(heads, site), *sorted(wanted_originals(heads)))


def _stands_alone(name: str) -> bool:
    """Tell whether a staged page is shown in place of others, so that nobody shares it."""
    return name.partition("/")[2].removesuffix(".md") in STANDALONE


def make_media(project: Project, site: Site, heads: Heads, progress: Progress) -> list[Issue]:
    """Make the copies and cards that are not kept from other builds; tell of pictures that are broken."""
    kept = media_folder(project)
    faults: list[Issue] = []
    jobs: dict[tuple[str, int], list[str]] = {}
    for copy in wanted_copies(heads).values():
        if not _kept(kept, copy.address).is_file():
            jobs.setdefault((copy.name, copy.width), []).append(copy.address)
    if jobs:
        with progress.phase("pictures", len(jobs)):
            encode = partial(_encode, project.content, kept)
            for count, found in spread(encode, sorted(jobs.items()), least=2, chunk=1):
                faults.extend(found)
                progress.tick(count)
    drawn = [one for one in wanted_cards(heads, site).items() if not _kept(kept, one[0]).is_file()]
    if drawn:
        with progress.phase("cards", len(drawn)):
            draw = partial(_draw, kept, _ground(project))
            for count, _ in spread(draw, drawn, least=2 * _CARDS_AT_ONCE, chunk=_CARDS_AT_ONCE):
                progress.tick(count)
    return list(dict.fromkeys(faults))


def media_bytes(project: Project, addresses: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Yield copies, cards and offered originals with their addresses."""
    kept = media_folder(project)
    for address in addresses:
        path = _kept(kept, address)
        yield address, (path if path.is_file() else project.content / address).read_bytes()


def _kept(folder: Path, address: str) -> Path:
    return folder / address.rpartition("/")[2]


def _keep(folder: Path, address: str, data: bytes) -> None:
    """Write a file whole or not at all."""
    path = _kept(folder, address)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    write_bytes(str(temporary), data)
    temporary.replace(path)


def _encode(content: Path, kept: Path, jobs: Sequence[tuple[tuple[str, int], list[str]]]) -> list[Issue]:
    from subportal.media.encoding import encode  # noqa: PLC0415  (Pillow is loaded where there are pictures)
    from subportal.media.inspection import BrokenError  # noqa: PLC0415

    faults = []
    for (name, width), addresses in jobs:
        try:
            made = encode((content / "media" / name).read_bytes(), width)
        except BrokenError as error:
            faults.append(issue("E010", Position(f"{content.name}/media/{name}"), problem=error))
            continue
        for address in addresses:
            _keep(kept, address, made[address.rpartition(".")[2]])
    return faults


def _ground(project: Project) -> Any:
    from subportal.media import cardart, drawings  # noqa: PLC0415  (Pillow is loaded where cards are drawn)

    folder = Path(project.config.theme.custom_dir or project.root / "overrides") / ASSETS
    files = (folder / name for name in ("mark.svg", "weave.svg"))
    return cardart.prepare_ground(
        *(drawings.read_drawing(file.read_bytes()) if file.is_file() else None for file in files)
    )


def _draw(kept: Path, ground: Any, cards: Sequence[tuple[str, Card]]) -> None:
    from subportal.media import cardart  # noqa: PLC0415  (Pillow is loaded where cards are drawn)

    for address, card in cards:
        _keep(kept, address, cardart.draw_card(card, ground))
