"""How translations stand to their originals."""

from __future__ import annotations

from pathlib import Path

from subportal.digest import page_digest, record_digest
from subportal.public import project
from subportal.states import State
from tests.records.samples import FIGURE, SAMPLES, TRANSLATION, read_portal, sample_portal

FIG, VI, EN = "records/figure/dien-tich.yml", "vi/general/page.md", "en/general/page.md"
SUMMARY_FIELDS = {"id", "title", "summary", "plan", "clause", "type", "sources"}


def test_the_state_of_a_page_follows_its_digest(tmp_path: Path) -> None:
    portal = sample_portal()
    digest = page_digest(portal.pages["general/page"])
    cases = {
        "": State.CURRENT,
        f"source_hash: {digest}\n": State.CURRENT,
        "source_hash: 00\n": State.OUTDATED,
    }
    for number, (line, expected) in enumerate(cases.items()):
        text = TRANSLATION.replace("description", f"{line}description")
        public = project(read_portal(tmp_path / str(number), {**SAMPLES, EN: text}))
        assert public.state("page", "general/page", "en") is expected
        assert public.state("page", "general/page", "zh") is State.MISSING
        assert public.state("page", "general/page", "vi") is State.CURRENT


def test_the_state_of_a_record_follows_its_texts_and_its_digest(tmp_path: Path) -> None:
    digest = record_digest(sample_portal().records["figure"]["dien-tich"])
    text = FIGURE.replace(", zh: 按土地统计", "").replace("en: Area, ", "")
    stamped = text + f"source_hash:\n  zh: {digest}\n"
    public = project(read_portal(tmp_path / "a", {**SAMPLES, FIG: stamped}))
    assert public.state("figure", "dien-tich", "en") is State.MISSING
    assert public.state("figure", "dien-tich", "zh") is State.PARTIAL
    old = FIGURE + "source_hash:\n  zh: '00'\n"
    public = project(read_portal(tmp_path / "b", {**SAMPLES, FIG: old}))
    assert public.state("figure", "dien-tich", "zh") is State.OUTDATED
    assert public.state("figure", "dien-tich", "en") is State.CURRENT
