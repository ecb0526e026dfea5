"""One small record of each kind, and a project that holds them all."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from subportal.check import check_content
from subportal.issues import format_text, has_errors
from subportal.portal import Portal
from subportal.public import PublicPortal, project
from tests.projects import LANGUAGES, PORTAL, SECTION, TODAY, write_content
from tests.records.samples_kinds import KIND_RECORDS

SOURCES = "sources:\n  - title: Nguồn thử\n"
PLAN = f"""\
title: {{vi: Kế hoạch thử, en: Test plan, zh: 测试计划}}
number: 1/KH
issued: 2015-01-23
year: 2015
issuer: ubnd
summary: {{vi: Tóm tắt kế hoạch, en: Summary of the plan, zh: 计划摘要}}
dated: {{vi: Tên cũ được giữ nguyên, en: Old names are kept, zh: 保留旧名}}
visibility: public
reason: Đã ban hành
bases:
  - {{document: nghi-dinh, role: basis}}
  - {{document: quyet-dinh, role: cited}}
objectives:
  - {{vi: Giới thiệu tỉnh, en: Present the province, zh: 介绍本省}}
duties:
  - agency: ubnd
    clause: III.1
    visibility: public
    reason: Đã ban hành
    text: {{vi: Chủ trì kế hoạch, en: Lead the plan, zh: 主持计划}}
    activities: [hop-bao]
  - agency: ubnd
    clause: III.2
    visibility: internal
    reason: Chỉ dùng trong cơ quan
    text: {{vi: Nhiệm vụ nội bộ không được đăng, en: Internal duty that is not published, zh: 内部职责}}
deadlines:
  - id: bao-cao
    title: {{vi: Báo cáo năm, en: Yearly report, zh: 年度报告}}
    type: report
    on: 2015-11-15
    rule: before
    to: {{vi: Bộ, en: The Ministry, zh: 部}}
    clause: IV
    visibility: public
    reason: Đã ban hành
  - id: hop-bao-q1
    title: {{vi: Họp báo quý I, en: Press conference of quarter 1, zh: 第一季度新闻发布会}}
    type: press
    on: 2015-03-31
    rule: by
    clause: II.2
    visibility: public
    reason: Đã ban hành
  - id: noi-bo
    title: {{vi: Thời hạn nội bộ không được đăng, en: Internal deadline not published, zh: 内部期限}}
    type: report
    on: 2015-06-15
    rule: before
    clause: IV
    visibility: internal
    reason: Chỉ dùng trong cơ quan
funding:
  visibility: internal
  reason: Chỉ dùng trong cơ quan
  text: {{vi: Kinh phí nội bộ không được đăng, en: Internal funding not published, zh: 内部经费}}
{SOURCES}"""
ACTIVITY = f"""\
title: {{vi: Họp báo, en: Press conference, zh: 新闻发布会}}
plan: ke-hoach
clause: II.1
type: press
visibility: public
reason: Đã ban hành
details: {{vi: Họp báo hằng quý, en: Quarterly press conference, zh: 每季度新闻发布会}}
lead: [ubnd]
cooperating: [so-thu]
lead_inferred: true
period:
  starts_on: 2015-01-01
  ends_on: 2015-12-31
  every: quarterly
  text: {{vi: Hằng quý, en: Each quarter, zh: 每季度}}
outcomes:
  - title: {{vi: Trang tin, en: News page, zh: 新闻}}
    link: general/news-b.md
{SOURCES}"""
PART = f"""\
title: {{vi: Phần của họp báo, en: Part of it, zh: 其中一部分}}
plan: ke-hoach
clause: II.1.a
part_of: hop-bao
type: communication
visibility: public
reason: Đã ban hành
lead: [so-thu]
period:
  starts_on: 2015-04-01
  ends_on: 2015-05-31
  text: {{vi: Quý II, en: Quarter 2, zh: 第二季度}}
{SOURCES}"""
BRIEF = f"""\
title: {{vi: Hoạt động tóm tắt, en: Brief activity, zh: 简要活动}}
plan: ke-hoach
clause: II.3
type: study
visibility: summary
reason: Chỉ nêu tóm tắt
summary: {{vi: Một câu đã biên tập}}
details: {{vi: Chi tiết không được đăng của mục tóm tắt}}
lead: [so-thu]
period:
  starts_on: 2015-02-01
  ends_on: 2015-02-28
  text: {{vi: Tháng Hai năm ấy}}
{SOURCES}"""
INTERNAL = f"""\
title: {{vi: Hoạt động nội bộ không được đăng, en: Internal activity not published, zh: 内部活动}}
plan: ke-hoach
clause: II.4
type: security
visibility: internal
reason: Chỉ dùng trong cơ quan
period:
  starts_on: 2015-02-01
  ends_on: 2015-02-28
  text: {{vi: Tháng Hai}}
{SOURCES}"""
AGENCY = f"""\
title: {{vi: Ủy ban thử, en: Test Committee, zh: 测试委员会}}
level: province
summary: {{vi: Cơ quan của tỉnh, en: The province’s authority, zh: 省级机关}}
visibility: public
succession:
  - since: 2025-03
    agency: so-thu
    text: {{vi: Được sắp xếp lại, en: It was reorganised, zh: 已重组}}
    sources:
      - title: Nghị quyết thử
        url: https://example.gov.vn/nq
{SOURCES}"""
OFFICE = f"""\
title: {{vi: Sở Thử, en: Department of Tests, zh: 测试厅}}
level: province
visibility: public
{SOURCES}"""
DOCUMENT = f"""\
title: {{vi: Nghị định thử, en: Test decree, zh: 测试议定}}
number: 1/2014/NĐ-CP
form: decree
status: in-force
issuer: ubnd
issued: 2014-05-06
abstract: {{vi: Về việc thử, en: On tests, zh: 关于测试}}
visibility: public
{SOURCES}"""
DECISION = f"""\
title: {{vi: Quyết định thử}}
form: decision
status: unverified
abstract: {{vi: Về việc khác}}
visibility: public
{SOURCES}"""
FIGURE = f"""\
title: {{vi: Diện tích, en: Area, zh: 面积}}
group: land
value: 9068.73
unit: km2
as_of: 2023-12
visibility: public
key: true
remark: {{vi: Theo đất đai, en: By land records, zh: 按土地统计}}
{SOURCES}"""
PLACE = f"""\
title: {{vi: Xã Thử, en: Thu Commune, zh: 试乡}}
type: commune
code: "03385"
valid_from: 2025-07-01
visibility: public
{SOURCES}"""
PARTNER = f"""\
title: {{vi: Châu Thử, en: Test Prefecture, zh: 测试州}}
country: {{vi: Trung Quốc, en: China, zh: 中国}}
type: prefecture
summary: {{vi: Hợp tác biên giới, en: Border cooperation, zh: 边境合作}}
visibility: public
{SOURCES}"""
TERM = """\
title: {vi: Biển Đông, en: East Sea, zh: 东海}
group: border
visibility: public
"""
NEWS = """\
---
title: Tin {name}
description: Một tin để thử.
date: {date}
visibility: public
sources:
  - title: Nguồn thử
---

Chữ.
"""
TRANSLATION = """\
---
title: A page
description: A page for tests.
---

## Heading one

Text.
"""
RECORDS = {
    "records/plan/ke-hoach.yml": PLAN,
    "records/activity/hop-bao.yml": ACTIVITY,
    "records/activity/mot-phan.yml": PART,
    "records/activity/tom-tat.yml": BRIEF,
    "records/activity/noi-bo.yml": INTERNAL,
    "records/agency/ubnd.yml": AGENCY,
    "records/agency/so-thu.yml": OFFICE,
    "records/document/nghi-dinh.yml": DOCUMENT,
    "records/document/quyet-dinh.yml": DECISION,
    "records/figure/dien-tich.yml": FIGURE,
    "records/place/xa-thu.yml": PLACE,
    "records/partner/chau-thu.yml": PARTNER,
    "records/term/bien-dong.yml": TERM,
    **KIND_RECORDS,
}
SAMPLES: Mapping[str, str] = {
    **RECORDS,
    "portal.yml": PORTAL.replace("sections: [general]", "sections: [general, documents, cooperation, news]")
    + "plan: ke-hoach\nparent_url: https://thu.example.gov.vn\n",
    "vi/documents/index.md": SECTION.replace("Thông tin chung", "Văn bản"),
    "vi/cooperation/index.md": SECTION.replace("Thông tin chung", "Hợp tác"),
    "vi/news/index.md": SECTION.replace("Thông tin chung", "Tin tức"),
    "vi/general/news-a.md": NEWS.format(name="một", date="2026-01-05"),
    "vi/general/news-b.md": NEWS.format(name="hai", date="2026-02-05"),
    "vi/general/news-c.md": NEWS.format(name="ba", date="2026-03-05"),
    "en/general/page.md": TRANSLATION,
}


def read_portal(folder: Path, files: Mapping[str, str | bytes] = SAMPLES) -> Portal:
    """Write and load a content folder; nothing in it may be an error."""
    checked = check_content(write_content(folder, files), languages=LANGUAGES, today=TODAY)
    assert checked.portal is not None, format_text(checked.issues)
    assert not has_errors(checked.issues), format_text(checked.issues)
    return checked.portal


@cache
def sample_portal() -> Portal:
    """Return the portal of all samples, loaded once."""
    with TemporaryDirectory() as folder:
        return read_portal(Path(folder))


@cache
def sample_public() -> PublicPortal:
    """Return what of the samples may be public."""
    return project(sample_portal())
