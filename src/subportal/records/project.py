"""Investment projects: what is offered, approved or planned, with capital, place and whom to ask."""

import datetime as dt
from typing import Annotated, ClassVar

from subportal.records.base import (
    Choice,
    Day,
    Identifier,
    Label,
    PartialDate,
    Passage,
    Public,
    Record,
    Ref,
    Text,
)
from subportal.records.quantity import Money, Quantity


class Sector(Choice):
    """The branch of the economy."""

    ENERGY = "energy", "Năng lượng", "Energy", "能源"
    AGRICULTURE = "agriculture", "Nông nghiệp", "Agriculture", "农业"
    FORESTRY = "forestry", "Lâm nghiệp", "Forestry", "林业"
    PROCESSING = "processing", "Chế biến", "Processing", "加工业"
    INDUSTRY = "industry", "Công nghiệp", "Industry", "工业"
    TOURISM = "tourism", "Du lịch", "Tourism", "旅游"
    TRADE = "trade", "Thương mại, dịch vụ", "Trade and services", "商贸服务"
    INFRASTRUCTURE = "infrastructure", "Hạ tầng", "Infrastructure", "基础设施"
    SOCIAL = "social", "Y tế, giáo dục", "Health and education", "医疗教育"


class ProjectState(Choice):
    """How far a project has come, as far as the sources show."""

    CALLING = "calling", "Kêu gọi đầu tư", "Open for investment", "招商"
    PLANNED = "planned", "Trong quy hoạch", "Planned", "规划中"
    APPROVED = "approved", "Được chấp thuận chủ trương", "Approved in principle", "已批准投资主张"
    UNDER_CONSTRUCTION = "under-construction", "Đang xây dựng", "Under construction", "在建"
    OPERATING = "operating", "Đang hoạt động", "In operation", "运营中"
    ENDED = "ended", "Đã dừng", "Ended", "已终止"


class InvestmentForm(Choice):
    """Who invests, and how."""

    DOMESTIC = "domestic", "Đầu tư trong nước", "Domestic investment", "国内投资"
    FOREIGN = "foreign", "Đầu tư nước ngoài", "Foreign investment", "外商投资"
    JOINT_VENTURE = "joint-venture", "Liên doanh", "Joint venture", "合资"
    PPP = "ppp", "Đối tác công tư", "Public-private partnership", "政府与社会资本合作"
    PUBLIC = "public", "Đầu tư công", "Public investment", "公共投资"


class Project(Record):
    """An investment project, with the particulars of Decree 43/2011/NĐ-CP, Article 10(1)."""

    kind: ClassVar[str] = "project"
    folder: ClassVar[str] = "projects"
    section: ClassVar[str] = "potential"
    thing: ClassVar[str] = "Project"
    list_title: ClassVar[Label] = Label("Danh mục dự án đầu tư", "Investment projects", "投资项目目录")
    list_description: ClassVar[Label] = Label(
        "Dự án kêu gọi đầu tư, trong quy hoạch và đã được chấp thuận, theo nguồn công khai có ngày tháng.",
        "Projects open for investment, planned and approved, according to dated public sources.",
        "招商、规划中和已获批准的投资项目，均据注明日期的公开来源。",
    )
    facets: ClassVar[tuple[str, ...]] = ("sector", "state", "places")
    in_list: ClassVar[tuple[str, ...]] = ("sector", "state", "capital", "as_of")
    sort_by: ClassVar[tuple[str, ...]] = ("as_of", "capital")

    summary: Annotated[Text | None, Public("Tóm tắt", "Summary", "摘要")] = None
    """What it is, in one or two sentences."""
    sector: Annotated[Sector, Public("Lĩnh vực", "Sector", "领域")]
    """The branch of the economy."""
    state: Annotated[ProjectState, Public("Tình trạng", "State", "状态")]
    """How far it has come, as far as the sources show."""
    as_of: Annotated[PartialDate, Public("Tính đến", "As of", "截至")]
    """The day, month or year for which all of this holds."""
    places: Annotated[tuple[Identifier, ...], Ref("place"), Public("Địa bàn", "Places", "地区")] = ()
    """Where, as far as the unit is certain."""
    location: Annotated[
        Text | None, Public("Địa điểm theo nguồn", "Location in the source", "来源所载地点")
    ] = None
    """Where, in the source's own words."""
    scale: Annotated[Quantity | None, Public("Quy mô", "Size", "规模")] = None
    """Capacity, output or the like."""
    area: Annotated[Quantity | None, Public("Diện tích", "Area", "面积")] = None
    """The area."""
    capital: Annotated[Money | None, Public("Tổng vốn", "Total capital", "总投资")] = None
    """The capital with currency and date."""
    form: Annotated[InvestmentForm | None, Public("Hình thức đầu tư", "Form of investment", "投资形式")] = (
        None
    )
    """Who invests, and how."""
    investor: Annotated[Text | None, Public("Nhà đầu tư", "Investor", "投资者")] = None
    """The organisation that invests; no private persons."""
    decision: Annotated[str | None, Public("Quyết định", "Decision", "决定")] = None
    """Number of the decision on it."""
    decided_on: Annotated[Day | None, Public("Ngày quyết định", "Date of decision", "决定日期")] = None
    """The day of the decision."""
    legal_basis: Annotated[
        tuple[Identifier, ...], Ref("document"), Public("Căn cứ pháp lý", "Legal basis", "法律依据")
    ] = ()
    """The documents on which it rests."""
    incentives: Annotated[Text | None, Passage(), Public("Ưu đãi", "Incentives", "优惠")] = None
    """Incentives that the sources name for it."""
    contact: Annotated[Identifier | None, Ref("agency"), Public("Đầu mối liên hệ", "Contact", "联系机关")] = (
        None
    )
    """The office that answers questions."""
    valid_until: Annotated[Day | None, Public("Hiệu lực đến", "Valid until", "有效期至")] = None
    """The last day on which the offer stands."""

    def is_stale(self, today: dt.date) -> bool:
        """Tell whether the offer has ended, or was last confirmed more than a year ago."""
        if self.valid_until:
            return self.valid_until < today
        year = dt.timedelta(days=366)
        return self.state is ProjectState.CALLING and self.as_of.last + year < today
