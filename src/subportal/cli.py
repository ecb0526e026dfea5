"""The command `subportal`: parses, calls, prints.

Exit codes: 0 fine, 1 faults in the content, 2 wrong usage, 3 the engine or a target failed.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn
from zoneinfo import ZoneInfo

import typer

from subportal import __version__
from subportal.check import Checked, check_content
from subportal.editor.stamp import stamp as stamp_translations
from subportal.engine.ahead import Ahead
from subportal.engine.build import build as build_site
from subportal.engine.progress import Progress
from subportal.engine.project import Project, ProjectError, load_project
from subportal.issues import FORMATS, format_refusal, has_errors
from subportal.locale.strings import check_strings
from subportal.status import format_csv, format_json, format_text, take_status

FAULTS, USAGE, FAILED = 1, 2, 3
TIME_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Dựng cổng thông tin đối ngoại. / Build a foreign-information subportal.",
)
translate = typer.Typer(no_args_is_help=True, help="Bản dịch. / Translations.")
app.add_typer(translate, name="translate")


class IssueFormat(StrEnum):
    """How issues are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"


class StatusFormat(StrEnum):
    """How the status is printed."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        message = f"{text}: cần dạng 2026-11-21 / must look like 2026-11-21"
        raise typer.BadParameter(message) from None


Root = Annotated[
    Path,
    typer.Option(
        "--root",
        "-C",
        exists=True,
        file_okay=False,
        help="Thư mục dự án. / The project's folder.",
    ),
]
Today = Annotated[
    dt.date | None,
    typer.Option(parser=_day, metavar="DATE", help="Dựng như vào ngày này. / Build as on this day."),
]
Strict = Annotated[
    bool,
    typer.Option(
        "--strict",
        help="Bản phát hành: cảnh báo cũng là lỗi. / Production: warnings are errors too.",
    ),
]


def _print(text: str, *, error: bool = False) -> None:
    stream = sys.stderr if error else sys.stdout
    if text:
        stream.write(f"{text}\n")


def _fail(message: str, code: int) -> NoReturn:
    _print(message, error=True)
    raise typer.Exit(code)


def _project(root: Path, *, site_url: str | None = None, output: Path | None = None) -> Project:
    try:
        return load_project(root.resolve(), site_url=site_url, site=output and output.resolve())
    except ProjectError as error:
        _fail(str(error), USAGE)


def _now(today: dt.date | None) -> dt.date:
    return today or dt.datetime.now(TIME_ZONE).date()


def _check(project: Project, today: dt.date | None) -> Checked:
    checked = check_content(project.content, languages=project.languages, today=_now(today))
    strings = tuple(check_strings(project.languages))
    return Checked(checked.portal, (*strings, *checked.issues))


def _version(wanted: bool) -> None:
    if wanted:
        _print(__version__)
        raise typer.Exit


@app.callback()
def _root_command(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="In số phiên bản. / Print the version."
        ),
    ] = False,
) -> None:
    """Take the options of all commands."""


@app.command()
def build(
    context: typer.Context,
    root: Root = Path(),
    today: Today = None,
    strict: Strict = False,
    language: Annotated[
        list[str] | None,
        typer.Option(help="Chỉ dựng ngôn ngữ này. / Build this language only."),
    ] = None,
    site_url: Annotated[str | None, typer.Option(help="Địa chỉ phát hành. / Address of publication.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Thư mục kết quả. / Where to write.")
    ] = None,
    clean: Annotated[bool, typer.Option("--clean", help="Dựng lại từ đầu. / Build all of it anew.")] = False,
    timings: Annotated[
        bool, typer.Option("--timings", help="In thời gian từng bước. / Print where the time went.")
    ] = False,
) -> None:
    """Dựng trang từ content/ vào build/site. / Build the site from content/ into build/site."""
    project = _project(root, site_url=site_url, output=output)
    unknown = set(language or ()) - set(project.languages)
    if unknown:
        _fail(f"--language: {', '.join(sorted(unknown))} ∉ {', '.join(project.languages)}", USAGE)
    progress = Progress()
    built = build_site(
        project,
        today=_now(today),
        strict=strict,
        languages=language or (),
        clean=clean,
        progress=progress,
        ahead=context.obj,
    )
    _print(FORMATS["text"](built.checked.issues), error=True)
    if has_errors(built.checked.issues, strict=strict) or built.checked.portal is None:
        _fail(
            "Nội dung có lỗi, trang cũ giữ nguyên. / The content has faults; the last site stays.",
            FAULTS,
        )
    if built.faults:
        _print(FORMATS["text"](built.faults), error=True)
        _fail("Dừng, trang cũ giữ nguyên. / Stopped; the last site stays.", FAILED)
    _print(f"{built.pages} trang / pages ({built.rendered} mới / new): {project.site}")
    if timings:
        _print(progress.format_timings())


@app.command()
def serve(
    root: Root = Path(),
    today: Today = None,
    host: Annotated[str, typer.Option(help="Máy chủ. / Host.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Cổng. / Port.")] = 8000,
) -> None:
    """Xem thử, tự dựng lại khi có thay đổi. / Preview; every edit is built at once."""
    from subportal.engine.serve import serve as serve_site  # noqa: PLC0415  (a server; only here)

    serve_site(_project(root), today=lambda: _now(today), host=host, port=port)


@app.command()
def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Chỉ báo lỗi của các tệp này. / Report on these files only."),
    ] = None,
    root: Root = Path(),
    today: Today = None,
    strict: Strict = False,
    form: Annotated[
        IssueFormat, typer.Option("--format", help="Dạng in. / Output format.")
    ] = IssueFormat.TEXT,
) -> None:
    """Kiểm tra nội dung, báo mọi lỗi cùng lúc. / Check the content; all faults at once."""
    project = _project(root)
    issues = _check(project, today).issues
    if paths:
        missing = [str(path) for path in paths if not path.exists()]
        if missing:
            _fail(f"{', '.join(missing)}: không có / does not exist", USAGE)
        asked = tuple(_name(project, path) for path in paths)
        issues = tuple(
            found
            for found in issues
            if any(
                found.position.path == name or found.position.path.startswith(f"{name}/") for name in asked
            )
        )
    _print(FORMATS[form](issues))
    raise typer.Exit(FAULTS if has_errors(issues, strict=strict) else 0)


def _name(project: Project, path: Path) -> str:
    try:
        return path.resolve().relative_to(project.root).as_posix()
    except ValueError:
        _fail(f"{path}: không thuộc dự án / is not in the project", USAGE)


@app.command()
def status(
    root: Root = Path(),
    today: Today = None,
    form: Annotated[
        StatusFormat, typer.Option("--format", help="Dạng in. / Output format.")
    ] = StatusFormat.TEXT,
) -> None:
    """Tình hình dịch, duyệt, rà soát, thời hạn. / Translations, approvals, reviews, deadlines."""
    project = _project(root)
    checked = _check(project, today)
    if checked.portal is None:
        _print(FORMATS["text"](checked.issues), error=True)
        raise typer.Exit(FAULTS)
    taken = take_status(checked.portal)
    match form:
        case StatusFormat.TEXT:
            _print(format_text(taken, project.languages))
        case StatusFormat.JSON:
            _print(format_json(taken))
        case StatusFormat.CSV:
            _print(format_csv(taken, project.languages).rstrip("\n"))


@translate.command("stamp")
def stamp(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Tệp dịch hoặc bản ghi. / Translations or records."),
    ] = None,
    root: Root = Path(),
    everything: Annotated[bool, typer.Option("--all", help="Mọi bản dịch. / All translations.")] = False,
) -> None:
    """Ghi nhận bản dịch khớp bản gốc hiện tại. / Record that a translation matches its original."""
    if not paths and not everything:
        _fail("Cần tên tệp hoặc --all. / Name files, or --all.", USAGE)
    project = _project(root)
    checked = _check(project, None)
    if checked.portal is None:
        _print(FORMATS["text"](checked.issues), error=True)
        raise typer.Exit(FAULTS)
    only = frozenset(_name(project, path) for path in paths or ())
    for name in stamp_translations(checked.portal, project.root, only):
        _print(name)


def main(ahead: Ahead | None = None) -> None:
    """Run the command with UTF-8 on every console: Windows' code pages cannot write Vietnamese."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # to look for some, all packages are read
    try:
        app(obj=ahead)
    except OSError as error:
        _print(format_refusal(error), error=True)
        sys.exit(FAILED)
