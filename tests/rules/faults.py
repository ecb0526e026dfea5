"""What is wrong with a text, or with a project, by codes."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from pathlib import Path

from subportal.check import check_content
from subportal.issues import Issue
from subportal.load.source import Source
from subportal.rules import check_texts
from tests.projects import LANGUAGES, TODAY, write_content
from tests.records.samples import (
    SAMPLES,
)

VI, EN, ZH = "vi/general/page.md", "en/general/page.md", "zh/general/page.md"
FIG, DOC = "records/figure/dien-tich.yml", "records/document/nghi-dinh.yml"
TERMS = "records/term/bien-dong.yml"
NFD = unicodedata.normalize("NFD", "Biên giới")


def text_codes(text: str, relative: str = VI) -> list[str]:
    return [one.code for one in check_texts([Source(f"content/{relative}", relative, text)])]


def issues(folder: Path, files: Mapping[str, str | bytes]) -> tuple[Issue, ...]:
    content = write_content(folder, {**SAMPLES, **files})
    return check_content(content, languages=LANGUAGES, today=TODAY).issues


def codes(folder: Path, files: Mapping[str, str | bytes]) -> list[str]:
    return [one.code for one in issues(folder, files)]
