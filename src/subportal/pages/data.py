"""The page that explains the open data: what there is, in which forms, on what terms."""

from __future__ import annotations

from collections.abc import Iterator

from subportal.addresses import CALENDAR_PAGE, DATA, DATA_PAGE, FEEDS_PAGE, address_of, data_files, list_path
from subportal.pages.locations import located
from subportal.pages.occurrences import has_calendar
from subportal.pages.prose import list_kinds
from subportal.pages.site import Site, escape
from subportal.pages.staged import StagedPage
from subportal.public import PublicPortal
from subportal.records import kinds
from subportal.records.base import Visibility
from subportal.records.plan import Plan

_SECTION = "general"
_FORMS = ("json", "csv", "geojson", "schema")


def render_data(site: Site) -> Iterator[StagedPage]:
    """Yield the page on open data; nothing where there are no records."""
    counts = list_kinds(site)
    if not counts:
        return
    section = _SECTION if _SECTION in site.portal.settings.sections else ""
    parts = [
        f"{site.string('data.intro')}\n",
        f"## {site.string('data.sets')} {{#sets}}\n\n{_table(site, counts)}",
        f"## {site.string('data.use')} {{#use}}\n\n{_use(site)}",
        f"## {site.string('data.terms')} {{#terms}}\n\n{_terms(site)}\n",
        f"## {site.string('data.more')} {{#more}}\n\n{_more(site)}",
    ]
    yield site.stage(
        DATA_PAGE,
        "\n".join(parts),
        template="list.html",
        title=site.string("data.title"),
        description=site.string("data.description"),
        section=section,
        crumbs=site.crumbs(DATA_PAGE, site.section_crumb(section) if section else []),
        about={"type": "Dataset", "package": f"{DATA}/datapackage.json"},
    )


def has_data(portal: PublicPortal) -> bool:
    """Tell whether any record is public."""
    return any(
        record.visibility is Visibility.PUBLIC
        for found in portal.records.values()
        for record in found.values()
    )


def _table(site: Site, counts: dict[str, int]) -> str:
    columns = ("set", "count", "files")
    head = (
        "| "
        + " | ".join(site.string(f"data.column.{name}") for name in columns)
        + " |\n| --- | --: | --- |\n"
    )
    rows = []
    for name, count in counts.items():
        kind = kinds()[name]
        title = f"[{escape(site.list_title(kind))}]({address_of(kind, '')})"
        forms = [form for form in _FORMS if form != "geojson" or located(site.portal, name)]
        files = data_files(name)
        links = site.join(f"[{site.string(f'data.form.{form}')}](../{files[form]})" for form in forms)
        rows.append(f"| {title} | {count} | {links} |\n")
    return head + "".join(rows)


def _use(site: Site) -> str:
    lines = ("paths", "texts", "tables", "package")
    package = f"../{DATA}/datapackage.json"
    return "".join(f"- {site.string(f'data.use.{name}')}\n" for name in lines) + (
        f"\n[{site.string('data.package')}]({package})\n"
    )


def _terms(site: Site) -> str:
    settings = site.portal.settings
    reuse = escape(site.string("footer.reuse", name=site.text(settings.name)))
    licence = settings.data_licence
    if licence is None:
        return reuse
    title = site.marked(licence.title)
    named = f"[{title}](<{licence.url}>)" if licence.url else title
    return f"{site.string('data.licence', licence=named)} {reuse}"


def _more(site: Site) -> str:
    lines = [f"- [{site.string('feeds.title')}]({FEEDS_PAGE}.md)\n"]
    if has_calendar(site.portal):
        lines.append(f"- [{site.string('calendar.title')}]({CALENDAR_PAGE}.md)\n")
    if site.portal.of(Plan):
        lines.append(f"- [{site.string('plan.list_title')}]({list_path(Plan)}.md)\n")
    return "".join(lines)
