"""What must never be in the repository: classification marks, personal telephone numbers.

Law on the Protection of State Secrets; Law 91/2025/QH15 on personal data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from subportal.issues import Issue, issue
from subportal.load.source import Source
from subportal.rules.places import in_text

_MARK = re.compile(r"(?<!\w)(?:TUYỆT MẬT|TỐI MẬT|MẬT)(?!\w)")
_MOBILE = re.compile(r"(?<![\w/.-])(?:\+?84|0)[ .]?[35789]\d(?:[ .]?\d){7}(?![\w/-])")
_ADDRESS = re.compile(r"https?://\S+")


def check_secrecy(source: Source) -> Iterator[Issue]:
    """No file bears a classification mark (in capitals) or a Vietnamese mobile number."""
    for found in _MARK.finditer(source.text):
        position = in_text(source.path, source.text, found.start())
        yield issue("E401", position, value=found[0])
    addresses = [found.span() for found in _ADDRESS.finditer(source.text)]
    for found in _MOBILE.finditer(source.text):
        if not any(start <= found.start() < end for start, end in addresses):
            position = in_text(source.path, source.text, found.start())
            yield issue("E402", position, value=found[0])
