"""Where the state of a build is kept: a file, and behind it a journal of what later builds changed.

So an edit writes what it changed, and not what all builds before it have found. The listing of the site
stands in a file of its own.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterator
from dataclasses import fields, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from subportal.engine.differing import differing, gone
from subportal.engine.listing import read_listing, write_listing
from subportal.engine.state import State
from subportal.stamps import Stamp, stamp_of

_MAGIC = b"subportal state\n"
_DIGEST = 32
"""Bytes of SHA-256, which most processors have built in."""
_LENGTH = 8
_SHARE = 8
"""A journal longer than this part of the state is written into it."""


class Store:
    """The state of a project's last build on disk; whole, or as good as absent."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._journal = path.with_name(f"{path.name}.journal")
        self._aside = path.with_name(f"{path.name}.aside")
        self._listing = path.with_name(f"{path.name}.site")
        self.mark = b""
        """The digest at the end of the journal, or of the state, that was read or written."""
        self._kept: tuple[State, list[Stamp | None]] | None = None

    def recall(self, key: str) -> State | None:
        """Return the state that this store saved last, if nobody has touched its files since."""
        if self._kept and self._kept[0].key == key and self._kept[1] == self._stamps():
            return self._kept[0]
        return None

    def _stamps(self) -> list[Stamp | None]:
        return [
            stamp_of(path.stat()) if path.exists() else None
            for path in (self.path, self._journal, self._aside)
        ]

    def load(self, key: str) -> State | None:
        """Return the state of the last build, or None if there is none that fits and is whole."""
        try:
            data = self.path.read_bytes()
            journal = self._journal.read_bytes() if self._journal.exists() else b""
        except OSError:
            return None
        head = len(_MAGIC) + _DIGEST
        body = memoryview(data)[head:]
        self.mark = sha256(body).digest()
        if data[:head] != _MAGIC + self.mark:
            return None
        try:
            state = pickle.loads(body)  # noqa: S301  (our own file, whole by its digest)
            if not isinstance(state, State) or state.key != key:
                return None
            for change in self._entries(journal):
                _apply(state, pickle.loads(change))  # noqa: S301  (as above)
        except Exception:  # noqa: BLE001  (classes may have changed, or the journal is damaged)
            return None
        mark, state.site = read_listing(str(self._listing))
        return state if mark == self.mark else None

    def _entries(self, journal: bytes) -> Iterator[memoryview]:
        """Yield what the journal holds; raise ValueError where it does not follow from what is before."""
        place = 0
        while place < len(journal):
            size = int.from_bytes(journal[place : place + _LENGTH], "big")
            told = journal[place + _LENGTH : place + _LENGTH + _DIGEST]
            place += _LENGTH + _DIGEST
            body = memoryview(journal)[place : place + size]
            self.mark = _follow(self.mark, body)
            if len(body) != size or told != self.mark:
                message = "damaged journal"
                raise ValueError(message)
            yield body
            place += size

    def put_aside(self) -> None:
        """Take the state away until `save`: a build that is cut off leaves none."""
        if self.path.exists():
            self.path.replace(self._aside)

    def forget(self) -> None:
        """Take the state away for good."""
        for path in (self.path, self._aside, self._journal, self._listing):
            path.unlink(missing_ok=True)

    def save(self, state: State, last: State | None) -> None:
        """Keep a state; `last` is the one that was loaded, if it may be built upon."""
        if last is None or not self._append(_changes(last, state), state):
            self._write(state)
        self._kept = state, self._stamps()

    def _append(self, change: dict[str, Any], state: State) -> bool:
        """Add to the journal, and tell whether that was possible."""
        body = pickle.dumps(change, pickle.HIGHEST_PROTOCOL)
        try:
            with self._journal.open("ab") as journal:
                if (journal.tell() + len(body)) * _SHARE > self._aside.stat().st_size:
                    return False
                told = _follow(self.mark, body)
                journal.write(len(body).to_bytes(_LENGTH, "big") + told + body)
            write_listing(str(self._listing), told, state.site)
            self._aside.replace(self.path)
            self.mark = told
        except FileNotFoundError:
            return False
        return True

    def _write(self, state: State) -> None:
        body = pickle.dumps(replace(state, site={}), pickle.HIGHEST_PROTOCOL)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        temporary = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        self.mark = sha256(body).digest()
        temporary.write_bytes(_MAGIC + self.mark + body)
        write_listing(str(self._listing), self.mark, state.site)
        self._journal.unlink(missing_ok=True)
        temporary.replace(self.path)
        self._aside.unlink(missing_ok=True)


def _follow(chain: bytes, body: bytes | memoryview) -> bytes:
    digest = sha256(chain)
    digest.update(body)
    return digest.digest()


def _changes(old: State, new: State) -> dict[str, Any]:
    """Return by field what differs: of a mapping, its new entries and the names of those that are gone."""
    found: dict[str, Any] = {}
    for one in fields(State):
        if one.name == "site":  # kept apart
            continue
        before, after = getattr(old, one.name), getattr(new, one.name)
        if isinstance(after, dict):
            changed = differing(before, after)
            taken = gone(before, after, changed)
            if changed or taken:
                found[one.name] = {name: after[name] for name in changed}, taken
        elif before != after:
            found[one.name] = after
    return found


def _apply(state: State, changes: dict[str, Any]) -> None:
    for name, change in changes.items():
        mapping = getattr(state, name)
        if isinstance(mapping, dict):
            changed, taken = change
            mapping.update(changed)
            for one in taken:
                del mapping[one]
        else:
            setattr(state, name, change)
