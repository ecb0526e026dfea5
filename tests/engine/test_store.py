"""The state on disk: whole, or as good as absent."""

from __future__ import annotations

from pathlib import Path

import pytest

from subportal.engine.state import Done, Staged, State
from subportal.engine.store import Store

KEY = "key"


def state(**pages: str) -> State:
    made = State(KEY, "view", "2026-11-21")
    made.staged = {name: Staged(text.encode(), None) for name, text in pages.items()}
    made.stages = {name: Done(b"", files=(name,)) for name in pages}
    made.shared = set(pages)
    made.site = {name: f"stamp of {text}".encode() for name, text in pages.items()}
    return made


def big() -> dict[str, str]:
    return {f"page{number}": f"{number}" * 40 for number in range(200)}


def kept(path: Path, first: State, *later: State) -> Store:
    """Save one state after another, each as a build of its own does."""
    Store(path).save(first, None)
    for one in later:
        store = Store(path)
        last = store.load(KEY)
        assert last
        for old, new in ((last.staged, one.staged), (last.stages, one.stages)):
            new.update({name: thing for name, thing in old.items() if new.get(name) == thing})
        store.put_aside()
        store.save(one, last)
    return Store(path)


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "state"
    assert kept(path, state(a="1")).load(KEY) == state(a="1")
    assert Store(path).load("another") is None
    assert Store(tmp_path / "none").load(KEY) is None


def test_an_edit_goes_into_the_journal_and_the_state_stays(tmp_path: Path) -> None:
    path = tmp_path / "state"
    pages = big()
    first, second = state(**pages), state(**{**pages, "page7": "new", "page200": "more"})
    del second.staged["page9"], second.stages["page9"]
    Store(path).save(first, None)
    before = path.read_bytes()
    found = kept(path, first, second).load(KEY)
    assert found
    assert found.staged == second.staged
    assert path.read_bytes() == before
    assert (tmp_path / "state.journal").stat().st_size < len(before)


def test_a_journal_that_grows_is_taken_into_the_state(tmp_path: Path) -> None:
    path = tmp_path / "state"
    pages = big()
    versions = [state(**{**pages, "page1": f"{number}"}) for number in range(200)]
    found = kept(path, state(**pages), *versions).load(KEY)
    assert found == versions[-1]
    journal = tmp_path / "state.journal"
    assert not journal.exists() or journal.stat().st_size * 8 <= path.stat().st_size


@pytest.mark.parametrize("name", ["state", "state.journal", "state.site"])
@pytest.mark.parametrize("place", [0, 20, -1])
def test_a_damaged_file_is_noticed(tmp_path: Path, name: str, place: int) -> None:
    pages = big()
    store = kept(tmp_path / "state", state(**pages), state(**{**pages, "page1": "x"}))
    assert store.load(KEY)
    path = tmp_path / name
    data = bytearray(path.read_bytes())
    data[place] ^= 255
    path.write_bytes(data)
    assert store.load(KEY) is None


def test_a_journal_cut_short_is_noticed(tmp_path: Path) -> None:
    pages = big()
    store = kept(tmp_path / "state", state(**pages), state(**{**pages, "page1": "x"}))
    path = tmp_path / "state.journal"
    path.write_bytes(path.read_bytes()[:-5])
    assert store.load(KEY) is None


def test_a_journal_of_another_state_is_noticed(tmp_path: Path) -> None:
    pages = big()
    kept(tmp_path / "state", state(**pages), state(**{**pages, "page1": "x"}))
    Store(tmp_path / "other").save(state(**pages, more="y"), None)
    for name in ("", ".site"):
        (tmp_path / f"other{name}").replace(tmp_path / f"state{name}")
    assert Store(tmp_path / "state").load(KEY) is None


def test_a_build_that_is_cut_off_leaves_no_state(tmp_path: Path) -> None:
    path = tmp_path / "state"
    store = kept(path, state(a="1"))
    store.put_aside()
    assert Store(path).load(KEY) is None
    Store(path).save(state(b="2"), None)
    assert Store(path).load(KEY) == state(b="2")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["state", "state.site"]


def test_who_saves_again_and_again_need_not_load(tmp_path: Path) -> None:
    path = tmp_path / "state"
    pages = big()
    store = Store(path)
    assert store.recall(KEY) is None
    last = state(**pages)
    store.save(last, None)
    for number in range(3):
        assert store.recall(KEY) is last
        assert store.recall("another") is None
        new = state(**{**pages, "page1": f"{number}"})
        for old, now in ((last.staged, new.staged), (last.stages, new.stages)):
            now.update({name: thing for name, thing in old.items() if now.get(name) == thing})
        store.put_aside()
        assert store.recall(KEY) is None
        store.save(new, last)
        last = new
        assert Store(path).load(KEY) == new


def test_what_another_has_saved_is_not_recalled(tmp_path: Path) -> None:
    path = tmp_path / "state"
    store = Store(path)
    store.save(state(a="1"), None)
    other = Store(path)
    last = other.load(KEY)
    other.put_aside()
    other.save(state(a="2", b="3"), last)
    assert store.recall(KEY) is None
    assert store.load(KEY) == state(a="2", b="3")
    path.unlink()
    assert store.recall(KEY) is None
