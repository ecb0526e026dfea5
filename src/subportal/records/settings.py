"""What a portal says of itself: `content/portal.yml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from subportal.records.base import Identifier, Model, Ref, Text, Url

PLACEHOLDERS = ("managing_agency", "responsible", "address", "telephone", "email", "licence")


class DataLicence(Model):
    """The licence of the open data."""

    name: str
    """Its identifier in the list of the Open Definition: `CC-BY-4.0`."""
    title: Text
    """What it is called."""
    url: Url | None = None
    """Where its text stands."""


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
    data_licence: DataLicence | None = None
    """The licence of the open data; without one, readers are asked to name the source."""
