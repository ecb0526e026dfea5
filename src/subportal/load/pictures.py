"""Read pictures and the files beside them that tell whose they are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from subportal.issues import Issue, Position, issue
from subportal.load.fields import read_model
from subportal.load.yamltext import YamlText
from subportal.media.picture import Picture, is_photograph
from subportal.records.picture import PictureFacts


def read_picture(root: Path, relative: str, issues: list[Issue], data: bytes | None = None) -> Picture | None:
    """Read what a picture's file tells of it, without decoding it; report what cannot be shown."""
    from subportal.media import inspection  # noqa: PLC0415  (Pillow is loaded where there are pictures)

    position = Position(f"{root.name}/{relative}")
    name = relative.partition("/")[2]
    if data is None:
        data = (root / relative).read_bytes()
    try:
        found = inspection.inspect(name, data)
    except inspection.BrokenError as error:
        issues.append(issue("E010", position, problem=error))
        return None
    except inspection.HugeError:
        issues.append(issue("E011", position, limit=inspection.LIMIT // 1_000_000))
        return None
    if found.moving:
        issues.append(issue("W015", position))
    if not is_photograph(name):
        parts = list(dict.fromkeys(inspection.unsafe_parts(data)))
        issues.extend(issue("E012", position, value=part) for part in parts)
    return found.picture


def read_picture_facts(
    parsed: YamlText, issues: list[Issue], languages: Sequence[str]
) -> PictureFacts | None:
    """Read rights and words of a picture; the description is needed in every language."""
    facts = read_model(PictureFacts, parsed, issues, languages=languages)
    if facts is None:
        return None
    issues.extend(
        issue("E107", parsed.position(["alt"]), f"alt.{language}", key=language)
        for language in languages
        if language not in facts.alt
    )
    if facts.people and not facts.consent:
        issues.append(issue("E107", parsed.position(["people"]), "consent", key="consent"))
    return facts
