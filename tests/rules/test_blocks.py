"""Own blocks in pages: which an author may write, in which forms, and with what in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from subportal.check import check_content
from subportal.issues import Issue
from subportal.public import project
from subportal.stage import render_stage
from tests.projects import LANGUAGES, PAGE, TODAY, write_content
from tests.records.samples import SAMPLES

VI = "vi/general/page.md"


def issues(folder: Path, text: str) -> tuple[Issue, ...]:
    content = write_content(folder, {**SAMPLES, VI: f"{PAGE}\n{text}\n", "media/nui.svg": "<svg/>"})
    found = check_content(content, languages=LANGUAGES, today=TODAY).issues
    return tuple(one for one in found if one.code != "W306")


@pytest.mark.parametrize("name", ["cards", "listing", "chart", "figure-table"])
@pytest.mark.parametrize("content", ["items: []", "a", ""])
def test_a_block_of_the_generator_is_refused(tmp_path: Path, name: str, content: str) -> None:
    (found,) = issues(tmp_path, f"```{name}\n{content}\n```")
    assert (found.code, found.position.line) == ("E208", 13)
    assert name in found.en


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("```facts\n- {label: a, value: b, lang: 'en\" onclick=\"x'}\n```", "E105"),
        ("```timeline\n- {date: a, text: b, datetime: '\"><script>x</script>'}\n```", "E106"),
        ("```timeline\n- {date: a, text: b, datetime: 28/6/1909}\n```", "E106"),
        ("```bilingual\n- {vi: a, 'en\"><script>': b}\n```", "E105"),
        ("~~~facts\nA: [\n~~~", "E208"),
        ("- mục\n\n  ````facts\n  A: [\n  ````", "E208"),
        ("## a {onclick=alert(1)}", "E209"),
        ("## a {style=x .b #c}", "E209"),
    ],
)
def test_what_could_run_in_a_page_is_told(tmp_path: Path, text: str, code: str) -> None:
    assert [one.code for one in issues(tmp_path, text)] == [code]


@pytest.mark.parametrize(
    "text",
    [
        "```timeline\n- {date: a, text: b, datetime: '1909-06-28'}\n```",
        "```facts\n- {label: a, value: b, lang: zh-Hans}\n```",
        "## a {.b #c}",
        "```python\nx\n```",
    ],
)
def test_what_is_right_passes(tmp_path: Path, text: str) -> None:
    assert issues(tmp_path, text) == ()


@pytest.mark.parametrize(
    ("opening", "closing"), [("~~~figures", "~~~"), ("``` figures", "```"), ("````figures", "````")]
)
@pytest.mark.parametrize("indent", ["", "> ", "  "])
def test_figures_are_filled_in_however_the_block_is_written(
    tmp_path: Path, opening: str, closing: str, indent: str
) -> None:
    block = "\n".join(f"{indent}{line}" for line in (opening, "- dien-tich", closing))
    text = f"- mục\n\n{block}" if indent == "  " else block
    files = {**SAMPLES, VI: f"{PAGE}\n{text}\n"}
    checked = check_content(write_content(tmp_path, files), languages=LANGUAGES, today=TODAY)
    assert checked.issues == ()
    assert checked.portal is not None
    staged = dict(render_stage(project(checked.portal)))[VI].decode()
    assert f"{indent}````figure-table\n{indent}[\n" in staged
    assert "9.068,73" in staged
    assert closing not in staged.replace("````", "") or closing == "````"


def test_figures_in_a_block_must_be_shown(tmp_path: Path) -> None:
    assert [one.code for one in issues(tmp_path, "~~~figures\n- khong-co\n~~~")] == ["E201"]
