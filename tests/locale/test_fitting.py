"""Titles and descriptions are fitted without losing more than they must."""

from __future__ import annotations

import pytest

from subportal.locale.fitting import DESCRIPTION, TITLE, bounds, fit_description, fit_title, width


def test_a_title_takes_the_first_ending_that_fits() -> None:
    assert fit_title("Trà", ("Sản phẩm", "Cổng"), ("Cổng",)) == "Trà – Sản phẩm – Cổng"
    long = "a" * 50
    assert fit_title(long, ("Sản phẩm", "Cổng tỉnh"), ("Cổng",)) == f"{long} – Cổng"
    assert fit_title("a" * 64, ("Cổng",)) == "a" * 64
    assert fit_title("Trà", ("", "Cổng")) == "Trà – Cổng"


@pytest.mark.parametrize("title", ["chữ " * 30, "计划" * 30, "关于Lai Châu的计划" * 6, "a" * 90])
def test_a_title_too_long_is_cut_at_a_word(title: str) -> None:
    cut = fit_title(title, ("Cổng",))
    assert cut.endswith("…")
    assert width(cut) <= TITLE
    assert title.startswith(cut[:-1])
    assert cut == "…" or not cut[:-1].endswith(" ")
    rest = title[len(cut) - 1 :]
    assert rest.startswith(" ") or title == "a" * 90 or width(rest[0]) == 2 or width(cut[-2]) == 2


def test_a_short_description_is_filled_and_a_long_one_ends_with_a_sentence() -> None:
    least, most = DESCRIPTION
    assert fit_description("vi", "Ngắn.", "Thêm vào cho đủ.") == "Ngắn. Thêm vào cho đủ."
    assert fit_description("zh", "短。", "", "加上。") == "短。加上。"
    enough = "b" * least
    assert fit_description("en", enough, "No more.") == enough
    first = f"{'c' * least}."
    assert fit_description("en", f"{first} {'d ' * most}") == first
    words = fit_description("en", "word " * most)
    assert words.endswith("word…")
    assert least <= len(words) <= most


def test_a_chinese_description_is_not_cut_back_to_a_far_space() -> None:
    least, most = bounds("zh")
    cut = fit_description("zh", f"平发温泉旅游区（Phiêng Phát）：{'规划' * 20}的旅游区Phiêng{'文' * 60}")
    assert least <= len(cut) <= most
