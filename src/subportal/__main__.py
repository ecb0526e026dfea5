"""The command, as `subportal` and as `python -m subportal`."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import Any, NoReturn

from subportal.engine.ahead import Ahead, look_ahead


def run() -> NoReturn:
    """Run the command and end at once: to give a build's memory back piece by piece would take longer."""
    gc.disable()  # whoever runs for long switches it on; to load the program leaves no garbage either
    ahead = _look_ahead(sys.argv[1:])
    from subportal.cli import main  # noqa: PLC0415

    code: Any = 0
    try:
        main(ahead)
    except SystemExit as ended:
        code = ended.code
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            stream.flush()
    os._exit(code or 0)


def _look_ahead(arguments: list[str]) -> Ahead | None:
    """Look at the files of the project in the current folder, if that is to be built."""
    if arguments[:1] != ["build"] or any(one.startswith(("-C", "--root")) for one in arguments):
        return None
    return look_ahead(os.getcwd())  # noqa: PTH109  (pathlib is not loaded yet)


if __name__ == "__main__":
    run()
