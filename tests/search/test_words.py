from __future__ import annotations

import unicodedata

import pytest

from subportal.search.words import Folder, Speller, characters_of, lone_characters_of, plain, stem, words_of


def terms(language: str, text: str) -> list[str]:
    spell = Speller(language)
    return [spell[word] for word in words_of(plain(text))]


def folded(text: str) -> list[str]:
    fold = Folder()
    return [fold[term] for term in terms("vi", text)]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("bien gioi", "Biên giới"),
        ("le hoi", "LỄ HỘI"),
        ("dau tu", "Đầu tư"),
        ("Muong Te", "Mường Tè"),
        ("thuy dien", "thuỷ điện"),
        ("93 KH UBND", "93/KH-UBND"),
    ],
)
def test_marks_and_capitals_are_folded(typed: str, written: str) -> None:
    assert folded(typed) == folded(written)


@pytest.mark.parametrize(("old", "new"), [("hoà", "hòa"), ("uỷ", "ủy"), ("thuý", "thúy"), ("khoẻ", "khỏe")])
def test_old_and_new_places_of_the_tone_are_one(old: str, new: str) -> None:
    assert terms("vi", old) == terms("vi", new)
    assert terms("vi", unicodedata.normalize("NFD", old)) == terms("vi", new)


def test_other_marks_are_other_terms_of_the_same_letters() -> None:
    assert len(set(terms("vi", "le lễ lệ lê lề"))) == 5
    assert set(folded("le lễ lệ lê lề")) == {"le"}


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("festivals", "festival"),
        ("investing", "invest"),
        ("investment", "invest"),
        ("planned", "plan"),
        ("cooperation", "cooper"),
        ("cooperating", "cooper"),
        ("policies", "policy"),
        ("gate", "gate"),
        ("gates", "gate"),
        ("mu", "mu"),
        ("s1a", "s1a"),
    ],
)
def test_english_words_lose_their_endings(word: str, root: str) -> None:
    assert stem(word) == root
    assert terms("en", word) == [root]


def test_roman_quarters_are_numbers_where_no_word_is_written_so() -> None:
    assert terms("vi", "quý III") == terms("vi", "quý 3")
    assert terms("en", "I II") == ["i", "ii"]


def test_chinese_is_cut_into_pairs_and_characters() -> None:
    assert list(characters_of("莱州口岸，茶 tea")) == ["莱州", "州口", "口岸"]
    assert list(lone_characters_of("口岸，茶")) == ["口", "岸", "茶"]
    assert words_of("莱州 tea 口岸") == ["tea"]
