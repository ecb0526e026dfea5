"""The command, as `subportal` and as `python -m subportal`."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import Any, NoReturn

from subportal.cli import main


def run() -> NoReturn:
    """Run the command and end at once: to give a build's memory back piece by piece would take longer."""
    gc.disable()  # whoever runs for long switches it on
    code: Any = 0
    try:
        main()
    except SystemExit as ended:
        code = ended.code
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            stream.flush()
    os._exit(code or 0)


if __name__ == "__main__":
    run()
