"""One small record of each kind that the generic pages show."""

from __future__ import annotations

SOURCES = "sources:\n  - title: Nguồn thử\n"
EVENT = f"""\
title: {{vi: Lễ hội thử, en: Test festival, zh: 测试节}}
type: festival
lunar: {{month: 3, day: 9, days: 2}}
summary: {{vi: Hội đầu tháng Ba, en: Festival of the third month, zh: 三月节}}
places: [xa-thu]
heritage: di-san
people:
  - {{vi: Thái, en: Thai, zh: 泰族}}
held:
  - {{starts_on: 2025-04-06, ends_on: 2025-04-07}}
programme:
  - {{vi: Múa xòe, en: Xoe dance, zh: 群舞}}
visibility: public
{SOURCES}"""
HERITAGE = f"""\
title: {{vi: Di sản thử, en: Test heritage, zh: 测试遗产}}
category: intangible
level: national
people:
  - {{vi: Thái, en: Thai, zh: 泰族}}
decision: 1/QĐ
recognised_on: 2015-10-13
visibility: public
{SOURCES}"""
PROJECT = f"""\
title: {{vi: Thủy điện thử, en: Test hydropower, zh: 测试水电}}
summary: {{vi: Dự án để thử, en: A project for tests, zh: 测试项目}}
sector: energy
state: calling
as_of: 2024-10-13
places: [xa-thu]
scale: {{value: 28, unit: mw}}
capital: {{value: 1050, qualifier: about, unit: billion-vnd, as_of: 2024}}
form: domestic
legal_basis: [nghi-dinh]
incentives: {{vi: Ưu đãi cao nhất, en: Highest incentives, zh: 最高优惠}}
contact: so-thu
visibility: public
{SOURCES}"""
PRESS = f"""\
title: {{vi: Họp báo quý thử, en: Test press conference, zh: 测试发布会}}
type: conference
date: 2026-12-10
state: planned
form: hybrid
host: [ubnd]
chair: {{vi: Người phát ngôn, en: Spokesperson, zh: 发言人}}
foreign_media: true
body:
  vi: |
    Đoạn một.

    Đoạn hai.
  en: |
    One.

    Two.
  zh: |
    一。

    二。
documents: [nghi-dinh]
event: le-hoi
visibility: public
{SOURCES}"""
TRAINING = f"""\
title: {{vi: Tập huấn thử, en: Test training, zh: 测试培训}}
type: course
starts_on: 2025-05
organiser: [so-thu]
participants: 40
topics:
  - {{vi: Viết tin, en: Writing news, zh: 撰写新闻}}
activity: hop-bao
visibility: public
{SOURCES}"""
PRODUCT = f"""\
title: {{vi: Chè thử, en: Test tea, zh: 测试茶}}
group: beverage
stars: 4
year: 2021
places: [xa-thu]
visibility: public
{SOURCES}"""
PUBLICATION = f"""\
title: {{vi: Sách thử, en: Test book, zh: 测试书}}
type: photo-book
published: 2021
languages: [vi, en]
copies: 1000
url: https://example.gov.vn/sach
visibility: public
{SOURCES}"""
BROADCAST = f"""\
title: {{vi: Phim thử, en: Test film, zh: 测试影片}}
type: film
channel: VTV4
minutes: 20
languages: [vi]
subtitles: [en, zh]
transcript: {{vi: Lời thoại, en: What is said, zh: 文字稿}}
visibility: public
{SOURCES}"""
CLARIFICATION = f"""\
title: {{vi: Làm rõ thử, en: Test clarification, zh: 测试说明}}
date: 2026-01-02
issuer: ubnd
summary: {{vi: Vấn đề, en: The point, zh: 问题}}
findings: {{vi: Sự việc, en: What is so, zh: 事实}}
evidence:
  - {{vi: Biên bản, en: Minutes, zh: 记录}}
documents: [nghi-dinh]
spokesperson: nguoi-thu
visibility: public
{SOURCES}"""
PERSON = f"""\
title: {{vi: Nguyễn Văn Thử, en: Nguyen Van Thu, zh: 阮文试}}
role: spokesperson
position: {{vi: Chánh Văn phòng, en: Chief of Office, zh: 办公厅主任}}
agency: ubnd
telephone: 0213 3876 000
email: phatngon@thu.gov.vn
visibility: public
{SOURCES}"""
EXHIBIT = f"""\
title: {{vi: Bản đồ thử, en: Test map, zh: 测试地图}}
type: map
made: 1838
summary: {{vi: Cho thấy một đường, en: Shows a line, zh: 显示一条线}}
visibility: public
{SOURCES}"""
KIND_RECORDS = {
    "records/event/le-hoi.yml": EVENT,
    "records/heritage/di-san.yml": HERITAGE,
    "records/project/thuy-dien.yml": PROJECT,
    "records/press/hop-bao-quy.yml": PRESS,
    "records/training/tap-huan.yml": TRAINING,
    "records/product/che.yml": PRODUCT,
    "records/publication/sach.yml": PUBLICATION,
    "records/broadcast/phim.yml": BROADCAST,
    "records/clarification/lam-ro.yml": CLARIFICATION,
    "records/person/nguoi-thu.yml": PERSON,
    "records/exhibit/ban-do.yml": EXHIBIT,
}
