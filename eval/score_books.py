#!/usr/bin/env python3
"""Share of books whose authors are right: the same set of people, whatever their order, case, accents and given names.

usage: score_books.py GOLD PREDICTED
GOLD, PREDICTED: JSONL with isbn, authors[]. Two names are one person where the surnames are equal ("Pell, Jory", "Jory Pell")
and no two given names contradict each other: initials stand for names, a missing given name for any.
Books of GOLD that PREDICTED does not have are left out, and said.
"""
import json
import re
import sys
import unicodedata


def letters(text):
    text = unicodedata.normalize("NFKD", text)
    return re.sub(r"[^a-z]", "", "".join(c for c in text if not unicodedata.combining(c)).lower())


def person(name):
    family, given = name.split(",", 1) if "," in name else (name.split()[-1], " ".join(name.split()[:-1]))
    return letters(family.split()[-1]), {letters(part)[:1] for part in re.split(r"[\s.]+", given)} - {""}


def same(one, other):
    return one[0] == other[0] and (not one[1] or not other[1] or bool(one[1] & other[1]))


def equal(ones, others):
    rest = list(others)
    for one in ones:
        found = next((other for other in rest if same(one, other)), None)
        if found is None:
            return False
        rest.remove(found)
    return not rest


def people(row):
    return [person(name) for name in row["authors"] if letters(name)]


def main():
    if len(sys.argv) != 3:
        print(__doc__)
        return 2
    gold, predicted = ({row["isbn"]: people(row) for row in map(json.loads, open(path))} for path in sys.argv[1:])
    shared = [isbn for isbn in gold if isbn in predicted]
    right = sum(equal(gold[isbn], predicted[isbn]) for isbn in shared)
    print(f"books {len(shared)} (left out {len(gold) - len(shared)}) right {right / max(1, len(shared)):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
