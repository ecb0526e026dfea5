"""Languages in which a publication or a broadcast comes out."""

from subportal.records.base import Choice


class Language(Choice):
    """A language, by its code."""

    VI = "vi", "tiếng Việt", "Vietnamese", "越南语"
    EN = "en", "tiếng Anh", "English", "英语"
    ZH = "zh", "tiếng Trung", "Chinese", "中文"
    LO = "lo", "tiếng Lào", "Lao", "老挝语"
    FR = "fr", "tiếng Pháp", "French", "法语"
    KO = "ko", "tiếng Hàn", "Korean", "韩语"
    JA = "ja", "tiếng Nhật", "Japanese", "日语"
    TH = "th", "tiếng Thái Lan", "Thai (of Thailand)", "泰语"
    ETHNIC = "ethnic", "tiếng dân tộc", "an ethnic language", "少数民族语言"
