"""The last gate: texts that are internal are found wherever they stand in a finished file."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from subportal.leaks import LEAST_LENGTH, LeakFinder, find_leaks
from subportal.portal import Portal
from subportal.public import PublicPortal, project
from subportal.stage import render_stage
from tests.projects import PAGE, TODAY
from tests.records.samples import FIGURE, SAMPLES, TRANSLATION, read_portal, sample_portal, sample_public

FIG, VI, EN = "records/figure/dien-tich.yml", "vi/general/page.md", "en/general/page.md"
SUMMARY_FIELDS = {"id", "title", "summary", "plan", "clause", "type", "sources"}


def leaks(portal: Portal, public: PublicPortal, files: Iterator[tuple[str, bytes]]) -> list[tuple[str, str]]:
    return [(one.code, one.position.path) for one in find_leaks(portal, public, files)]


def test_what_is_staged_holds_nothing_internal() -> None:
    assert leaks(sample_portal(), sample_public(), render_stage(sample_public())) == []


def test_the_gate_notices_a_projection_that_lets_everything_through() -> None:
    portal, public = sample_portal(), sample_public()
    bypassed = dataclasses.replace(public, records=portal.records)
    found = leaks(portal, public, render_stage(bypassed))
    assert {code for code, _ in found} == {"E410"}
    assert "build/stage/vi/plans/ke-hoach.md" in {path for _, path in found}
    assert "build/stage/data/v1/plan/ke-hoach.json" in {path for _, path in found}


@pytest.mark.parametrize("name", ["note", "reason"])
def test_the_gate_names_the_field_and_not_its_words(tmp_path: Path, name: str) -> None:
    words = "Một lời dặn nội bộ đủ dài để nhận ra"
    assert len(words) >= LEAST_LENGTH
    portal = read_portal(tmp_path, {**SAMPLES, FIG: FIGURE + f"{name}: {words}\n"})
    (found,) = find_leaks(portal, project(portal), [("vi/a.md", f"x {words} y".encode())])
    assert (found.code, found.position.path) == ("E410", "build/stage/vi/a.md")
    assert f"figure/dien-tich.{name}" in found.en
    assert words not in found.vi + found.en


def test_short_words_and_public_ones_are_no_leak(tmp_path: Path) -> None:
    portal = read_portal(tmp_path, {**SAMPLES, FIG: FIGURE + "note: ngắn\nreason: Tóm tắt kế hoạch\n"})
    assert leaks(portal, project(portal), iter([("a", "ngắn, Tóm tắt kế hoạch".encode())])) == []
    assert portal.today == TODAY


def test_drafts_and_remarks_of_translators_are_looked_for_too(tmp_path: Path) -> None:
    draft = PAGE.replace("visibility: public", "visibility: internal") + "Một đoạn của bản nháp chưa đăng.\n"
    remark = TRANSLATION.replace("description", "note: A remark of the translator to editors\ndescription")
    files = {**SAMPLES, "vi/general/draft.md": draft, EN: remark}
    portal = read_portal(tmp_path, files)
    finder = LeakFinder.of(portal, project(portal))
    for words in ("Một đoạn của bản nháp chưa đăng.", "A remark of the translator to editors"):
        (found,) = finder.find("a.md", f"\n\n{words}</p>".encode())
        assert found.code == "E410"
    assert list(finder.find("a.md", b"Nothing of the sort stands here, in no place")) == []


def test_what_is_not_published_yet_is_internal_until_then(tmp_path: Path) -> None:
    body = "Một câu chỉ được đăng vào năm sau mà thôi."
    page = PAGE.replace("visibility", "publish_on: 2027-01-01\nvisibility") + f"{body}\n"
    portal = read_portal(tmp_path, {**SAMPLES, VI: page})
    assert leaks(portal, project(portal), iter([("a", body.encode())])) == [("E410", "build/stage/a")]
    later = dataclasses.replace(portal, day=dt.date(2027, 1, 1))
    assert leaks(later, project(later), iter([("a", body.encode())])) == []


@pytest.mark.parametrize("count", [1, 40])
@pytest.mark.parametrize(
    "words",
    [
        "Hai mươi bốn chữ nội bộ!",
        "Twenty-four letters here",
        "本段文字仅供内部使用，任何人不得以任何方式对外公开或者转发。",
    ],
)
def test_a_text_is_found_wherever_it_stands(words: str, count: int) -> None:
    others = [(f"Number {number} of the internal texts", "b") for number in range(count)]
    finder = LeakFinder([(words, "a.note"), *others], lambda: ["public"])
    for before in range(40):
        for after in (0, 1, 7, 8, 9, 15, 16, 17, 2000):
            data = b"x" * before + words.encode() + b"y" * after
            assert len(list(finder.find("f", data))) == 1
            assert list(finder.find("f", data.replace(words.encode()[5:8], b"?"))) == []


def test_markup_and_folded_lines_do_not_hide_a_text() -> None:
    words = "Một [lời dặn] nội bộ đủ dài để nhận ra *trong mọi tệp của cổng*, kể cả lịch"
    finder = LeakFinder([(words, "a.note")], list)
    escaped = words.replace("[", "\\[").replace("*", "\\*")
    folded = words.replace(",", "\\,").replace("tệp của", "tệp\r\n  của")
    assert list(finder.find("a.md", escaped.encode()))
    assert list(finder.find("a.ics", folded.encode()))


def test_public_texts_are_read_only_as_far_as_needed() -> None:
    read: list[int] = []

    def public() -> Iterator[str]:
        for number in range(3000):
            read.append(number)
            yield f"A public sentence with the number {number:05}"

    words = ["A public sentence with the number 00007", "A public sentence with the number 02999"]
    finder = LeakFinder(
        [*((one, "a.note") for one in words), ("Words for the staff and nobody else", "b")], public
    )
    assert list(finder.find("f", b"nothing of it")) == []
    assert read == []
    assert list(finder.find("f", words[0].encode())) == []
    assert 7 < len(read) < 1000
    assert list(finder.find("f", words[1].encode())) == []
    assert [one.code for one in finder.find("f", b"Words for the staff and nobody else")] == ["E410"]
    assert read == list(range(3000))
