"""Persons in office: spokespersons and other contacts, with what is official only."""

from typing import Annotated, ClassVar

from subportal.records.base import (
    Choice,
    Day,
    Identifier,
    Label,
    Public,
    Record,
    Ref,
    Text,
)


class PersonRole(Choice):
    """Why the portal names the person."""

    SPOKESPERSON = "spokesperson", "Người phát ngôn", "Spokesperson", "发言人"
    AUTHORISED = (
        "authorised",
        "Người được ủy quyền phát ngôn",
        "Authorised spokesperson",
        "受权发言人",
    )
    CONTACT = "contact", "Đầu mối liên hệ", "Contact", "联系人"


class Person(Record):
    """A person in office (Decree 244/2026/NĐ-CP, Article 3): name, position, office telephone and e-mail."""

    kind: ClassVar[str] = "person"
    folder: ClassVar[str] = "people"
    section: ClassVar[str] = "general"
    thing: ClassVar[str] = "Person"
    list_title: ClassVar[Label] = Label("Người phát ngôn", "Spokespersons", "发言人")
    list_description: ClassVar[Label] = Label(
        "Người phát ngôn và đầu mối liên hệ: chức vụ, điện thoại cơ quan, thư điện tử công vụ.",
        "Spokespersons and contacts: position, office telephone and official e-mail.",
        "发言人和联系人：职务、办公电话、公务电子邮箱。",
    )
    facets: ClassVar[tuple[str, ...]] = ("role", "agency")
    in_list: ClassVar[tuple[str, ...]] = ("role", "position", "agency")

    role: Annotated[PersonRole, Public("Vai trò", "Role", "职责")]
    """Spokesperson, authorised spokesperson or contact."""
    position: Annotated[Text, Public("Chức vụ", "Position", "职务")]
    """The office held."""
    agency: Annotated[Identifier, Ref("agency"), Public("Cơ quan", "Agency", "机关")]
    """Where."""
    telephone: Annotated[str | None, Public("Điện thoại cơ quan", "Office telephone", "办公电话")] = None
    """The office telephone."""
    email: Annotated[str | None, Public("Thư điện tử công vụ", "Official e-mail", "公务电子邮箱")] = None
    """The official e-mail address."""
    since: Annotated[Day | None, Public("Từ ngày", "Since", "任职日期")] = None
    """Since when, by the decision."""
