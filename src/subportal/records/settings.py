"""What a portal says of itself: `content/portal.yml`."""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from subportal.records.base import Day, Email, Flag, Identifier, Model, Ref, Text, Url
from subportal.records.notice import Notice

PLACEHOLDERS = ("managing_agency", "responsible", "address", "telephone", "email", "licence")
_TRIANGLE = 3


class DataLicence(Model):
    """The licence of the open data."""

    name: str
    """Its identifier in the list of the Open Definition: `CC-BY-4.0`."""
    title: Text
    """What it is called."""
    url: Url | None = None
    """Where its text stands."""


class Cards(StrEnum):
    """Which pages have a picture of their own that shared links show."""

    ALL = "all"
    SECTIONS = "sections"
    OFF = "off"


def _check_outline(value: str) -> str:
    try:
        points = [tuple(map(float, pair.split())) for pair in value.split(",")]
    except ValueError:
        points = []
    if len(points) < _TRIANGLE or any(len(point) != 2 or not _in_frame(*point) for point in points):  # noqa: PLR2004
        raise PydanticCustomError("wrong_type", "wrong type", {"expected": "outline", "value": value})
    return value


def _in_frame(longitude: float, latitude: float) -> bool:
    return 102 <= longitude <= 118 and 6 <= latitude <= 24  # noqa: PLR2004  (degrees of Viet Nam)


class Locator(Model):
    """The province's place in the schematic of Viet Nam that a `map` block draws."""

    label: Text
    """The province's short name."""
    outline: Annotated[str, AfterValidator(_check_outline)]
    """Its outline, generalised: degrees of longitude and latitude, as in `102.33 22.56, 102.42 22.73`."""


class MapExtent(StrEnum):
    """What a map shows."""

    VIET_NAM = "viet-nam"
    PROVINCE = "province"


class MapCheck(Model):
    """Who has looked whether both archipelagoes are drawn and named, and when."""

    by: str
    """The office that looked."""
    on: Day
    """The day."""


class MapFile(Model):
    """A map in `content/media/` that a competent authority supplied or approved."""

    file: str
    """The file, from `content/media/`."""
    of: MapExtent
    """`viet-nam` if it shows the country, also as a small inset; `province` if it shows less."""
    alt: Text
    """What it shows, for those who do not see it."""
    credit: Text
    """Who made and who approved it, with number and date."""
    labels_checked: MapCheck | None = None
    """For maps of Viet Nam whose words are not text (photographs, scans): who checked both names."""
    locator: Flag = False
    """True for the one that takes the place of the schematic in `map` blocks."""


class Redirect(Model):
    """An address that was published once and has been given up."""

    address: str
    """The retired address, from the home page of each language, with a slash at its end: `general/old/`."""
    to: str
    """The address that has taken its place, written in the same way."""


class Feedback(Model):
    """Where readers' answers go: a form's endpoint, an address for e-mail, or both."""

    endpoint: Url | None = None
    """The address that takes the answers, sent as a form (POST)."""
    email: Email | None = None
    """The address for reports by e-mail; without one, that of the imprint."""


class Settings(Model):
    """Names, menu and imprint of a portal.

    The imprint's keys (Circular 32/2017/TT-BTTTT, Article 16(3)) may stay empty: a preview then shows
    placeholders, and a production build refuses them.
    """

    name: Text
    """The portal's name."""
    short_name: Text
    """Its name where room is scarce."""
    province: Text
    """The province's name with its country, as the title of the home page says it."""
    description: Text
    """One sentence for search engines and shared links."""
    authority: Annotated[Identifier, Ref("agency")]
    """The agency in whose name the portal speaks."""
    parent_url: Url | None = None
    """The provincial portal of which this one is a part."""
    sections: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    """The menu: folders of `content/vi/`, in order."""
    plan: Annotated[Identifier | None, Ref("plan")] = None
    """The plan that the home page shows."""
    established: int
    """The first year of the copyright line."""
    managing_agency: Text | None = None
    """Imprint: the managing agency."""
    responsible: Text | None = None
    """Imprint: the person responsible, with the office held."""
    address: Text | None = None
    """Imprint: the postal address."""
    telephone: str | None = None
    """Imprint: the office telephone."""
    email: str | None = None
    """Imprint: the official e-mail address."""
    licence: Text | None = None
    """Imprint: the licence under which the portal is published."""
    locator: Locator | None = None
    """Where the province lies, for the schematic of a `map` block."""
    maps: tuple[MapFile, ...] = ()
    """Maps among the media, with what they show and who approved them."""
    notices: tuple[Notice, ...] = ()
    """Notices that every page shows on some days."""
    redirects: tuple[Redirect, ...] = ()
    """Retired addresses, each with the one that has taken its place, so that no link dies."""
    feedback: Feedback = Feedback.model_construct()  # to validate nothing would build a validator
    """Where readers' answers go; with no address known, readers are led to the contact page."""
    offline: Flag = True
    """False takes away reading without a connection, also from those who have it."""
    cards: Cards = Cards.ALL
    """Cards, the pictures that shared links show: `all` (each page and record has its own, lists have
    that of their section), `sections` or `off`."""
    data_licence: DataLicence | None = None
    """The licence of the open data; without one, readers are asked to name the source."""
