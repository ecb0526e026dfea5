"""Calendars of plans and of events, read by two parsers."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import icalendar
import pytest
import vobject

from subportal.feeds.calendar import render_plan_calendars
from subportal.public import PublicPortal
from subportal.records.base import Text
from tests.feeds.samples import FAIR, FESTIVAL, URL, changed, files, portal
from tests.projects import LANGUAGES, ROOT
from tests.records.samples import PLAN

ALL = {language: f"calendar/events/all.{language}.ics" for language in LANGUAGES}
HOST = "@thu.example.gov.vn"


def events(data: bytes) -> dict[str, icalendar.Event]:
    found = icalendar.Calendar.from_ical(data).walk("VEVENT")
    return {str(one["uid"]): one for one in found if isinstance(one, icalendar.Event)}


def test_the_addresses() -> None:
    assert sorted(name for name in files() if name.endswith(".ics")) == sorted(
        [
            *(f"calendar/ke-hoach.{language}.ics" for language in LANGUAGES),
            *(
                f"calendar/events/{group}.{language}.ics"
                for group in ("all", "festival", "fair")
                for language in LANGUAGES
            ),
            *(
                f"calendar/event/{name}.{language}.ics"
                for name in ("le-hoi", "hoi-cho")
                for language in LANGUAGES
            ),
        ]
    )


@pytest.mark.parametrize("name", [name for name in files() if name.endswith(".ics")])
def test_every_calendar_is_valid(name: str) -> None:
    data = files()[name]
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in b"".join(lines)
    other = vobject.readOne(data.decode())
    other.validate(raiseException=True)
    found = events(data)
    assert len(list(other.vevent_list)) == len(found)
    for event in found.values():
        assert (event.decoded("dtend") - event.decoded("dtstart")).days >= 1
        assert type(event.decoded("dtstart")) is dt.date
        assert {"DTSTAMP", "SUMMARY", "DESCRIPTION", "CATEGORIES", "SEQUENCE"} <= set(event)
    calendar = icalendar.Calendar.from_ical(data)
    assert (calendar["version"], calendar["method"]) == ("2.0", "PUBLISH")
    assert calendar["x-wr-timezone"] == "Asia/Ho_Chi_Minh"
    assert calendar["prodid"]


# Plans --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plans_calendar_holds_the_public_deadlines_on_their_last_good_days(language: str) -> None:
    found = events(files()[f"calendar/ke-hoach.{language}.ics"])
    assert {uid: event.decoded("dtstart").isoformat() for uid, event in found.items()} == {
        f"ke-hoach-hop-bao-q1{HOST}": "2015-03-31",
        f"ke-hoach-bao-cao{HOST}": "2015-11-14",
    }


def test_a_deadlines_identifier_outlives_an_edit(tmp_path: Path) -> None:
    edited = PLAN.replace("Báo cáo năm", "Báo cáo cuối năm").replace("2015-11-15", "2015-11-20")
    found = events(changed(tmp_path, {"records/plan/ke-hoach.yml": edited})["calendar/ke-hoach.vi.ics"])
    assert set(found) == set(events(files()["calendar/ke-hoach.vi.ics"]))
    assert found[f"ke-hoach-bao-cao{HOST}"].decoded("dtstart").isoformat() == "2015-11-19"


def test_a_portal_without_english_has_calendars_too() -> None:
    settings = portal().settings.model_copy(update={"short_name": Text({"vi": "Thử"})})
    given = portal()
    other = PublicPortal(**{**given.__dict__, "settings": settings, "languages": ("vi",)})
    assert [name for name, _ in render_plan_calendars(other)] == ["calendar/ke-hoach.vi.ics"]


# Events -------------------------------------------------------------------------------------------


def event(name: str, language: str = "vi", group: str = "all") -> icalendar.Event:
    return events(files()[f"calendar/events/{group}.{language}.ics"])[f"event-{name}{HOST}"]


def test_festivals_stand_on_the_days_that_were_announced_or_follow_from_the_lunar_calendar() -> None:
    assert event("le-hoi-2025").decoded("dtstart") == dt.date(2025, 4, 6)
    assert event("le-hoi-2025").decoded("dtend") == dt.date(2025, 4, 8)
    assert event("le-hoi-2025")["status"] == "CONFIRMED"
    assert event("le-hoi-2027").decoded("dtstart") == dt.date(2027, 4, 15)
    assert event("le-hoi-2027")["status"] == "TENTATIVE"
    assert "dự kiến" in event("le-hoi-2027")["description"]
    assert "ngày mùng 9 tháng Ba năm Đinh Mùi (âm lịch)" in event("le-hoi-2027")["description"]
    assert f"event-le-hoi-2024{HOST}" not in events(files()[ALL["vi"]])


def test_what_was_moved_keeps_its_identifier_and_says_why() -> None:
    moved = event("le-hoi-2026", "en")
    assert moved.decoded("dtstart") == dt.date(2026, 5, 2)
    assert moved["status"] == "CONFIRMED"
    assert "moved from 25 April 2026: Heavy rain" in moved["description"]


def test_what_was_cancelled_stays_as_cancelled() -> None:
    cancelled = event("hoi-cho-2026", "zh")
    assert cancelled["status"] == "CANCELLED"
    assert cancelled.decoded("dtstart") == dt.date(2026, 6, 1)
    assert "台风" in cancelled["description"]
    assert cancelled["location"] == "广场"
    assert cancelled["url"] == f"{URL}zh/events/hoi-cho/"


def test_the_sequence_grows_when_something_changes(tmp_path: Path) -> None:
    planned = "".join(
        line for line in FAIR.splitlines(keepends=True) if "change" not in line and "was" not in line
    )
    before = changed(tmp_path / "a", {"records/event/hoi-cho.yml": planned})
    old = events(before[ALL["vi"]])[f"event-hoi-cho-2026{HOST}"]
    assert int(old["sequence"]) < int(event("hoi-cho-2026")["sequence"])
    edited = FESTIVAL.replace("2026-04-20", "2026-04-21")
    after = events(changed(tmp_path / "b", {"records/event/le-hoi.yml": edited})[ALL["vi"]])
    for name in ("le-hoi-2025", "le-hoi-2026"):
        new = after[f"event-{name}{HOST}"]
        assert int(new["sequence"]) > int(event(name)["sequence"])
        assert new.decoded("dtstamp") > event(name).decoded("dtstamp")


def test_a_sort_has_its_own_calendar_with_the_same_events() -> None:
    festival = events(files()["calendar/events/festival.en.ics"])
    assert set(festival) == {uid for uid in events(files()[ALL["en"]]) if "le-hoi" in uid}
    assert event("le-hoi-2026", "en", "festival") == event("le-hoi-2026", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["le-hoi", "hoi-cho"])
def test_an_event_has_its_own_calendar_with_the_same_events(name: str, language: str) -> None:
    own = events(files()[f"calendar/event/{name}.{language}.ics"])
    everything = events(files()[ALL[language]])
    assert own == {uid: one for uid, one in everything.items() if f"event-{name}-" in uid}
    assert own
    assert all("SEQUENCE" in one and "UID" in one for one in own.values())


def test_texts_are_marked_with_their_language() -> None:
    title = event("le-hoi-2026", "zh")["summary"]
    assert (str(title), title.params["language"]) == ("Lễ hội thử", "vi")
    assert event("hoi-cho-2026", "zh")["summary"].params["language"] == "zh-Hans"
    assert event("le-hoi-2026")["categories"].to_ical().decode() == "Lễ hội"


def test_no_heavy_library_is_loaded_before_it_is_needed() -> None:
    import subprocess  # noqa: PLC0415
    import sys  # noqa: PLC0415

    code = (
        "import sys, subportal.feeds, subportal.pages.calendar\n"
        "print(sorted({'icalendar', 'babel.dates', 'lunar_vn'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.strip() == "[]"
