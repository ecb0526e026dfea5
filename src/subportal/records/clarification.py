"""Clarifications: what is so, with evidence, where something wrong has been said."""

from typing import Annotated, ClassVar

from subportal.records.base import (
    Day,
    Identifier,
    Label,
    Passage,
    Public,
    Record,
    Ref,
    Text,
)


class Clarification(Record):
    """A clarification (Circular 22/2016/TT-BTTTT); it never leads to the source that it clarifies."""

    kind: ClassVar[str] = "clarification"
    folder: ClassVar[str] = "clarifications"
    section: ClassVar[str] = "news"
    thing: ClassVar[str] = "NewsArticle"
    list_title: ClassVar[Label] = Label("Thông tin giải thích, làm rõ", "Clarifications", "情况说明")
    list_description: ClassVar[Label] = Label(
        "Thông tin giải thích, làm rõ đã công bố: vấn đề, sự việc, bằng chứng và văn bản.",
        "Published clarifications: the point, the facts, the evidence and the documents.",
        "已公布的情况说明：问题、事实、证据和文件。",
    )
    facets: ClassVar[tuple[str, ...]] = ("date",)
    in_list: ClassVar[tuple[str, ...]] = ("date", "issuer")
    newest_by: ClassVar[str] = "date"
    sort_by: ClassVar[tuple[str, ...]] = ("date",)

    date: Annotated[Day, Public("Ngày công bố", "Published on", "公布日期")]
    """The day of publication."""
    issuer: Annotated[Identifier, Ref("agency"), Public("Cơ quan công bố", "Issuer", "公布机关")]
    """Who clarifies."""
    summary: Annotated[Text, Public("Vấn đề", "The point", "问题")]
    """The point that is clarified, told fairly and without naming who said otherwise."""
    findings: Annotated[Text, Passage(), Public("Sự việc", "The facts", "事实")]
    """What is so."""
    evidence: Annotated[tuple[Text, ...], Passage(), Public("Bằng chứng", "Evidence", "证据")] = ()
    """What proves it."""
    documents: Annotated[tuple[Identifier, ...], Ref("document"), Public("Văn bản", "Documents", "文件")] = ()
    """The documents that prove it."""
    figures: Annotated[tuple[Identifier, ...], Ref("figure"), Public("Số liệu", "Figures", "数据")] = ()
    """The figures that prove it."""
    spokesperson: Annotated[
        Identifier | None, Ref("person"), Public("Người phát ngôn", "Spokesperson", "发言人")
    ] = None
    """Who is quoted."""
