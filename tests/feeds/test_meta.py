"""What a page's head tells machines."""

from __future__ import annotations

import gzip
import json
from functools import cache
from typing import Any

import pytest

from subportal.feeds.meta import render_meta
from subportal.pages import render_pages
from subportal.pages.staged import StagedPage
from subportal.records import kinds
from tests.feeds.samples import URL, portal


@cache
def pages() -> dict[str, StagedPage]:
    return {page.file: page for page in render_pages(portal())}


def head(name: str) -> dict[str, Any]:
    page = pages()[name]
    language, _, path = name.removesuffix(".md").partition("/")
    folder = "" if language == "vi" else f"{language}/"
    home = f"{URL}{folder}"
    crumbs = [(title, home) for title, _ in page.meta.get("crumbs", ())]
    return render_meta(
        page.meta,
        description=page.meta["description"],
        url=home if path == "index" else f"{home}{path}/",
        locale="vi_VN",
        name="Trang thử",
        publisher="Ủy ban thử",
        home=home,
        root=URL,
        year=2026,
        crumbs=crumbs,
    )


def graph(name: str) -> list[dict[str, Any]]:
    data = json.loads(head(name)["ld"])
    assert data["@context"] == "https://schema.org"
    found: list[dict[str, Any]] = data["@graph"]
    return found


@pytest.mark.parametrize("name", [name for name in pages() if not name.endswith("404.md")])
def test_no_value_is_empty_and_the_whole_is_small(name: str) -> None:
    found = head(name)
    core = dict(found["dc"])
    assert list(core) == ["Title", "Creator", "Subject", "Description", "Date", "Language"]
    assert all(core.values())
    assert all(value for _, value in found["og"])
    assert {"og:title", "og:type", "og:url", "og:description"} <= {key for key, _ in found["og"]}
    assert "<" not in found["ld"]
    assert _no_empty(graph(name))
    shared = f"{core['Title']}{core['Description']}".encode()
    text = json.dumps(found, ensure_ascii=False).encode()
    assert len(gzip.compress(shared + text)) - len(gzip.compress(shared)) <= 700


def _no_empty(value: Any) -> bool:
    if isinstance(value, dict):
        return all(_no_empty(one) for one in value.values())
    if isinstance(value, list):
        return bool(value) and all(_no_empty(one) for one in value)
    return value not in {None, ""}


@pytest.mark.parametrize(
    ("name", "thing"),
    [
        ("vi/index.md", "WebSite"),
        ("vi/general/page.md", "WebPage"),
        ("vi/general/news-a.md", "NewsArticle"),
        ("vi/agencies/ubnd.md", "GovernmentOrganization"),
        ("vi/documents/nghi-dinh.md", "Legislation"),
        ("en/events/le-hoi.md", "Event"),
        ("vi/heritage/di-san.md", "LandmarksOrHistoricalBuildings"),
        ("vi/places/dinh-nui.md", "Place"),
        ("vi/data.md", "Dataset"),
        ("vi/feeds.md", "CollectionPage"),
        ("vi/general/index.md", "CollectionPage"),
        ("vi/events/index.md", "CollectionPage"),
        ("vi/plans/ke-hoach.md", "Legislation"),
        ("vi/activities/hop-bao.md", "Action"),
    ],
)
def test_each_sort_of_page_is_called_by_its_name(name: str, thing: str) -> None:
    own, *others = graph(name)
    assert own["@type"] == thing
    assert own["url"].startswith(URL)
    assert own["description"] == pages()[name].meta["description"]
    assert [one["@type"] for one in others] == ([] if name == "vi/index.md" else ["BreadcrumbList"])


def test_news_tell_when_and_by_whom() -> None:
    own = graph("vi/general/news-d.md")[0]
    assert own["headline"] == 'Tin có sửa & "ngoặc"'
    assert (own["datePublished"], own["dateModified"]) == ("2026-04-05", "2026-04-08")
    assert own["author"]["name"] == own["publisher"]["name"] == "Ủy ban thử"
    assert dict(head("vi/general/news-d.md")["og"])["article:published_time"] == "2026-04-05"


def test_an_event_tells_when_and_where_it_is_next() -> None:
    own = graph("en/events/le-hoi.md")[0]
    assert (own["startDate"], own["endDate"]) == ("2027-04-15", "2027-04-16")
    assert own["eventStatus"] == "https://schema.org/EventScheduled"
    assert own["location"] == {"@type": "Place", "name": "Test Peak"}
    assert graph("en/events/hoi-cho.md")[0]["eventStatus"] == "https://schema.org/EventCancelled"


def test_a_document_tells_its_number_and_who_passed_it() -> None:
    own = graph("vi/documents/nghi-dinh.md")[0]
    assert own["legislationIdentifier"] == "1/2014/NĐ-CP"
    assert own["legislationDate"] == "2014-05-06"
    assert own["legislationPassedBy"] == {"@type": "GovernmentOrganization", "name": "Ủy ban thử"}


def test_a_plan_tells_its_number_its_year_and_its_issuer() -> None:
    own = graph("vi/plans/ke-hoach.md")[0]
    assert own["legislationIdentifier"] == "1/KH"
    assert own["temporalCoverage"] == "2015"
    assert own["legislationPassedBy"]["name"] == "Ủy ban thử"


def test_an_activity_tells_who_acts_and_when() -> None:
    own = graph("en/activities/hop-bao.md")[0]
    assert own["startTime"] <= own["endTime"]
    assert own["agent"]["@type"] == "GovernmentOrganization"


def test_every_kind_with_pages_has_a_type() -> None:
    assert [name for name, kind in kinds().items() if kind.has_pages and not kind.thing] == []


def test_a_place_tells_its_coordinates_and_the_data_their_package() -> None:
    assert graph("vi/places/dinh-nui.md")[0]["geo"]["longitude"] == 103.4703
    package = graph("vi/data.md")[0]["distribution"]["contentUrl"]
    assert package == f"{URL}data/v1/datapackage.json"


def test_breadcrumbs_lead_to_the_page_itself() -> None:
    trail = graph("vi/agencies/ubnd.md")[1]["itemListElement"]
    assert [one["position"] for one in trail] == list(range(1, len(trail) + 1))
    assert trail[-1]["item"] == f"{URL}agencies/ubnd/"


def test_no_text_can_end_the_element() -> None:
    meta = {"title": "</script><b>", "lang": "vi"}
    found = render_meta(
        meta,
        description="x",
        url=URL,
        locale="vi",
        name="n",
        publisher="p",
        home=f"{URL}x",
        root=URL,
        year=2026,
    )
    assert "</script" not in found["ld"]
    assert json.loads(found["ld"])["@graph"][0]["name"] == "</script><b>"
