"""One page of each type: where it stands below the home page of its language."""

from __future__ import annotations

LANGUAGES = ("vi", "en", "zh")
TAGS = {"vi": "vi", "en": "en", "zh": "zh-Hans"}
NOT_FOUND = "no/such/page/"
PLAN = "plans/lc-2015/"
ARTICLE = "general/about/"
PAGES = {
    "home": "",
    "section": "general/",
    "article": ARTICLE,
    "article-with-figures": "potential/economy/",
    "news-list": "news/",
    "news": "news/2025/press-conference-q3/",
    "plan": PLAN,
    "plan-list": "plans/",
    "activity": "activities/lc-2015-05/",
    "activity-list": "activities/",
    "agency": "agencies/ubnd-tinh/",
    "agency-list": "agencies/",
    "part-of-a-list": "agencies/level/province/",
    "document": "documents/kh-93-2015/",
    "document-list": "documents/all/",
    "second-page": "documents/all/page/2/",
    "place": "places/phong-tho/",
    "place-list": "places/",
    "partner": "partners/hong-ha/",
    "partner-list": "partners/",
    "calendar": "calendar/",
    "calendar-of-a-year": "calendar/2025/",
    "event": "events/gau-tao/",
    "heritage": "heritage/cap-sac-dao-tuyen/",
    "press": "press/hop-bao-quy-3-2025/",
    "product": "products/cham-cheo-luc-le/",
    "project": "projects/hong-sin-ho/",
    "publication": "publications/dia-chi-lai-chau/",
    "broadcast": "broadcasts/net-dep-dan-gian/",
    "figures": "figures/economy/",
    "open-data": "data/",
    "feeds": "feeds/",
    "glossary": "glossary/places/",
    "contact": "contact/",
    "accessibility": "accessibility/",
    "terms": "terms/",
    "site-map": "sitemap/",
    "search": "search/",
    "not-found": NOT_FOUND,
}


def folder(language: str) -> str:
    """Return the folder of a language in the site; Vietnamese stands at the root."""
    return "" if language == "vi" else f"{language}/"
