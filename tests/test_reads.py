"""What is read of a portal is noted; what is made of it is made when it is asked for."""

from __future__ import annotations

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
    assert Changes([("page", "x")]).touch(packed)
    assert not Changes([("page", "a"), ("pages",)]).touch(packed)


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
