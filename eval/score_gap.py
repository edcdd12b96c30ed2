#!/usr/bin/env python3
"""Scores pronouns resolved on GAP (Webster et al. 2018): F1 over the pairs pronoun-name, by the pronoun's gender, and
the bias, feminine divided by masculine F1.

    python3 eval/score_gap.py GOLD.tsv[.gz] PREDICTIONS.tsv

A prediction is a line: id, TRUE or FALSE for the first name, TRUE or FALSE for the second. A missing line is two FALSE.
"""
import csv
import gzip
import sys

FEMININE = {"she", "her", "hers"}


def rows(path):
    opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
    with opened as file:
        yield from csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def f1(counts):
    right, given, wanted = counts
    precision = right / given if given else 0.0
    recall = right / wanted if wanted else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    given = {row[0]: (row[1].upper() == "TRUE", row[2].upper() == "TRUE") for row in rows(sys.argv[2]) if row}
    totals = {name: [0, 0, 0] for name in ("overall", "masculine", "feminine")}
    gold = rows(sys.argv[1])
    next(gold)
    for row in gold:
        wanted = (row[6].upper() == "TRUE", row[9].upper() == "TRUE")
        answer = given.get(row[0], (False, False))
        for name in ("overall", "feminine" if row[2].lower() in FEMININE else "masculine"):
            for want, got in zip(wanted, answer):
                totals[name][0] += want and got
                totals[name][1] += got
                totals[name][2] += want
    for name, counts in totals.items():
        precision, recall, f = f1(counts)
        print(f"{name:10} P {100 * precision:5.1f}  R {100 * recall:5.1f}  F {100 * f:5.1f}")
    masculine = f1(totals["masculine"])[2]
    print(f"bias       {f1(totals['feminine'])[2] / masculine if masculine else 0.0:.2f}")


if __name__ == "__main__":
    main()
