#!/usr/bin/env python3
"""Factuality (Python 3, standard library).
usage: score_factuality.py GOLD PRED
GOLD, PRED: JSON lines with targets[].label from -3 to 3, in one order; GOLD may be .gz.
Prints Pearson's r and the mean absolute error over all targets."""
import gzip, json, math, sys


def labels(path):
    with (gzip.open(path, 'rt', encoding='utf8') if path.endswith('.gz') else open(path, encoding='utf8')) as lines:
        return [t['label'] for line in lines if line.strip() for t in json.loads(line)['targets']]


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    gold, given = labels(sys.argv[1]), labels(sys.argv[2])
    if len(gold) != len(given):
        sys.exit(f'{len(gold)} labels in {sys.argv[1]}, {len(given)} in {sys.argv[2]}')
    g, p = sum(gold) / len(gold), sum(given) / len(given)
    both = sum((a - g) * (b - p) for a, b in zip(gold, given))
    r = both / math.sqrt(sum((a - g) ** 2 for a in gold) * sum((b - p) ** 2 for b in given))
    print(f'{len(gold)} targets: r {100 * r:.1f}, mean error {sum(abs(a - b) for a, b in zip(gold, given)) / len(gold):.3f}')


main()
