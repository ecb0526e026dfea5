"""Every error code, shown by the smallest input that is wrong: file, line and code."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from subportal.check import check_content
from subportal.issues import catalogue, format_text
from tests.broken import CASES, FIG, FIGURE, VI, page
from tests.projects import AGENCY, FILES, LANGUAGES, PAGE, ROOT, TODAY, write_content

ELSEWHERE = {
    "E003": "test_a_symbolic_link_is_refused",
    "E118": "test_a_missing_settings_file_is_told",
    "E308": "tests/locale/test_strings.py",
    "E410": "tests/test_leaks.py",
    "E501": "tests/engine/test_build.py",
}


@pytest.mark.parametrize(
    ("code", "files", "path", "line"), CASES, ids=[f"{n}-{case[0]}" for n, case in enumerate(CASES)]
)
def test_the_smallest_broken_input_is_told_with_file_and_line(
    tmp_path: Path, code: str, files: dict[str, str | bytes], path: str, line: int
) -> None:
    content = write_content(tmp_path, files)
    issues = check_content(content, languages=LANGUAGES, today=TODAY).issues
    found = [(one.code, one.position.path, one.position.line) for one in issues]
    assert (code, f"content/{path}", line) in found, format_text(issues)


def test_the_smallest_project_is_right(tmp_path: Path) -> None:
    content = write_content(tmp_path)
    assert check_content(content, languages=LANGUAGES, today=TODAY).issues == ()


def test_every_code_has_a_case() -> None:
    assert {case[0] for case in CASES} | set(ELSEWHERE) == set(catalogue())


def test_every_code_has_a_row_in_the_handbook() -> None:
    handbook = (ROOT / "docs" / "errors.md").read_text("utf-8")
    rows = re.findall(r"^\| ([EW]\d{3}) \|", handbook, re.MULTILINE)
    assert rows == sorted(catalogue(), key=lambda code: code[1:])


def test_both_languages_tell_the_same_values() -> None:
    for code, entry in catalogue().items():
        names = [
            {re.sub("_(vi|en)$", "", name) for name in re.findall(r"{(\w+)}", entry[language])}
            for language in ("vi", "en")
        ]
        assert names[0] == names[1], code


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    files = {VI: page("[x](pgae.md)\n\n![](x.jpg)\n"), FIG: FIGURE.replace("km2", "km4")}
    issues = check_content(write_content(tmp_path, files), languages=LANGUAGES, today=TODAY).issues
    assert {one.code for one in issues} == {"E202", "E204", "E205", "E108"}


def test_an_unreadable_record_is_not_told_again_as_unknown(tmp_path: Path) -> None:
    files = {"records/agency/ubnd.yml": AGENCY.replace("level: province", "level: nowhere")}
    issues = check_content(write_content(tmp_path, files), languages=LANGUAGES, today=TODAY).issues
    assert [one.code for one in issues] == ["E108"]


def test_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    content = write_content(tmp_path)
    secret = tmp_path / "secret.md"
    secret.write_text(PAGE, "utf-8")
    link = content / "vi" / "general" / "link.md"
    link.symlink_to(secret)
    issues = check_content(content, languages=LANGUAGES, today=TODAY).issues
    assert [(one.code, one.position.path) for one in issues] == [("E003", "content/vi/general/link.md")]


def test_a_missing_settings_file_is_told(tmp_path: Path) -> None:
    content = write_content(tmp_path)
    (content / "portal.yml").unlink()
    checked = check_content(content, languages=LANGUAGES, today=TODAY)
    assert [one.code for one in checked.issues] == ["E118"]
    assert checked.portal is None


def test_windows_line_ends_and_byte_order_mark_are_fine(tmp_path: Path) -> None:
    files = {name: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() for name, text in FILES.items()}
    content = write_content(tmp_path, files)
    assert check_content(content, languages=LANGUAGES, today=TODAY).issues == ()


def test_text_that_looks_like_another_type_stays_text(tmp_path: Path) -> None:
    source = "sources:\n  - title: 14:30\n"
    figure = FIGURE.replace("sources:\n  - title: Nguồn thử\n", source) + "note: no\nreason: 0123\n"
    checked = check_content(write_content(tmp_path, {FIG: figure}), languages=LANGUAGES, today=TODAY)
    assert checked.issues == ()
    assert checked.portal is not None
    record = checked.portal.records["figure"]["dien-tich"]
    assert (record.sources[0].title, record.note, record.reason) == ("14:30", "no", "0123")


@pytest.mark.skipif(os.name == "nt", reason="Windows forbids such names itself")
def test_a_name_with_a_colon_is_refused(tmp_path: Path) -> None:
    content = write_content(tmp_path, {"media/a:b.jpg": "x"})
    issues = check_content(content, languages=LANGUAGES, today=TODAY).issues
    assert [one.code for one in issues] == ["E004"]
