#!/usr/bin/env python3
"""Says how many of the errors that mutate.py made `crosscheck judge` finds, and how many sound sentences it flags.

    mutate.py ARTICLES | measure.py --crosscheck build/release/bin/crosscheck [--examples 3]

An error is found where a finding (contradiction, tension, drift, unsupported; not a note, severity at
least --severity) has a label in the draft that touches the mutated sentence. In untouched drafts the
share of sentences that such a label touches is given.
"""
import argparse
import json
import subprocess
import sys

from mutate import sentences

ALARMS = ("contradiction", "tension", "drift", "unsupported")
LEVELS = {"error": 0, "warning": 1, "info": 2, "hint": 3}


def alarms(answer, level):
    for finding in answer.get("findings", []):
        if finding.get("finding") in ALARMS and LEVELS.get(finding.get("severity"), 3) <= level:
            for label in finding.get("labels", []):
                if label.get("document") == "draft":
                    yield label["start"], label["end"], finding["rule"]


def sentence_ranges(draft):
    at = 0
    for line in draft.split("\n"):
        place = 0
        for sentence in sentences(line):
            place = line.index(sentence, place)
            start = at + len(line[:place].encode())
            yield start, start + len(sentence.encode())
            place += len(sentence)
        at += len(line.encode()) + 1


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--crosscheck", default="build/release/bin/crosscheck")
    parser.add_argument("--severity", default="warning", choices=LEVELS)
    parser.add_argument("--examples", type=int, default=0)
    options = parser.parse_args()
    level = LEVELS[options.severity]
    records = [json.loads(line) for line in sys.stdin]
    asked = "".join(json.dumps({k: r[k] for k in ("id", "draft", "sources")}) + "\n" for r in records)
    told = subprocess.run([options.crosscheck, "judge"], input=asked, capture_output=True, text=True, check=False).stdout
    table, missed, flagged, total, rules = {}, {}, 0, 0, {}
    for record, line in zip(records, told.splitlines()):
        places = list(alarms(json.loads(line), level))
        if record["kind"] == "untouched":
            for start, end in sentence_ranges(record["draft"]):
                total += 1
                hits = {rule for s, e, rule in places if s < end and start < e}
                flagged += bool(hits)
                for rule in hits:
                    rules.setdefault(rule, []).append(record["draft"].encode()[start:end].decode(errors="replace"))
            continue
        start, end = record["mutated"]
        found = any(s < end and start < e for s, e, _ in places)
        row = table.setdefault(record["kind"], [0, 0, 0.0])
        row[0] += found
        row[1] += 1
        row[2] += record["unchanged"]
        if not found:
            missed.setdefault(record["kind"], []).append((record["before"], record["after"]))
    print(f"{'kind':18} found  of     share  words unchanged")
    for kind, (found, count, same) in table.items():
        print(f"{kind:18} {found:5}  {count:5}  {found / count:.3f}  {same / count:.3f}")
    if total:
        print(f"{'untouched':18} {flagged:5}  {total:5}  {flagged / total:.3f}  sentences flagged")
    for kind, pairs in missed.items():
        for before, after in pairs[:options.examples]:
            print(f"\n{kind}\n  - {before}\n  + {after}")
    for rule, places in sorted(rules.items(), key=lambda item: -len(item[1])):
        print(f"\nuntouched: {rule} {len(places)}" + "".join(f"\n    {place}" for place in places[:options.examples]))


if __name__ == "__main__":
    main()
