from __future__ import annotations

import random

from subportal.search.numbers import bits_of, code, decode, encode, shard_of, slots_of


def test_numbers_are_read_as_they_were_written() -> None:
    chance = random.Random(1)
    for size in (0, 1, 2, 50, 3000):
        numbers = sorted(chance.sample(range(200_000), size))
        assert decode(encode(numbers)) == numbers
    assert decode(encode([0, 63, 64, 127, 1791, 1792, 99_999])) == [0, 63, 64, 127, 1791, 1792, 99_999]


def test_signs_need_no_escape_in_json_or_in_a_script() -> None:
    signs = "".join(code(number) for number in range(5000))
    assert not set(signs) & set('"\\ !\n')
    assert signs.isascii()
    assert signs.isprintable()


def test_a_shard_holds_the_words_that_begin_alike_and_their_pairs() -> None:
    assert shard_of("muong", 64) == shard_of("muong te", 64) == shard_of("muon", 64)
    assert len({shard_of(word, 64) for word in ("bien", "gioi", "le", "hoi", "chè")}) > 2
    assert all(0 <= shard_of(str(number), 16) < 16 for number in range(999))


def test_each_name_has_a_slot_of_its_own_whatever_the_order() -> None:
    names = [f"news/2026/item-{number}" for number in range(3000)]
    slots = slots_of(names, len(names))
    assert slots == slots_of(reversed(names), len(names))
    assert len(set(slots.values())) == len(names)
    assert max(slots.values()) < 2 ** bits_of(len(names)) + len(names)


def test_a_new_name_moves_few_others() -> None:
    names = [f"news/2026/item-{number}" for number in range(2000)]
    before, after = slots_of(names, 2000), slots_of([*names, "new"], 2001)
    assert sum(before[name] != after[name] for name in names) < 20
