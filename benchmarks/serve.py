"""Measure how long the preview needs from saving an edit until the served page shows it.

`python benchmarks/serve.py --size 300`
"""

from __future__ import annotations

import argparse
import http.client
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent))
from peers import PEERS
from peers.peer import BENCH
from results import number
from rounds import append

POLL = 0.005
"""Seconds between two requests."""
PATH = "/thongtindoingoai/news/bulletin-{:05}/"


def main() -> None:
    """Serve, edit, wait, and print the median."""
    parser = argparse.ArgumentParser(description="Time from saving an edit until the preview shows it.")
    parser.add_argument("--size", type=int, default=300, help="number of articles")
    parser.add_argument("--edits", type=int, default=10)
    parser.add_argument(
        "--time-limit", type=float, default=300, help="seconds for the first build or an edit"
    )
    options = parser.parse_args()
    peer = PEERS["subportal"]
    folder = BENCH / "serve"
    peer.lay_out(folder, options.size)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = str(Path(sys.executable).with_name("subportal"))
    with (BENCH / "serve.log").open("wb") as log:
        server = subprocess.Popen(
            [program, "serve", "-C", str(folder), "--port", str(port)], stdout=log, stderr=subprocess.STDOUT
        )
        try:
            _wait(port, 0, "", options.time_limit, server)
            times = []
            for turn in range(options.edits):
                name = turn % (options.size // 3)
                marker = f"edited{turn}now"
                time.sleep(0.5)
                start = time.perf_counter()
                append(peer, folder, name, marker)
                _wait(port, name, marker, options.time_limit, server)
                times.append(time.perf_counter() - start)
                print(f"edit {turn + 1}: {number(times[-1])} s", file=sys.stderr, flush=True)
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(30)
    print(
        f"From saving to seeing, {options.size:,} articles, {len(times)} edits: "
        f"median {number(median(times))} s, {number(min(times))} to {number(max(times))} s"
    )


def _wait(port: int, turn: int, marker: str, limit: float, server: subprocess.Popen[bytes]) -> None:
    """Ask for the article of this turn until it has the marker."""
    end = time.monotonic() + limit
    while time.monotonic() < end:
        if server.poll() is not None:
            sys.exit(f"subportal serve ended with {server.returncode}; see {BENCH / 'serve.log'}")
        text = _get(port, PATH.format(turn))
        if text is not None and marker in text:
            return
        time.sleep(POLL)
    sys.exit(f"not served within {limit:g} s")


def _get(port: int, path: str) -> str | None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        text = answer.read().decode("utf-8", "replace")
    except OSError:
        return None
    else:
        return text if answer.status == http.client.OK else None
    finally:
        connection.close()


if __name__ == "__main__":
    main()
