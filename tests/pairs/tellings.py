#!/usr/bin/env python3
"""Audits pairs of short articles on one event and compares the rules that speak.

    tellings.py CROSSCHECK TABLE

A pair of TABLE begins with "=== RULES | what differs": the ids of the rules that must
print an error or a warning, with commas, or "-" for none. A line "---" parts its texts.
"""
import re
import subprocess
import sys
import tempfile
from pathlib import Path


def pairs(table):
    for block in re.split(r"^=== ", table.read_text(), flags=re.M)[1:]:
        head, texts = block.split("\n", 1)
        rules, title = head.split(" | ", 1)
        first, second = texts.split("\n---\n")
        expected = set() if rules == "-" else set(rules.split(", "))
        yield title, expected, first.strip() + "\n", second.strip() + "\n"


def main():
    crosscheck, table = sys.argv[1], Path(sys.argv[2])
    failed = count = 0
    with tempfile.TemporaryDirectory() as folder:
        a, b = Path(folder, "a.txt"), Path(folder, "b.txt")
        for title, expected, first, second in pairs(table):
            a.write_text(first)
            b.write_text(second)
            answer = subprocess.run([crosscheck, "audit", a, b, "--color", "never"], capture_output=True, text=True)
            if answer.returncode not in (0, 1):
                sys.exit(f"{title}: {answer.stderr}")
            found = set(re.findall(r"^(?:error|warning)\[([a-z.-]+)\]", answer.stdout, flags=re.M))
            count += 1
            if found != expected:
                failed += 1
                print(f"{title}: expected {sorted(expected)}, found {sorted(found)}\n{answer.stdout}")
    print(f"{count} pairs, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
