"""A digest tells whether what was translated has changed, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from subportal.digest import page_digest, record_digest, translatable
from tests.projects import PAGE
from tests.records.samples import FIGURE, SAMPLES, read_portal, sample_portal

VI, FIG = "vi/general/page.md", "records/figure/dien-tich.yml"


def digests(folder: Path, **files: str | bytes) -> tuple[str, str]:
    portal = read_portal(folder, {**SAMPLES, VI: files.get("page", PAGE), FIG: files.get("figure", FIGURE)})
    return page_digest(portal.pages["general/page"]), record_digest(portal.records["figure"]["dien-tich"])


@pytest.mark.parametrize(
    "text",
    [
        PAGE.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + PAGE.encode(),
        PAGE.rstrip("\n"),
        PAGE + "\n\n",
        PAGE.replace("Chữ.", "Chữ.  ").replace("## Đề mục một", "##  Đề mục một ##"),
        PAGE.replace("visibility", "reviewed: 2026-01-01\nupdated: 2026-02-02\nvisibility"),
        PAGE.replace("visibility", "order: 3\nnote: dặn\nvisibility"),
        PAGE.replace("Nguồn thử", "Nguồn khác"),
        PAGE + "\n<!-- allow: x -->\n",
    ],
)
def test_saving_again_dates_and_sources_do_not_change_the_digest_of_a_page(
    tmp_path: Path, text: str | bytes
) -> None:
    assert digests(tmp_path / "a", page=text) == digests(tmp_path / "b")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Chữ.", "Chữ!"),
        ("Chữ.", "**Chữ.**"),
        ("## Đề mục một", "### Đề mục một"),
        ("title: Trang con", "title: Trang khác"),
        ("description: Một", "description: Hai"),
        ("visibility", "menu: Trang\nvisibility"),
    ],
)
def test_an_edit_changes_the_digest_of_a_page(tmp_path: Path, old: str, new: str) -> None:
    assert digests(tmp_path / "a", page=PAGE.replace(old, new, 1))[0] != digests(tmp_path / "b")[0]


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("en: Area", "en: Surface", True),
        ("value: 9068.73", "value: 9068.74", True),
        ("as_of: 2023-12", "as_of: 2024", True),
        ("Nguồn thử", "Nguồn khác", True),
        ("key: true", "key: true\nreviewed: 2026-01-01\nnote: dặn", True),
        ("vi: Diện tích", "vi: Diện tích tự nhiên", False),
        ("vi: Theo đất đai", "vi: Theo thống kê", False),
    ],
)
def test_the_digest_of_a_record_is_that_of_its_vietnamese_texts(
    tmp_path: Path, old: str, new: str, *, same: bool
) -> None:
    assert old in FIGURE
    one, other = digests(tmp_path / "a", figure=FIGURE.replace(old, new)), digests(tmp_path / "b")
    assert (one[1] == other[1]) is same


def test_no_two_samples_share_a_digest() -> None:
    found = [record_digest(record) for record in sample_portal().all_records()]
    assert len(set(found)) == len(found)
    assert all(len(one) == 16 for one in found)


def test_every_text_of_a_record_is_found_with_its_path() -> None:
    paths = {".".join(path) for path, _ in translatable(sample_portal().records["plan"]["ke-hoach"])}
    assert {
        "title",
        "summary",
        "dated",
        "objectives.0",
        "duties.1.text",
        "deadlines.0.to",
        "funding.text",
    } <= paths
