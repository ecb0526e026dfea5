"""The samples of all tests, with what only feeds, calendars and open data show."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from subportal.feeds import render_feeds
from subportal.public import PublicPortal, project
from tests.records.samples import NEWS, SAMPLES, SOURCES, read_portal

URL = "https://thu.example.gov.vn/doi-ngoai/"
FESTIVAL = f"""\
title: {{vi: Lễ hội thử, en: Test Festival}}
type: festival
summary: {{vi: "Một lễ hội, có \\"ngoặc\\"; và dấu", en: A festival}}
lunar: {{month: 3, day: 9, days: 2}}
held:
  - {{starts_on: 2025-04-06, ends_on: 2025-04-07}}
changes:
  - type: moved
    was: 2026-04-25
    starts_on: 2026-05-02
    ends_on: 2026-05-03
    why: {{vi: Mưa lớn, en: Heavy rain, zh: 大雨}}
places: [dinh-nui]
visibility: public
updated: 2026-04-20
{SOURCES}"""
FAIR = f"""\
title: {{vi: Hội chợ thử, en: Test Fair, zh: 测试展销会}}
type: fair
starts_on: 2026-06-01
ends_on: 2026-06-03
location: {{vi: Quảng trường, en: The square, zh: 广场}}
changes:
  - {{type: cancelled, was: 2026-06-01, why: {{vi: Bão, en: Storm, zh: 台风}}}}
visibility: public
{SOURCES}"""
PEAK = f"""\
title: {{vi: Đỉnh Thử, en: Test Peak, zh: 测试峰}}
type: peak
latitude: 22.3964
longitude: 103.4703
visibility: public
{SOURCES}"""
HERITAGE = f"""\
title: {{vi: Di sản thử, en: Test heritage, zh: 测试遗产}}
category: tangible
level: national
places: [dinh-nui]
visibility: public
{SOURCES}"""
CORRECTED = """\
---
title: Tin có sửa & "ngoặc"
description: Một tin đã đính chính.
date: 2026-04-05
topics: [news]
visibility: public
updated: 2026-04-08
corrections:
  - {on: 2026-04-07, text: {vi: Số đúng là 12, en: The right number is 12}}
sources:
  - title: Nguồn thử
---

Xem [trang con](page.md#de-muc-mot), [cơ quan](agency:ubnd) và [ngoài](https://example.org/?a=1&b=2).
"""
CORRECTED_EN = """\
---
title: A corrected item
description: An item with a correction.
---

See [the page](page.md).
"""
WITHDRAWN = """\
---
title: Tin bị gỡ
description: Một tin không còn đúng.
date: 2026-02-01
visibility: public
withdrawn: {on: 2026-04-30, why: {vi: Nguồn đã rút lại}}
sources:
  - title: Nguồn thử
---

Chữ không còn được đăng.
"""
FILES = {
    **SAMPLES,
    "records/event/le-hoi.yml": FESTIVAL,
    "records/event/hoi-cho.yml": FAIR,
    "records/place/dinh-nui.yml": PEAK,
    "records/heritage/di-san.yml": HERITAGE,
    "vi/general/news-d.md": CORRECTED,
    "en/general/news-d.md": CORRECTED_EN,
    "vi/general/news-e.md": WITHDRAWN,
}


@cache
def portal() -> PublicPortal:
    """Return the public portal of these samples."""
    with TemporaryDirectory() as folder:
        return project(read_portal(Path(folder), FILES))


def changed(folder: Path, files: dict[str, str]) -> dict[str, bytes]:
    """Return the data files of the samples with other `files` in them."""
    return dict(render_feeds(project(read_portal(folder, {**FILES, **files})), URL))


def many_news(count: int) -> dict[str, str]:
    """Return that many news items, of as many days."""
    return {
        f"vi/news/item-{number:03}.md": NEWS.format(
            name=number, date=f"2025-{number // 28 + 1:02}-{number % 28 + 1:02}"
        )
        for number in range(count)
    }


@cache
def files() -> dict[str, bytes]:
    """Return all data files of these samples."""
    return dict(render_feeds(portal(), URL))
