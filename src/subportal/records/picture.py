"""What is to be known of a picture: the file beside it, `photo.jpg.yml`."""

from typing import Annotated

from pydantic import Field

from subportal.records.base import Choice, Flag, Model, PartialDate, Public, Text, Url


class Licence(Choice):
    """By what right the picture is shown."""

    OWN = "own", "Ảnh của cơ quan", "The agency's own picture", "本机关图片"
    PERMISSION = (
        "permission",
        "Đăng với sự đồng ý của tác giả",
        "Published with the author's permission",
        "经作者授权发布",
    )
    CC_BY = "cc-by-4.0", "CC BY 4.0", "CC BY 4.0", "CC BY 4.0"
    CC_BY_SA = "cc-by-sa-4.0", "CC BY-SA 4.0", "CC BY-SA 4.0", "CC BY-SA 4.0"
    CC0 = "cc0-1.0", "CC0 1.0", "CC0 1.0", "CC0 1.0"
    PUBLIC_DOMAIN = "public-domain", "Thuộc về công chúng", "Public domain", "公有领域"


class PictureFacts(Model):
    """Rights and words of a picture in `content/media/`."""

    alt: Annotated[Text, Public("Lời tả", "Description", "图片说明")]
    """What the picture shows, for those who do not see it; in every language of the portal."""
    caption: Annotated[Text | None, Public("Chú thích", "Caption", "图注")] = None
    """The caption, where the page gives none."""
    credit: Annotated[Text, Public("Tác giả", "Credit", "图片作者")]
    """Who made it: a name, an agency."""
    licence: Annotated[Licence, Public("Quyền sử dụng", "Licence", "使用许可")]
    """By what right it is shown."""
    place: Annotated[Text | None, Public("Nơi chụp", "Place", "拍摄地点")] = None
    """Where it was taken."""
    taken: Annotated[PartialDate | None, Public("Ngày chụp", "Taken", "拍摄日期")] = None
    """The day, month or year on which it was taken."""
    publish_original: Annotated[Flag, Public("Cho tải ảnh gốc", "Original offered", "提供原图下载")] = False
    """True if readers may have the file as it was delivered; else only smaller copies are published."""
    source: str | None = None
    """How the picture came to us: a letter, a contract, a page; never published."""
    source_url: Url | None = None
    """Where the picture was found; never published."""
    people: Flag = False
    """True if somebody can be recognised in it; then `consent` is required."""
    consent: Annotated[str | None, Field(min_length=1)] = None
    """Where the consent of those who can be recognised is kept; never published."""
    note: str | None = None
    """A remark for editors; never published."""
