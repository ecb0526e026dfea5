"""Compare this generator with others on the same articles, and write `docs/benchmarks.md` and `.svg`.

`make bench` runs it; `make bench BENCH="--sizes 300 --peers subportal,hugo"` runs a part.
"""

from __future__ import annotations

import argparse
import os
import platform
import shlex
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from articles import ROOT
from install import install, version_of
from peers import PEERS
from peers.peer import BENCH, drop_aside
from plot import draw
from report import format_report
from results import Results, load
from rounds import baseline, run_rounds
from scale import SIZES, run_scale


def main() -> None:
    """Install, measure, write."""
    options = _options()
    saved = BENCH / "results.json"
    if options.report:
        results = load(saved)
    else:
        keys = baseline(options.peers)
        results = Results(
            command=shlex.join(
                ["make", "bench", *([f"BENCH={shlex.join(sys.argv[1:])}"] if sys.argv[1:] else [])]
            ),
            machine=describe_machine(),
            peers={
                key: {
                    "name": PEERS[key].name,
                    "package": PEERS[key].package,
                    "version": version_of(PEERS[key]),
                    "remarks": PEERS[key].remarks,
                }
                for key in keys
            },
        )
        for key, reason in install([PEERS[key] for key in keys]).items():
            results.drop(key, None, reason)
        ready = [key for key in keys if key not in results.dropped]
        run_rounds(results, ready, options.sizes, options.rounds, options.time_limit)
        if options.scale is not None:
            run_scale(results, tuple(options.scale), options.time_limit * 10)
        results.machine["load of the machine at the end"] = _load()
        drop_aside()
        results.save(saved)
    report = format_report(results)
    options.output.mkdir(parents=True, exist_ok=True)
    (options.output / "benchmarks.md").write_text(report, "utf-8")
    (options.output / "benchmarks.svg").write_text(draw(results), "utf-8")
    print(report)


def describe_machine() -> dict[str, str]:
    """Return what kind of machine this is, not which."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    try:
        system = platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        system = platform.system()
    return {
        "processors": f"{os.cpu_count()} ({platform.machine()})",
        "memory": f"{memory:.0f} GiB",
        "system": system,
        "Python": f"{platform.python_version()}, {_origin()}",
        "Node.js": _node(),
        "load of the machine at the start": _load(),
    }


def _origin() -> str:
    """Return whose Python it is: how it was built tells in the times, too."""
    return "the system's own" if sys.base_prefix == "/usr" else "not the system's own"


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}"


def _node() -> str:
    try:
        return subprocess.run(
            ["node", "--version"], capture_output=True, text=True, check=True
        ).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return "none"


def _sizes(text: str) -> list[int]:
    return sorted({int(one) for one in text.split(",")})


def _peers(text: str) -> list[str]:
    keys = text.split(",")
    unknown = sorted(set(keys) - PEERS.keys())
    if unknown:
        message = f"{', '.join(unknown)}: not among {', '.join(PEERS)}"
        raise argparse.ArgumentTypeError(message)
    return keys


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Compare static site generators on the same articles.")
    parser.add_argument(
        "--sizes", type=_sizes, default=[300, 3_000, 9_000], help="numbers of articles, by commas"
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peers", type=_peers, default=list(PEERS), help=f"of {','.join(PEERS)}")
    parser.add_argument("--time-limit", type=float, default=300, help="seconds for one build")
    scale = ",".join(map(str, SIZES))
    parser.add_argument(
        "--scale", type=_sizes, nargs="?", const=list(SIZES), help=f"cost of a page of ours at {scale}"
    )
    parser.add_argument("--report", action="store_true", help="write the last results again, measure nothing")
    parser.add_argument("--output", type=Path, default=ROOT / "docs", help="where the report goes")
    return parser.parse_args()


if __name__ == "__main__":
    main()
