#!/usr/bin/env python3
"""Scores events on PLOVER's gold records: how often the type of a sentence's principal event is right, what each type is
taken for, and how often the actors named share a word with those of the record.

    python3 eval/score_events.py GOLD.json[.gz] PREDICTIONS.jsonl [--errors]

A prediction is a line: {"id", "event": type or null, "source": [text], "target": [text]}. A missing line is a wrong type
and names nobody. --errors lists the records whose type is wrong.
"""
import collections
import gzip
import json
import re
import sys

SMALL = {"the", "a", "an", "of", "and", "in", "s", "for", "to", "by", "from"}


def words(texts):
    return {w for t in texts for w in re.findall(r"\w+", t.lower())} - SMALL


def actors(gold):
    return [a["actorText"] for a in gold if a.get("actorText")] if isinstance(gold, list) else []


def main():
    arguments = [a for a in sys.argv[1:] if a != "--errors"]
    if len(arguments) != 2:
        sys.exit(__doc__)
    opened = gzip.open(arguments[0], "rt", encoding="utf-8") if arguments[0].endswith(".gz") else open(arguments[0], encoding="utf-8")
    with opened as file:
        records = [r for r in json.load(file) if r.get("text")]
    with open(arguments[1], encoding="utf-8") as file:
        given = {p["id"]: p for p in map(json.loads, file)}
    right, total, taken = collections.Counter(), collections.Counter(), collections.defaultdict(collections.Counter)
    overlap = {"source": [0, 0, 0], "target": [0, 0, 0]}
    for record in records:
        guess = given.get(record["id"], {})
        kind = record["event"]
        total[kind] += 1
        if guess.get("event") == kind:
            right[kind] += 1
        else:
            taken[kind][guess.get("event") or "none"] += 1
            if "--errors" in sys.argv:
                print(f"{record['id']}: {guess.get('event')} for {kind}")
        for role, counts in overlap.items():
            wanted, named = words(actors(record.get(role))), words(guess.get(role) or [])
            counts[0] += bool(wanted & named)
            counts[1] += bool(named)
            counts[2] += bool(wanted)
    for kind in sorted(total):
        also = ", ".join(f"{name} {n}" for name, n in taken[kind].most_common())
        print(f"{kind:12} {right[kind]:3} of {total[kind]:3}{'   taken for ' + also if also else ''}")
    for role, (hit, named, wanted) in overlap.items():
        f1 = 2 * hit / (named + wanted) if named + wanted else 0.0
        print(f"{role}: named {named}, shares a word with the record's {hit} of {wanted}, F1 {100 * f1:.1f}")
    print(f"{len(records)} records: type accuracy {sum(right.values()) / len(records):.3f}")


if __name__ == "__main__":
    main()
