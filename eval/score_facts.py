#!/usr/bin/env python3
"""Share of incidents whose number of killed, and of injured, is right.

usage: score_facts.py GOLD PREDICTED
GOLD: JSONL (.gz or not) with incident, killed, injured; PREDICTED: JSONL with the same. A missing incident is wrong.
Lines under the total: the same by the parity of the incident's md5, to see how much halves of the set differ.
"""
import gzip
import hashlib
import json
import sys


def lines(path):
    with (gzip.open(path, "rt") if path.endswith(".gz") else open(path)) as file:
        return [json.loads(line) for line in file]


def main():
    if len(sys.argv) != 3:
        print(__doc__)
        return 2
    predicted = {row["incident"]: row for row in lines(sys.argv[2])}
    halves = {"all": [], "even": [], "odd": []}
    for gold in lines(sys.argv[1]):
        row = predicted.get(gold["incident"], {})
        right = [row.get(slot) == gold[slot] for slot in ("killed", "injured")]
        halves["all"].append(right)
        halves["odd" if int(hashlib.md5(gold["incident"].encode()).hexdigest(), 16) % 2 else "even"].append(right)
    for name, rows in halves.items():
        killed, injured = (sum(row[i] for row in rows) / max(1, len(rows)) for i in (0, 1))
        print(f"{name:5} incidents {len(rows)} killed {killed:.3f} injured {injured:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
