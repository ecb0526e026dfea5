"""What differs between two builds."""

from __future__ import annotations

import random
from dataclasses import replace

from subportal.engine.differing import count_pages, differing, gone, heads_changed, without_head
from subportal.engine.state import Staged, State


def staged(head: str = "") -> Staged:
    return Staged(b"digest", head.encode() or None)


def test_what_was_not_handed_on_differs_even_if_it_is_equal() -> None:
    same, other = staged(), staged()
    assert same == other
    assert differing({"a": same, "b": same}, {"b": other, "a": same, "c": same}) == ["b", "c"]


def test_what_is_gone_is_found_whatever_has_come() -> None:
    chance = random.Random(1)
    for _ in range(200):
        old = {str(number): staged() for number in chance.sample(range(12), 6)}
        new = {name: one for name, one in old.items() if chance.random() < 0.7}
        new |= {str(number): staged() for number in chance.sample(range(12), chance.randrange(4))}
        assert sorted(gone(old, new, differing(old, new))) == sorted(old.keys() - new.keys())


def test_pages_are_told_from_other_files() -> None:
    files = {"vi/a.md": staged("{}"), "data/v1/a.json": staged(), "en/a.md": staged("{}")}
    assert count_pages(files) == 2
    assert list(without_head(files)) == ["data/v1/a.json"]


def test_languages_have_changed_where_a_head_has() -> None:
    kept = {"vi/a.md": staged("1"), "en/a.md": staged("1"), "zh/a.md": staged("1"), "data/a.json": staged()}
    last = State("key", "view", staged=kept)
    state = replace(last, staged={**kept, "en/a.md": staged("2"), "zh/a.md": staged("1")})
    del state.staged["vi/a.md"]
    assert heads_changed(last, state, kept) == {"vi", "en"}
    assert heads_changed(last, state, ["zh/a.md", "data/a.json"]) == set()
