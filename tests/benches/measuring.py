"""Commands measured side by side, in turns: A B A B, so that a busy moment of the machine hits both."""

import resource
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
PEERS = TOP / "tests" / "benches" / "peers"
# Where the benchmarks build; nothing else does, so that cold means cold.
TARGET = TOP / "target" / "benches"


@dataclass
class Sample:
    """What one run took, in seconds."""

    wall: float
    cpu: float


def run(command, folder=TOP, env=None, stdout=subprocess.DEVNULL):
    """Runs a command to its end; one that fails ends the benchmark with what it said."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    done = subprocess.run(command, cwd=folder, env=env, stdout=stdout, stderr=subprocess.PIPE, text=True)
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        shown = " ".join(map(str, command))
        sys.exit(f"{shown}\nin {folder} ended with {done.returncode}:\n{done.stderr}")
    return Sample(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def in_turns(rounds, contestants, note=""):
    """Runs each of the functions that many times, in turns; the median of each one's samples."""
    samples = [[] for _ in contestants]
    for number in range(rounds):
        progress(f"{note} {number + 1}/{rounds}")
        for taken, contestant in zip(samples, contestants):
            taken.append(contestant())
    progress("")
    return [
        Sample(statistics.median(s.wall for s in taken), statistics.median(s.cpu for s in taken))
        for taken in samples
    ]


def remove(folder):
    """Removes a folder if it is there."""
    shutil.rmtree(folder, ignore_errors=True)


def progress(text):
    """Says what is going on, on a terminal only."""
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


def table(head, rows):
    """Prints a Markdown table, each row as soon as it is there: a later one may fail or take an hour."""
    print_row(head)
    print_row(["---", *("---:" for _ in head[1:])])
    for row in rows:
        print_row(row)


def print_row(cells):
    """One row of a Markdown table."""
    print(f"| {' | '.join(map(str, cells))} |", flush=True)


def verdict(missed, print_only):
    """Names the targets that were missed, and ends with 1 if there are any and they count."""
    for line in missed:
        print(f"missed: {line}", file=sys.stderr)
    sys.exit(1 if missed and not print_only else 0)
