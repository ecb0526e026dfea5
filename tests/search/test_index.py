from __future__ import annotations

import json
import random
from collections.abc import Iterable

import pytest

from subportal.search.entries import PLACES, Entry, pack_terms, show
from subportal.search.index import Changed, render_index, update_index
from subportal.search.numbers import shard_of
from subportal.search.postings import format_terms, parse_terms

WORDS = ["bien", "giới", "lễ", "hội", "le", "hoi", "chè", "che", "muong", "te", "du", "lich", "93", "kh"]


def entry(name: str, chance: random.Random) -> Entry:
    title, text = chance.sample(WORDS, 2), chance.sample(WORDS, 6)
    terms: list[set[str]] = [set() for _ in range(PLACES)]
    terms[1] = {*title, "le hoi"}
    terms[4] = set(text) - set(title)
    return Entry(
        name, show([f"{name}/", " ".join(title), "Mục", "", "Lời.", " ".join(text)]), pack_terms(terms)
    )


def made(entries: Iterable[Entry]) -> dict[str, bytes]:
    return dict(render_index("vi", list(entries)))


def data(file: bytes) -> object:
    return json.loads(file.decode().removeprefix("subportalIndex(").rstrip()[:-1].partition(",")[2])


def test_a_file_is_a_call_that_a_script_element_can_load() -> None:
    files = made([entry("a", random.Random(1))])
    assert {name.partition("/")[0] for name in files} == {"search"}
    for name, file in files.items():
        part = name.rpartition("/")[2].removesuffix(".js")
        assert file.startswith(f'subportalIndex("{part}",'.encode())
        assert file.endswith(b")\n")
        assert data(file) is not None


def test_terms_are_read_as_they_were_written() -> None:
    terms = {("che", ""): ([1], [2, 300], [], [], [7]), ("che", "che\u0300"): ([], [], [9], [], [])}
    terms["le hoi", ""] = ([5], [], [], [], [])
    text = format_terms(terms)
    assert parse_terms(text) == terms
    assert [line.split(" ")[0] for line in text.split("\n")] == ["che", "le_hoi"]


def test_the_order_of_the_entries_does_not_matter() -> None:
    chance = random.Random(2)
    entries = [entry(f"page-{number}", chance) for number in range(40)]
    assert made(entries) == made(reversed(entries))


@pytest.mark.parametrize("seed", range(6))
def test_an_index_that_is_updated_is_the_one_that_is_made_anew(seed: int) -> None:
    chance = random.Random(seed)
    entries = {f"page-{number}": entry(f"page-{number}", chance) for number in range(chance.choice([3, 40]))}
    files = made(entries.values())
    again = 0
    for turn in range(60):
        gone = chance.sample(sorted(entries), min(len(entries), chance.choice([0, 1, 1, 2])))
        new = {f"page-{turn}x": entry(f"page-{turn}x", chance)} if chance.random() < 0.5 else {}
        new |= {name: entry(name, chance) for name in gone if chance.random() < 0.6}
        changed = Changed(
            tuple(sorted(entries)),
            {name: entries[name] for name in gone},
            new,
            entries.__getitem__,
            files.get,
        )
        update = update_index("vi", changed)
        entries = {name: one for name, one in entries.items() if name not in gone} | new
        if update is None:
            again += 1
            files = made(entries.values())
            continue
        for name, file in update:
            files[name] = file
        files = {name: file for name, file in files.items() if file}
        assert files == made(entries.values()), turn
    assert again < 20


def test_one_edit_touches_few_files() -> None:
    chance = random.Random(3)
    entries = {f"page-{number}": entry(f"page-{number}", chance) for number in range(400)}
    files = made(entries.values())
    old = entries["page-7"]
    new = old._replace(packed=pack_terms([*old.terms()[:4], [*old.terms()[4], "mới"]]))
    changed = Changed(
        tuple(sorted(entries)), {"page-7": old}, {"page-7": new}, entries.__getitem__, files.get
    )
    update = dict(update_index("vi", changed) or ())
    assert len(update) == 4
    assert f"search/vi/t{shard_of('moi', 128)}.js" in update
