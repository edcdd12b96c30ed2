#!/usr/bin/env python3
"""ROUGE of daily updates against the three human ones, over the dates that were predicted.

usage: score_updates.py UPDATES PREDICTED SCORER
UPDATES: JSONL (.gz or not) with event, date, annotators{name: {update}}; PREDICTED: JSONL with id "event/date" and summary;
SCORER: score_summary.py of the shared data.
"""
import gzip
import json
import subprocess
import sys
import tempfile


def main():
    if len(sys.argv) != 4:
        print(__doc__)
        return 2
    updates, predicted, scorer = sys.argv[1:]
    with open(predicted) as file:
        ids = {json.loads(line)["id"] for line in file}
    with (gzip.open(updates, "rt") if updates.endswith(".gz") else open(updates)) as file, tempfile.NamedTemporaryFile("w", suffix=".jsonl") as gold:
        for row in map(json.loads, file):
            name = f"{row['event']}/{row['date']}"
            if name in ids:
                gold.write(json.dumps({"id": name, "refs": [a["update"] for a in row["annotators"].values()]}) + "\n")
        gold.flush()
        return subprocess.run([sys.executable, scorer, "--gold", gold.name, "--pred", predicted]).returncode


if __name__ == "__main__":
    sys.exit(main())
