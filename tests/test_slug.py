"""Folding: what addresses and search keys hold."""

from __future__ import annotations

import unicodedata

import pytest

from subportal.slug import fold, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Đề mục một", "de-muc-mot"),
        ("Ủy ban Nhân dân tỉnh", "uy-ban-nhan-dan-tinh"),
        ("  A -- b__c / d ", "a-b-c-d"),
        ("93/KH-UBND", "93-kh-ubnd"),
        ("“Gầu Tào” (2026)", "gau-tao-2026"),
        ("ĐẶNG Ữ Ỵ", "dang-u-y"),
        ("红河州", ""),
        ("Bum Tở 奔徒", "bum-to"),
        ("!?", ""),
        ("", ""),
    ],
)
def test_a_slug_is_lower_case_ascii_words(text: str, slug: str) -> None:
    assert slugify(text) == slug
    assert slugify(unicodedata.normalize("NFD", text)) == slug
    assert slugify(slug) == slug


def test_every_vietnamese_letter_folds_to_ascii() -> None:
    letters = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
    assert fold(letters + letters.upper()).isascii()
    assert set(fold(letters)) == set("aeiouyd")
