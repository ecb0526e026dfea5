"""What is read of a portal is noted; what is made of it is made when it is asked for."""

from __future__ import annotations

import random

from subportal.reads import Changes, NotedMapping, pack, recording


def test_each_access_is_noted_once_and_only_inside() -> None:
    pages = NotedMapping("abc", str.upper, one=("page",), many=("pages",))
    assert pages["a"] == "A"
    with recording() as reads:
        assert pages["b"] == "B"
        assert "x" not in pages
        with recording() as inner:
            assert len(pages) == 3
    assert reads == {("page", "b"), ("page", "x")}
    assert inner == {("pages",)}
    packed = pack(reads)
    assert Changes([("page", "x")]).touched([packed]) == {0}
    assert not Changes([("page", "a"), ("pages",)]).touched([packed])


def test_few_and_many_changes_are_found_in_the_same_notes() -> None:
    chance = random.Random(1)
    names = [f"{number}" for number in range(30)]
    for count in range(12):
        samples = [chance.sample(names, chance.choice([0, 1, 5])) for _ in range(40)]
        notes = [pack({("page", name) for name in sample}) for sample in samples]
        reads = [("page", name) for name in chance.sample(names, count)]
        wanted = {place for place, sample in enumerate(samples) if {name for _, name in reads} & {*sample}}
        assert Changes(reads).touched(notes) == wanted


def test_a_value_is_made_once_while_it_is_kept() -> None:
    made: list[str] = []

    def make(name: str) -> str:
        made.append(name)
        return name.upper()

    kept = NotedMapping("abc", make, one=("page",), many=("pages",))
    assert [kept[name] for name in "aabca"] == ["A", "A", "B", "C", "A"]
    assert made == ["a", "b", "c"]
    made.clear()
    few = NotedMapping("abc", make, one=("page",), many=("pages",), most=2)
    assert [few[name] for name in "aabcba"] == ["A", "A", "B", "C", "B", "A"]
    assert made == ["a", "b", "c", "a"]
    assert list(few.values()) == ["A", "B", "C"]
