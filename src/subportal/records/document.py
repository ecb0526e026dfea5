"""Legal and administrative documents."""

from enum import StrEnum
from typing import Annotated, ClassVar

from subportal.records.base import Day, Identifier, Media, Public, Record, Ref, Text, Url


class DocumentForm(StrEnum):
    """The form of a document in Vietnamese law, or of an international one."""

    CONSTITUTION = "constitution"
    LAW = "law"
    RESOLUTION = "resolution"
    DECREE = "decree"
    DECISION = "decision"
    DIRECTIVE = "directive"
    CIRCULAR = "circular"
    PLAN = "plan"
    CONCLUSION = "conclusion"
    CONVENTION = "convention"
    AGREEMENT = "agreement"
    PROTOCOL = "protocol"
    TREATY = "treaty"
    DECLARATION = "declaration"


class DocumentStatus(StrEnum):
    """Whether a document applies, as far as the sources show."""

    IN_FORCE = "in-force"
    AMENDED = "amended"
    EXPIRED = "expired"
    HISTORICAL = "historical"
    UNVERIFIED = "unverified"


class Document(Record):
    """A document with the particulars that Decree 43/2011/NĐ-CP, Article 10(1)(e) asked for."""

    kind: ClassVar[str] = "document"
    folder: ClassVar[str] = "documents"
    section: ClassVar[str] = "documents"
    thing: ClassVar[str] = "Legislation"
    list_page: ClassVar[str] = "all"
    facets: ClassVar[tuple[str, ...]] = ("form", "status")
    sort_by: ClassVar[tuple[str, ...]] = ("issued",)

    number: Annotated[str | None, Public("Số, ký hiệu", "Number", "文号")] = None
    """Number and symbol, untranslated; none for treaties."""
    form: Annotated[DocumentForm, Public("Hình thức", "Form", "文件形式")]
    """Law, decree, decision …"""
    issuer: Annotated[Identifier | None, Ref("agency"), Public("Cơ quan ban hành", "Issuer", "颁布机关")] = (
        None
    )
    """Who issued it."""
    parties: Annotated[Text | None, Public("Các bên", "Parties", "缔约方")] = None
    """Who concluded it, for international documents."""
    issued: Annotated[Day | None, Public("Ngày ban hành", "Date of issue", "颁布日期")] = None
    """Date of issue or signature."""
    in_force: Annotated[Day | None, Public("Ngày có hiệu lực", "In force from", "生效日期")] = None
    """First day in force."""
    expired_on: Annotated[Day | None, Public("Hết hiệu lực", "Expired on", "失效日期")] = None
    """First day no longer in force."""
    status: Annotated[DocumentStatus, Public("Tình trạng", "Status", "效力状态")]
    """Whether it applies, as far as the sources show."""
    abstract: Annotated[Text, Public("Trích yếu", "Abstract", "摘要")]
    """What it is about, in one sentence."""
    summary: Annotated[Text | None, Public("Nội dung chính", "Main points", "主要内容")] = None
    """What matters of it to a reader of the portal."""
    replaces: Annotated[tuple[Identifier, ...], Ref("document"), Public("Thay thế", "Replaces", "取代")] = ()
    """Documents that it replaces."""
    replaced_by: Annotated[
        tuple[Identifier, ...], Ref("document"), Public("Bị thay thế bởi", "Replaced by", "被取代")
    ] = ()
    """Documents that replace it."""
    amends: Annotated[tuple[Identifier, ...], Ref("document"), Public("Sửa đổi", "Amends", "修改")] = ()
    """Documents that it amends."""
    amended_by: Annotated[
        tuple[Identifier, ...], Ref("document"), Public("Được sửa đổi bởi", "Amended by", "被修改")
    ] = ()
    """Documents that amend it."""
    plan: Annotated[Identifier | None, Ref("plan"), Public("Kế hoạch", "Plan", "计划")] = None
    """The plan that the document is."""
    official_url: Annotated[Url | None, Public("Bản chính thức", "Official text", "官方文本")] = None
    """Where the official text stands."""
    file: Annotated[str | None, Media(), Public("Tệp", "File", "文件下载")] = None
    """The text as a file in `content/media/`, from there: `documents/93-kh-ubnd.pdf`."""
