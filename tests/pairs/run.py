"""Asks `crosscheck judge` about pairs of statements (*.txt beside it), both ways round."""

import json
import subprocess
import sys

ALLOWED = {
    "open": {"open", "unsupported", "supported", "nothing-to-check"},
    "same": {"open", "supported", "nothing-to-check"},
    "agree": {"open", "unsupported", "supported", "nothing-to-check"},
    "contra": {"contradicted"},
}
# The first says more than the second: only the second follows from the first.
ALLOWED_OF_SECOND = {"finer": ALLOWED["same"]}
ALLOWED["finer"] = ALLOWED["agree"]


def read(path):
    """(line number, known gap, relation, text, text) of every line."""
    pairs = []
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            line = line.split("#")[0].strip()
            if not line:
                continue
            gap = line.startswith("? ")
            relation, a, b = line.removeprefix("? ").split(" | ")
            pairs.append((number, gap, relation, a, b))
    return pairs


def ask(program, pairs):
    requests = [{"id": str(n), "draft": x, "sources": [y]}
                for n, _, _, a, b in pairs for x, y in ((a, b), (b, a))]
    lines = "".join(json.dumps(r) + "\n" for r in requests)
    done = subprocess.run([program, "judge"], input=lines, text=True,
                          capture_output=True, check=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if len(answers) != len(requests):
        sys.exit(f"{len(requests)} requests, {len(answers)} answers")
    return list(zip(answers[::2], answers[1::2]))


def main(program, path):
    pairs, failed = read(path), 0
    for (number, gap, relation, a, b), both in zip(pairs, ask(program, pairs)):
        verdicts = [answer["verdict"] for answer in both]
        allowed = ALLOWED[relation], ALLOWED_OF_SECOND.get(relation, ALLOWED[relation])
        right = all(v in ok for v, ok in zip(verdicts, allowed))
        if right == gap:
            failed += 1
            print(f"{path}:{number}: {relation}: {verdicts}"
                  f"{' no longer a gap' if gap else ''}: {a} | {b}")
    gaps = sum(pair[1] for pair in pairs)
    print(f"{len(pairs)} pairs, {failed} failed, {gaps} known gaps")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
