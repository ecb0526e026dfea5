"""A project that is edited at random and built on, and a copy of it that is always built anew."""

from __future__ import annotations

import datetime as dt
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment

from subportal.engine.build import Built, build, store_of
from subportal.engine.project import load_project
from subportal.issues import format_text
from tests.media.samples import FACTS, landscape, saved
from tests.projects import PAGE, TODAY, write_project
from tests.records.samples import SAMPLES

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>{n}</title></svg>'
KINDS = ("plan", "activity", "agency", "document", "figure", "place", "event", "heritage")
FILES = {
    name: text
    for name, text in SAMPLES.items()
    if not name.startswith("records/") or name.split("/")[1] in KINDS
}
COMPILED: dict[tuple[str, str], Any] = {}
NEWS = PAGE.replace("visibility", "date: {date}\nvisibility")


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def compile_each_template_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep compiled templates from build to build: they follow from the text and the name alone."""
    compile_anew: Callable[..., Any] = Environment.compile

    def compile_once(self: Environment, source: str, name: str, *args: Any) -> Any:
        key = (name, source)
        if key not in COMPILED:
            COMPILED[key] = compile_anew(self, source, name, *args)
        return COMPILED[key]

    monkeypatch.setattr(Environment, "compile", compile_once)


class Bench:
    """A project that is edited and built on, and a copy of it that is always built anew."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        self.project = write_project(folder / "edited", FILES)
        self.copy = folder / "clean"
        self.media = folder / "media"
        self.today = TODAY
        self.number = 0
        # One store for all builds, as the preview has; the others read the state as commands do, from disk.
        self.store = store_of(load_project(self.project)) if seed % 2 else None
        built = self.build()
        assert built.pages, format_text(built.checked.issues)

    @property
    def content(self) -> Path:
        return self.project / "content"

    def build(self) -> Built:
        return build(load_project(self.project), today=self.today, store=self.store)

    def build_clean(self) -> Built:
        """Build a fresh copy; of the last one only pictures and cards are kept, as `--clean` keeps them."""
        shutil.rmtree(self.media, ignore_errors=True)
        if self.copy.exists():
            (self.copy / "build" / "cache" / "media").rename(self.media)
            shutil.rmtree(self.copy)
        shutil.copytree(self.project, self.copy, ignore=shutil.ignore_patterns("build"))
        if self.media.exists():
            shutil.copytree(self.media, self.copy / "build" / "cache" / "media")
        return build(load_project(self.copy), today=self.today, clean=True)

    def pick(self, pattern: str) -> Path:
        return self.chance.choice(sorted(self.content.glob(pattern)))

    def replace(self, path: Path, old: str, new: str) -> None:
        path.write_text(path.read_text("utf-8").replace(old, new), encoding="utf-8")

    # Edits -----------------------------------------------------------------------------------------

    def change_body(self) -> None:
        path = self.pick("[vez][inh]/**/*.md")
        path.write_text(path.read_text("utf-8") + f"\nĐoạn {self.number}.\n", encoding="utf-8")

    def change_title(self) -> None:
        path = self.pick("[vez][inh]/**/*.md")
        lines = path.read_text("utf-8").split("\n")
        lines[1] = f"title: Tên {self.number}"
        path.write_text("\n".join(lines), encoding="utf-8")

    def add_page(self) -> None:
        name = f"vi/general/page-{self.number}.md"
        link = self.chance.choice(["", "\n[x](page.md)\n", "\n[y](agency:ubnd)\n"])
        (self.content / name).write_text(PAGE + link, encoding="utf-8")

    def add_news(self) -> None:
        folder = self.content / "vi" / "news"
        folder.mkdir(exist_ok=True)
        # Half of them are of a day that may be recent: search engines are told so.
        ago = dt.timedelta(days=self.chance.choice([0, 1, 2, self.chance.randint(3, 300)]))
        text = NEWS.format(date=self.today - ago)
        (folder / f"item-{self.number}.md").write_text(text, encoding="utf-8")

    def translate(self) -> None:
        original = self.pick("vi/*/*.md")
        target = self.content / "en" / original.relative_to(self.content / "vi")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(
            f"---\ntitle: A{self.number}\ndescription: A page.\n---\n\n## One\n", encoding="utf-8"
        )

    def delete_page(self) -> None:
        self.pick("*/*/*-*.md" if list(self.content.glob("vi/*/*-*.md")) else "vi/general/page.md").unlink()

    def rename_page(self) -> None:
        path = self.pick("vi/general/page*.md")
        path.rename(path.with_name(f"moved-{self.number}.md"))

    def change_record(self) -> None:
        path = self.pick("records/*/*.yml")
        text = path.read_text("utf-8")
        title = text.partition("title: {vi: ")[2].partition(",")[0]
        path.write_text(text.replace(f"vi: {title},", f"vi: Tên mới {self.number},", 1), encoding="utf-8")

    def hide_record(self) -> None:
        path = self.pick("records/*/*.yml")
        self.replace(path, "visibility: public", "visibility: internal")

    def withdraw_record(self) -> None:
        path = self.pick("records/[eph][vle]*/*.yml")
        text = path.read_text("utf-8")
        day = f"2026-0{self.chance.randint(1, 9)}-01"
        if "\nwithdrawn: " in text:
            text = text.partition("withdrawn: ")[0]
        else:
            text += f"withdrawn: {{on: {day}, why: {{vi: Lý do {self.number}}}}}\n"
        path.write_text(text, encoding="utf-8")

    def show_record(self) -> None:
        path = self.pick("records/*/*.yml")
        self.replace(path, "visibility: internal", "visibility: public")

    def copy_record(self) -> None:
        path = self.pick("records/*/*.yml")
        shutil.copy(path, path.with_name(f"copy-{self.number}.yml"))

    def delete_record(self) -> None:
        self.pick("records/*/*.yml").unlink()

    def schedule(self) -> None:
        path = self.pick("records/*/*.yml")
        day = self.today + dt.timedelta(days=self.chance.randint(-3, 3))
        key = self.chance.choice(["publish_on", "expires_on", "review_by"])
        if f"\n{key}:" not in path.read_text("utf-8"):
            path.write_text(f"{path.read_text('utf-8').rstrip()}\n{key}: {day}\n", encoding="utf-8")

    def schedule_page(self) -> None:
        path = self.pick("vi/*/*.md")
        day = self.today + dt.timedelta(days=self.chance.randint(-3, 3))
        if "publish_on:" not in path.read_text("utf-8"):
            self.replace(path, "\nvisibility:", f"\npublish_on: {day}\nvisibility:")

    def pass_days(self) -> None:
        self.today += dt.timedelta(days=self.chance.randint(1, 4))

    def add_picture(self) -> None:
        folder = self.content / "media"
        folder.mkdir(exist_ok=True)
        name = f"{self.chance.choice('abc')}.svg"
        (folder / name).write_text(SVG.format(n=self.number), encoding="utf-8")
        page = self.content / "vi" / "general" / "index.md"
        text = page.read_text("utf-8")
        page.write_text(f"{text}\n![Hình](../../media/{name})\n", encoding="utf-8")

    def delete_picture(self) -> None:
        pictures = sorted((self.content / "media").glob("*.svg"))
        if pictures:
            self.chance.choice(pictures).unlink()

    def add_photograph(self) -> None:
        folder = self.content / "media"
        folder.mkdir(exist_ok=True)
        name = f"{self.chance.choice('abc')}.jpg"
        (folder / name).write_bytes(saved(landscape(self.chance.choice([40, 60]), 40, self.number % 3)))
        (folder / f"{name}.yml").write_text(FACTS, encoding="utf-8")
        page = self.pick("[vez][inh]/*/*.md")
        page.write_text(f"{page.read_text('utf-8')}\n![](../../media/{name})\n", encoding="utf-8")

    def change_photograph(self) -> None:
        for path in sorted(self.content.glob("media/*.jpg"))[:1]:
            path.write_bytes(saved(landscape(48, 48, self.number)))

    def change_rights(self) -> None:
        for path in sorted(self.content.glob("media/*.jpg.yml"))[:1]:
            self.replace(path, "Mùa", f"Mùa {self.number}")
            self.replace(path, "licence: cc-by-4.0", "licence: own\npublish_original: true")

    def take_photograph_away(self) -> None:
        for path in sorted(self.content.glob("media/*.jpg"))[:1]:
            path.unlink()
            path.with_name(f"{path.name}.yml").unlink()
            for page in self.content.rglob("*.md"):
                self.replace(page, f"![](../../media/{path.name})", "")

    def leave_cards_out(self) -> None:
        path = self.content / "portal.yml"
        path.write_text(path.read_text("utf-8").partition("\ncards:")[0].rstrip() + "\n", encoding="utf-8")
        choice = self.chance.choice(["all", "sections", "off"])
        path.write_text(f"{path.read_text('utf-8')}cards: {choice}\n", encoding="utf-8")

    def change_template(self) -> None:
        path = (
            self.project
            / "overrides"
            / self.chance.choice(["article.html", "base.html", "partials/footer.html"])
        )
        path.write_text(f"{path.read_text('utf-8')}\n<!-- {self.number} -->\n", encoding="utf-8")

    def change_asset(self) -> None:
        path = self.project / "overrides" / "assets" / "site.css"
        path.write_text(f"{path.read_text('utf-8')}\n/* {self.number} */\n", encoding="utf-8")

    def change_settings(self) -> None:
        path = self.content / "portal.yml"
        self.replace(path, "vi: Thử", f"vi: Thử {self.number}")

    def change_configuration(self) -> None:
        path = self.project / "mkdocs.yml"
        self.replace(path, "laichau.gov.vn/", f"laichau.gov.vn/{self.chance.choice('abc')}/")

    def damage_state(self) -> None:
        path = self.project / "build" / "cache" / self.chance.choice(["state", "state.journal"])
        if path.is_file():
            data = bytearray(path.read_bytes())
            data[self.chance.randrange(len(data))] ^= 255
            path.write_bytes(data[: self.chance.choice([len(data), len(data) // 2])])

    def damage_site(self) -> None:
        path = self.chance.choice(sorted((self.project / "build" / "site").rglob("*.html")))
        self.chance.choice([path.unlink, lambda: path.write_text("x", encoding="utf-8")])()


KINDS_OF_EDITS: list[Callable[[Bench], None]] = [
    edit
    for name, edit in vars(Bench).items()
    if callable(edit) and edit.__code__.co_argcount == 1 and name not in {"build", "build_clean"}
]
