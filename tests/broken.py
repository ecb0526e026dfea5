"""The smallest input that is wrong, for each error code: with the file and the line that are told."""

from __future__ import annotations

import unicodedata

from PIL import Image

from tests.media.samples import FACTS, landscape, photograph, saved
from tests.projects import AGENCY, PAGE, PORTAL

DECOMPOSED = unicodedata.normalize("NFD", "Biên giới")
EN_PAGE = "---\ntitle: A page\ndescription: A page for tests.\n---\n\n## Heading one\n\nText.\n"
ZH_PAGE = "---\ntitle: 页面\ndescription: 测试页面。\n---\n\n## 标题\n\n{text}\n"
FIGURE = """\
title: {vi: Diện tích, en: Area, zh: 面积}
group: land
value: 9068.73
unit: km2
as_of: 2023-12-07
visibility: public
sources:
  - title: Nguồn thử
"""
PLAN = """\
title: {vi: Kế hoạch, en: Plan, zh: 计划}
number: 1/KH
issued: 2015-01-23
year: 2015
issuer: ubnd
summary: {vi: Tóm tắt, en: Summary, zh: 摘要}
visibility: public
reason: Đã ban hành
sources:
  - title: Nguồn thử
"""
ACTIVITY = """\
title: {vi: Hoạt động, en: Activity, zh: 活动}
plan: ke-hoach
clause: II.1
type: press
visibility: public
reason: Đã ban hành
period:
  starts_on: 2015-01-01
  ends_on: 2015-12-31
  text: {vi: Năm 2015, en: 2015, zh: 2015年}
sources:
  - title: Nguồn thử
"""
DOCUMENT = """\
title: {vi: Nghị định, en: Decree, zh: 议定}
form: decree
status: in-force
abstract: {vi: Về việc thử, en: On tests, zh: 关于测试}
visibility: public
sources:
  - title: Nguồn thử
"""
HEAD = "visibility: public\nsources:\n  - title: Nguồn thử\n"
GATE_RECORD = f"title: {{vi: Cửa khẩu thử}}\ntype: border-gate\n{HEAD}"
EVENT = f"title: {{vi: Lễ hội thử}}\ntype: festival\n{HEAD}"
CLARIFICATION = f"title: {{vi: Làm rõ}}\ndate: 2026-01-02\nissuer: ubnd\nsummary: {{vi: Vấn đề}}\n{HEAD}"
PERSON = f"title: {{vi: Người thử}}\nrole: contact\nposition: {{vi: Chuyên viên}}\nagency: ubnd\n{HEAD}"
MAP = '<svg xmlns="http://www.w3.org/2000/svg"><title>Bản đồ Việt Nam</title><text>{}</text></svg>'
DECLARED = "maps:\n  - {file: ban-do.png, of: viet-nam, alt: {vi: Bản đồ}, credit: {vi: Sở}}\n"
PRESS = f"title: {{{{vi: Họp báo}}}}\ntype: conference\ndate: {{day}}\nstate: {{state}}\n{HEAD}"
GATE, CLEAR = "records/place/cua-khau.yml", "records/clarification/lam-ro.yml"
PERSON_FILE, EVENT_FILE = "records/person/nguoi.yml", "records/event/le-hoi.yml"
NOTICE = "notices:\n  - text: {vi: Nghỉ}\n    starts_on: 2026-11-01\n    ends_on: 2026-11-30\n"
TERM = "title: {vi: Biển Đông, en: East Sea, zh: 东海}\ngroup: border\nvisibility: public\nforbidden:\n"
THIS_YEAR = PLAN.replace("2015\n", "2026\n")
PLANNED = {"portal.yml": f"{PORTAL}plan: ke-hoach\n", "records/plan/ke-hoach.yml": THIS_YEAR}
HUGE = saved(Image.new("1", (10_000, 10_000)), "PNG")
MOVING = saved(landscape(40, 30), "WEBP", save_all=True, append_images=[landscape(40, 30, 2)])
FIG, PLAN_FILE = "records/figure/dien-tich.yml", "records/plan/ke-hoach.yml"
ACT, DOC = "records/activity/hoat-dong.yml", "records/document/nghi-dinh.yml"
VI, EN, ZH = "vi/general/page.md", "en/general/page.md", "zh/general/page.md"


def page(text: str) -> str:
    return PAGE + text


# code, files that make it, file in which it is found, its line
REDIRECT = "redirects:\n  - {{address: {}, to: {}}}\n"
CASES: list[tuple[str, dict[str, str | bytes], str, int]] = [
    ("E001", {VI: PAGE.encode() + b"\xff\n"}, VI, 12),
    ("E002", {VI: PAGE + "x" * 1_000_000}, VI, 1),
    ("E004", {"vi/general/con.md": PAGE}, "vi/general/con.md", 1),
    ("E004", {"vi/general/aux.txt": "x"}, "vi/general/aux.txt", 1),
    ("E004", {"media/nul": "x"}, "media/nul", 1),
    ("E005", {"vi/general/page.docx": "x"}, "vi/general/page.docx", 1),
    ("E005", {"records/unknown/x.yml": "x: 1"}, "records/unknown/x.yml", 1),
    ("E006", {"vi/general/Trang Mới.md": PAGE}, "vi/general/Trang Mới.md", 1),
    ("E007", {"en/general/other.md": EN_PAGE}, "en/general/other.md", 1),
    ("E008", {"vi/sitemap.md": PAGE}, "vi/sitemap.md", 2),
    ("E008", {"vi/general/page/index.md": PAGE}, "vi/general/page/index.md", 2),
    ("E009", {FIG: FIGURE, FIG.replace(".yml", ".yaml"): FIGURE}, FIG, 1),
    ("E009", {"media/nui.svg": "<svg/>", "media/nui.SVG": "<svg/>"}, "media/nui.svg", 1),
    ("E010", {"media/a.jpg": b"GIF89a", "media/a.jpg.yml": FACTS}, "media/a.jpg", 1),
    ("E010", {"media/a.svg": "<svg><g></svg>"}, "media/a.svg", 1),
    ("E011", {"media/a.png": HUGE, "media/a.png.yml": FACTS}, "media/a.png", 1),
    ("E012", {"media/a.svg": "<svg><script>x</script></svg>"}, "media/a.svg", 1),
    ("E013", {"media/a.jpg": photograph(40, 30)}, "media/a.jpg", 1),
    ("E014", {"media/a.jpg.yml": FACTS}, "media/a.jpg.yml", 1),
    ("W015", {"media/a.webp": MOVING, "media/a.webp.yml": FACTS}, "media/a.webp", 1),
    (
        "E016",
        {"media/a.jpg": photograph(40, 30), "media/a.jpg.yml": FACTS + "publish_original: true\n"},
        "media/a.jpg",
        1,
    ),
    ("E101", {FIG: FIGURE + "note: [a\n"}, FIG, 10),
    ("E102", {FIG: FIGURE + "unit: m\n"}, FIG, 9),
    ("E103", {FIG: FIGURE + "unti: m\n"}, FIG, 9),
    ("E104", {ACT: ACTIVITY.replace("2015-12-31", "2014-12-31"), PLAN_FILE: PLAN}, ACT, 9),
    ("E105", {FIG: FIGURE.replace("9068.73", "rộng")}, FIG, 3),
    ("E105", {FIG: FIGURE + "sample: no\n"}, FIG, 9),
    ("E105", {FIG: FIGURE.replace("{vi: Diện tích, en: Area, zh: 面积}", "Diện tích")}, FIG, 1),
    ("E106", {FIG: FIGURE.replace("2023-12-07", "2023-02-30")}, FIG, 5),
    ("E106", {FIG: FIGURE + "reviewed: 0123\n"}, FIG, 9),
    ("E106", {FIG: FIGURE + "reviewed: 14:30\n"}, FIG, 9),
    ("E107", {FIG: FIGURE.replace("unit: km2\n", "")}, FIG, 1),
    ("E107", {"media/a.jpg.yml": FACTS.replace(", zh: 梯田", "")}, "media/a.jpg.yml", 1),
    ("E107", {"media/a.jpg.yml": FACTS + "people: true\n"}, "media/a.jpg.yml", 7),
    ("E107", {"media/a.jpg.yml": FACTS.replace("licence: cc-by-4.0\n", "")}, "media/a.jpg.yml", 1),
    ("E108", {"media/a.jpg.yml": FACTS.replace("cc-by-4.0", "cc-by-9")}, "media/a.jpg.yml", 4),
    ("E108", {FIG: FIGURE.replace("km2", "km4")}, FIG, 4),
    ("E109", {FIG: FIGURE + "note: &a x\nreason: *a\n"}, FIG, 9),
    ("E109", {FIG: FIGURE + "note: !!python/name:os.system x\n"}, FIG, 9),
    ("E109", {FIG: "a: " + "[" * 500}, FIG, 1),
    ("E110", {FIG: FIGURE.replace("vi: Diện tích, ", "")}, FIG, 1),
    ("E111", {FIG: FIGURE + "    url: htp:/x\n"}, FIG, 9),
    ("E112", {FIG: FIGURE, PLAN_FILE: PLAN.replace("ubnd", "Ủy ban")}, PLAN_FILE, 5),
    ("E113", {FIG: FIGURE.replace("en: Area", "fr: Aire")}, FIG, 1),
    ("E114", {"records/term/t.yml": TERM + "  - language: en\n"}, "records/term/t.yml", 5),
    (
        "E115",
        {"records/term/t.yml": TERM + "  - {language: en, pattern: '['}\n"},
        "records/term/t.yml",
        5,
    ),
    ("E116", {VI: "Chữ.\n"}, VI, 1),
    ("E117", {FIG: "- a\n"}, FIG, 1),
    ("E119", {VI: PAGE.replace("title: Trang con", 'title: ""')}, VI, 2),
    ("E201", {"portal.yml": PORTAL.replace("authority: ubnd", "authority: ubdn")}, "portal.yml", 5),
    ("E201", {VI: page("[x](agency:ubdn)\n")}, VI, 12),
    ("E201", {VI: page("```figures\n- dien-tihc\n```\n"), FIG: FIGURE}, VI, 12),
    ("E125", {"portal.yml": PORTAL + "feedback: {email: thu@cơ-quan}\n"}, "portal.yml", 14),
    ("E104", {"portal.yml": PORTAL + NOTICE.replace("11-30", "10-30")}, "portal.yml", 17),
    ("E202", {"portal.yml": PORTAL + NOTICE + "    link: general/pgae.md\n"}, "portal.yml", 18),
    ("E202", {VI: page("[x](pgae.md)\n")}, VI, 12),
    ("E202", {VI: PAGE.replace("visibility", "related: [general/pgae.md]\nvisibility")}, VI, 4),
    ("E203", {VI: page("[x](#de-muc-hai)\n")}, VI, 12),
    ("E204", {VI: page("![Núi](../../media/nui.jpg)\n")}, VI, 12),
    ("E205", {VI: page("![](../../media/nui.svg)\n"), "media/nui.svg": "<svg/>"}, VI, 12),
    (
        "E206",
        {DOC: DOCUMENT + "replaces: [cu]\n", "records/document/cu.yml": DOCUMENT},
        DOC,
        8,
    ),
    (
        "E207",
        {
            VI: page("[x](agency:ubnd)\n"),
            "records/agency/ubnd.yml": AGENCY.replace("public", "internal"),
        },
        VI,
        12,
    ),
    (
        "E207",
        {
            PLAN_FILE: PLAN,
            ACT: ACTIVITY + "lead: [mat]\n",
            "records/agency/mat.yml": AGENCY.replace("public", "internal"),
        },
        ACT,
        13,
    ),
    ("E107", {VI: page("```timeline\n- text: x\n```\n")}, VI, 13),
    ("E103", {VI: page("```timeline\n- {date: x, text: y, tetx: z}\n```\n")}, VI, 13),
    ("E208", {VI: page("```facts\na: [\n```\n")}, VI, 14),
    ("E105", {VI: page("```bilingual\n- {vi: a}\n```\n")}, VI, 13),
    ("E209", {VI: page("<script>x</script>\n")}, VI, 12),
    ("E209", {VI: page('a <span onclick="x">b</span>\n')}, VI, 12),
    ("E210", {VI: page("[x](javascript:alert(1))\n")}, VI, 12),
    ("E210", {VI: page("[x](/etc/passwd)\n")}, VI, 12),
    ("E202", {VI: page("[x](../../../../etc/passwd.md)\n")}, VI, 12),
    ("E301", {VI: page(DECOMPOSED + "\n")}, VI, 12),
    ("E302", {VI: page("C¸c s¶n phÈm cña tØnh ®­îc giíi thiÖu ra thÞ tr­êng\n")}, VI, 12),
    ("E302", {VI: page("Caùc saûn phaåm cuûa tænh ñöôïc giôùi thieäu\n")}, VI, 12),
    ("E303", {ZH: ZH_PAGE.format(text="越南萊州省")}, ZH, 8),
    (
        "E304",
        {
            "records/term/t.yml": TERM + "  - {language: en, form: South China Sea, use: East Sea}\n",
            EN: EN_PAGE + "The South China Sea.\n",
        },
        EN,
        9,
    ),
    (
        "W305",
        {
            "records/term/t.yml": TERM + "  - {language: en, form: nine-dash line, severity: warning}\n",
            EN: EN_PAGE + "The nine-dash line.\n",
        },
        EN,
        9,
    ),
    ("W306", {EN: EN_PAGE.replace("## Heading one\n", "")}, EN, 5),
    ("E307", {VI: page("## Hai {#a}\n\n## Ba {#a}\n")}, VI, 12),
    ("E309", {VI: page("# Một\n")}, VI, 12),
    ("E401", {VI: page("Tài liệu MẬT\n")}, VI, 12),
    ("E402", {VI: page("Gọi 0912 345 678.\n")}, VI, 12),
    ("W403", {FIG: FIGURE + "sample: true\n"}, FIG, 9),
    ("E404", {FIG: FIGURE.replace("sources:\n  - title: Nguồn thử\n", "")}, FIG, 1),
    ("E404", {VI: PAGE.replace("sources:\n  - title: Nguồn thử\n", "")}, VI, 2),
    ("W405", {"portal.yml": PORTAL.replace("thu@example.gov.vn", "")}, "portal.yml", 12),
    (
        "W406",
        {FIG: FIGURE + "approved: {by: UBND, on: 2026-01-01, hash: 00}\n"},
        FIG,
        9,
    ),
    ("E407", {PLAN_FILE: PLAN.replace("reason: Đã ban hành\n", "")}, PLAN_FILE, 7),
    (
        "E408",
        {PLAN_FILE: PLAN, ACT: ACTIVITY.replace("visibility: public", "visibility: summary")},
        ACT,
        1,
    ),
    ("E411", {FIG: FIGURE.replace("visibility: public", "visibility: summary")}, FIG, 6),
    ("E211", {VI: PAGE.replace("visibility", "topics: [genral]\nvisibility")}, VI, 4),
    ("E204", {DOC: DOCUMENT + "file: documents/x.pdf\n"}, DOC, 8),
    ("E412", {GATE: GATE_RECORD + "latitude: 22.5\n"}, GATE, 6),
    ("E412", {GATE: GATE_RECORD + "summary: {vi: Ở 22°41' vĩ bắc}\n"}, GATE, 6),
    ("E413", {GATE: GATE_RECORD + "summary: {vi: Gần đồn biên phòng}\n"}, GATE, 6),
    ("E414", {CLEAR: CLARIFICATION + "findings: {vi: Xem https://example.com/tin}\n"}, CLEAR, 8),
    ("E415", {PERSON_FILE: PERSON + "email: ai@example.com\n"}, PERSON_FILE, 8),
    ("E420", {"media/ban-do.svg": MAP.format("Quần đảo Hoàng Sa")}, "media/ban-do.svg", 1),
    ("E440", {"portal.yml": PORTAL + REDIRECT.format("general/old/", "general/none/")}, "portal.yml", 15),
    ("E441", {"portal.yml": PORTAL + REDIRECT.format("general/page/", "general/")}, "portal.yml", 15),
    ("W430", {VI: PAGE.replace("Trang con", "Trang con " * 9)}, VI, 2),
    ("W430", {VI: PAGE.replace("Một trang để thử.", "Một trang để thử. " * 9)}, VI, 3),
    ("E421", {"media/ban-do-viet-nam.png": "x"}, "media/ban-do-viet-nam.png", 1),
    (
        "E421",
        {VI: page("![Bản đồ Việt Nam](../../media/hinh.png)\n"), "media/hinh.png": "x"},
        VI,
        12,
    ),
    ("E421", {"portal.yml": PORTAL + DECLARED, "media/ban-do.png": "x"}, "portal.yml", 15),
    ("E204", {"portal.yml": PORTAL + DECLARED}, "portal.yml", 15),
    (
        "E105",
        {"portal.yml": PORTAL + "locator: {label: {vi: Tỉnh}, outline: '1 2, 3 4'}\n"},
        "portal.yml",
        14,
    ),
    (
        "W422",
        {
            **PLANNED,
            "records/press/a.yml": PRESS.format(day="2026-10-01", state="held"),
            "records/press/b.yml": PRESS.format(day="2027-02-01", state="planned"),
        },
        "records/press/b.yml",
        3,
    ),
    ("W423", {**PLANNED, "records/press/a.yml": PRESS.format(day="2026-10", state="held")}, "portal.yml", 14),
    ("E108", {FIG: FIGURE.replace("land", "lnad")}, FIG, 2),
    ("E108", {EVENT_FILE: EVENT + "lunar: {month: 13, day: 1}\n"}, EVENT_FILE, 6),
    ("E114", {EVENT_FILE: EVENT}, EVENT_FILE, 1),
    ("E114", {EVENT_FILE: EVENT + "lunar: {eve_of_tet: true, day: 1}\n"}, EVENT_FILE, 6),
    ("E104", {EVENT_FILE: EVENT + "starts_on: 2026-01-02\nends_on: 2026-01-01\n"}, EVENT_FILE, 7),
    ("E008", {"vi/news/2026/05.md": PAGE}, "vi/news/2026/05.md", 2),
    ("W310", {VI: PAGE.replace("Trang con", "Trang 𠀋")}, VI, 2),
    ("W310", {DOC: DOCUMENT.replace("议定", "議定")}, DOC, 1),
    ("W409", {FIG: FIGURE + "review_by: 2020-01-01\n"}, FIG, 9),
]
