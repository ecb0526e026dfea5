"""Questions to an index, by the portal's own script run in Node.js."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

ASK = Path(__file__).with_name("ask.mjs")


def ask(site: Path, questions: Mapping[str, Iterable[str]]) -> dict[str, dict[str, Any]]:
    """Return by language and question what is found, and what was loaded for it."""
    asked = json.dumps({language: list(found) for language, found in questions.items()})
    run = subprocess.run(
        ["node", str(ASK), str(site)],
        input=asked,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    answers: dict[str, dict[str, Any]] = json.loads(run.stdout)
    return answers
