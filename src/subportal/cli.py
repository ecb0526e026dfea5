"""The command `subportal`: parses, calls, prints."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from subportal.check import check_content
from subportal.issues import FORMATS, has_errors

app = typer.Typer(no_args_is_help=True, add_completion=False)
LANGUAGES = ("vi", "en", "zh")


def _today() -> dt.date:
    return dt.datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date()


@app.callback()
def _root() -> None:
    """Build."""


@app.command()
def check(format: Annotated[str, typer.Option("--format")] = "text") -> None:
    checked = check_content(Path("content"), languages=LANGUAGES, today=_today())
    print(FORMATS[format](checked.issues))
    raise typer.Exit(1 if has_errors(checked.issues) else 0)


def main() -> None:
    sys.stdout.reconfigure(encoding="utf-8")
    app()
