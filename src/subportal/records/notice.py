"""A notice on every page for some days: a planned outage, a storm warning, the closing days of Tết."""

from typing import Self

from pydantic import model_validator

from subportal.records.base import Day, Model, Text
from subportal.records.marks import Choice
from subportal.records.scalars import check_order


class Level(Choice):
    """How grave a notice is."""

    INFO = "info", "Thông báo", "Notice", "通知"
    WARNING = "warning", "Cảnh báo", "Warning", "预警"
    EMERGENCY = "emergency", "Khẩn cấp", "Urgent", "紧急"


class Notice(Model):
    """A notice that every page shows from one day to another."""

    text: Text
    """What readers are told, in a sentence or two."""
    starts_on: Day
    """The first day on which it is shown (Asia/Ho_Chi_Minh)."""
    ends_on: Day
    """The last day on which it is shown."""
    level: Level = Level.INFO
    """`info`, `warning` or `emergency`."""
    link: str | None = None
    """Where more is said: a page (`news/2026/storm.md`), a record (`kind:id`) or a web address."""

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        check_order(self.starts_on, self.ends_on)
        return self
