"""Pages of the handbook that are made from declarations: `python -m subportal.handbook docs`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from subportal.issues import catalogue
from subportal.records import kinds
from subportal.records.base import Public
from subportal.records.described import descriptions
from subportal.records.page import PageFacts, PageTexts
from subportal.records.picture import PictureFacts
from subportal.records.settings import Settings
from subportal.stage import write_if_changed

_PLACEHOLDER = re.compile(r"\{\w+\}")


def render_errors() -> str:
    """Return the page of all error codes, from the catalogue."""
    lines = [
        "# Mã lỗi / Error codes",
        "",
        "Mã bắt đầu bằng E là lỗi: trang không được dựng, bản cũ giữ nguyên. Mã bắt đầu bằng W là cảnh báo:",
        "bản xem thử vẫn dựng, bản phát hành (`--strict`) thì không. Dấu … thay cho giá trị gặp phải.",
        "",
        "A code with E is an error: nothing is built, the last site stays. A code with W is a warning: a",
        "preview is built, a production build (`--strict`) is not. The sign … stands for the value seen.",
        "",
        "Trang này được tạo từ `src/subportal/locale/errors.yml` (`make docs`). / Made by `make docs`.",
        "",
        "| Mã | Tiếng Việt | English |",
        "| --- | --- | --- |",
    ]
    for code in sorted(catalogue(), key=lambda code: code[1:]):
        entry = catalogue()[code]
        cells = [_PLACEHOLDER.sub("…", entry[language]).strip() for language in ("vi", "en")]
        lines.append(f"| {code} | {_cell(cells[0])} | {_cell(cells[1])} |")
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("……", "…").replace("{{", "{").replace("}}", "}")


def render_fields() -> str:
    """Return the page of all fields of pages and records, from their declarations."""
    lines = [
        "# Các trường / Fields",
        "",
        "Mỗi bản ghi là một tệp `content/records/<loại>/<mã>.yml`; mỗi trang mở đầu bằng khối `---`. Cột",
        "“Công khai” cho biết trường nào được đăng. Trường không ghi “có” không bao giờ rời khỏi kho.",
        "",
        "A record is a file `content/records/<kind>/<id>.yml`; a page opens with a `---` block. The column",
        "“Công khai” tells which fields are published; all others never leave the repository.",
        "",
        "Trang này được tạo từ `src/subportal/records/` (`make docs`). / Made by `make docs`.",
    ]
    for title, model in (
        ("portal.yml", Settings),
        ("Trang tiếng Việt / Vietnamese page", PageFacts),
        ("Bản dịch của trang / Translation of a page", PageTexts),
        ("Ảnh (tệp ảnh + .yml) / Picture (its file's name + .yml)", PictureFacts),
    ):
        lines += ["", f"## {title}", "", *_table(model)]
        for part in dict.fromkeys(_parts(model)) if model is Settings else ():
            lines += ["", f"### {title}: {part.__name__}", "", _first_line(part), "", *_table(part)]
    for name, kind in kinds().items():
        lines += ["", f"## {name}", "", _first_line(kind), "", *_table(kind)]
        for part in dict.fromkeys(_parts(kind)):
            lines += ["", f"### {name}: {part.__name__}", "", _first_line(part), "", *_table(part)]
    return "\n".join(lines) + "\n"


def _first_line(model: type[BaseModel]) -> str:
    return (model.__doc__ or "").strip().split("\n")[0]


def _table(model: type[BaseModel]) -> Iterator[str]:
    yield "| Trường / Field | Bắt buộc / Required | Công khai / Public | Nội dung / What it holds |"
    yield "| --- | --- | --- | --- |"
    for name, info in model.model_fields.items():
        if name == "id" and not issubclass(model, PageFacts) and "kind" in dir(model):
            continue
        public = any(isinstance(mark, Public) for mark in info.metadata)
        required = "có / yes" if info.is_required() else ""
        text = " ".join(descriptions(model).get(name, "").split())
        yield f"| `{name}` | {required} | {'có / yes' if public else ''} | {_cell(text)} |"


def _parts(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for info in model.model_fields.values():
        for part in _models(info.annotation):
            yield part
            yield from _parts(part)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _models(argument)


def main(folder: Path) -> None:
    """Write the pages into the handbook's folder."""
    write_if_changed(folder / "errors.md", render_errors().encode())
    write_if_changed(folder / "fields.md", render_fields().encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
