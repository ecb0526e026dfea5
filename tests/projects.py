"""The smallest project that builds, and ways to change it."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
TODAY = dt.date(2026, 11, 21)
LANGUAGES = ("vi", "en", "zh")

PORTAL = """\
name: {vi: Trang thử, en: Test portal, zh: 测试专页}
short_name: {vi: Thử, en: Test, zh: 测试}
province: {vi: Tỉnh thử, en: Test Province, zh: 测试省}
description: {vi: Trang để thử., en: A portal for tests., zh: 供测试使用。}
authority: ubnd
sections: [general]
established: 2026
managing_agency: {vi: Cơ quan thử, en: Test agency, zh: 测试机关}
responsible: {vi: Người thử, en: Tester, zh: 测试人}
address: {vi: Số 1, en: No. 1, zh: 1号}
telephone: 0213 3876 000
email: thu@example.gov.vn
licence: {vi: Giấy phép thử, en: Test licence, zh: 测试许可证}
"""
AGENCY = """\
title: {vi: Ủy ban thử, en: Test Committee, zh: 测试委员会}
level: province
visibility: public
sources:
  - title: Nguồn thử
"""
HOME = """\
---
title: Trang thử
description: Trang chủ để thử.
visibility: public
---

Xin chào.
"""
SECTION = """\
---
title: Thông tin chung
description: Mục để thử.
visibility: public
---

Mở đầu.
"""
PAGE = """\
---
title: Trang con
description: Một trang để thử.
visibility: public
sources:
  - title: Nguồn thử
---

## Đề mục một

Chữ.
"""
FILES = {
    "portal.yml": PORTAL,
    "records/agency/ubnd.yml": AGENCY,
    "vi/index.md": HOME,
    "vi/general/index.md": SECTION,
    "vi/general/page.md": PAGE,
}


def write_content(folder: Path, files: Mapping[str, str | bytes] = {}) -> Path:
    """Write the smallest content folder with `files` over it; return the folder."""
    content = folder / "content"
    for name, text in {**FILES, **files}.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return content


def write_project(folder: Path, files: Mapping[str, str | bytes] = {}) -> Path:
    """Write a whole project with the portal's own theme and configuration; return its folder."""
    write_content(folder, files)
    shutil.copytree(ROOT / "overrides", folder / "overrides", dirs_exist_ok=True)
    shutil.copytree(ROOT / "hooks", folder / "hooks", dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


_LIMITED = """\
import resource, runpy, sys
limit = int(sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
runpy.run_module("subportal", run_name="__main__")
"""


def with_limit(limit: int) -> list[str]:
    """Return the command where of a longer file only so many bytes can be written, as on a full disk."""
    return [sys.executable, "-c", _LIMITED, str(limit)]
