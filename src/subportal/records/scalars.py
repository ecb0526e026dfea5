"""Values of one line: days, flags, addresses, identifiers; and that a span ends after it starts."""

import datetime as dt
import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError


def _read_day(value: object) -> object:
    if isinstance(value, dt.date):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("bad_date", "bad date", {})


def _read_flag(value: object) -> object:
    flags = {"true": True, "false": False}
    if isinstance(value, str) and value in flags:
        return flags[value]
    if isinstance(value, bool):
        return value
    raise PydanticCustomError("wrong_type", "wrong type", {"expected": "bool_type"})


def _check_url(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"]+", value):
        raise PydanticCustomError("bad_url", "bad address", {})
    return value


def _check_email(value: str) -> str:
    if not re.fullmatch(r"[^\s<>\"@,;?&]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+", value):
        raise PydanticCustomError("bad_email", "bad e-mail address", {})
    return value


def _check_reference(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", value):
        raise PydanticCustomError("bad_id", "bad id", {})
    return value


Day = Annotated[dt.date, BeforeValidator(_read_day)]
Flag = Annotated[bool, BeforeValidator(_read_flag)]
Url = Annotated[str, AfterValidator(_check_url)]
Email = Annotated[str, AfterValidator(_check_email)]
Identifier = Annotated[str, AfterValidator(_check_reference)]


def check_order(starts_on: dt.date | None, ends_on: dt.date | None) -> None:
    """Raise the fault of a span that ends before it starts, told at `ends_on`."""
    if starts_on and ends_on and ends_on < starts_on:
        raise PydanticCustomError(
            "ends_before_start",
            "ends before it starts",
            {"at": "ends_on", "value": str(ends_on), "start": str(starts_on)},
        )
