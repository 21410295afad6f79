"""Each template of `rules new` gives a rule file that loads, passes its own tests
and the strict linter; a finding becomes a test with which its rule fires."""
import json
import os
import re
import subprocess
import sys
import tempfile

crosscheck = os.path.abspath(sys.argv[1])
failures = []


def run(*args, folder, code=0):
    result = subprocess.run([crosscheck, *args], cwd=folder, capture_output=True, text=True,
                            env={**os.environ, "XDG_CACHE_HOME": os.path.join(folder, "cache")})
    if result.returncode != code:
        failures.append(f"{args}: exit {result.returncode}\n{result.stdout}{result.stderr}")
    return result.stdout + result.stderr


def write(folder, name, text):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


with tempfile.TemporaryDirectory() as folder:
    names = run("rules", "new", "desk.name", "--from-template", "?", folder=folder, code=2)
    names = names.rpartition("templates:")[2].split()
    for name in names:
        write(folder, "rule.yaml", run("rules", "new", "desk.name", "--from-template", name, folder=folder))
        run("--rules", "rule.yaml", "test", "desk", "--mutate", folder=folder)
        doubts = run("--rules", "rule.yaml", "rules", "lint", "--strict", folder=folder, code=0 if name != "within" else 1)
        if "desk.name" in doubts and name != "within":  # which asks what a shipped rule asks
            failures.append(f"{name}: {doubts}")

    # "It" needs the sentence before: the test must take the paragraph over.
    write(folder, "draft.txt", "Borealis makes pumps.\n\nIt employs 4,000 workers in Hull.\n\nIt rained.\n")
    write(folder, "sources/report.txt", "Borealis employs 6,000 workers in Hull.\n\nThe weather was dry.\n")
    output = run("check", "draft.txt", "--against", "sources", "--format", "json", folder=folder, code=1)
    found = [f for f in json.loads(output)["findings"] if f["rule"] == "figures.conflict"]
    if not found:
        failures.append("no finding to make a test of\n" + output)
    for finding in found[:1]:
        made = run("test", "--from", finding["id"], folder=folder)
        if "for the tests of figures.conflict" not in made or "[[x:4,000" not in made or "rained" in made:
            failures.append("not the test that was wanted:\n" + made)
        rule = run("rules", "new", "desk.name", folder=folder)
        indented = "".join(line + "\n" for line in made.splitlines())
        write(folder, "rule.yaml", rule + indented)
        if "5 tests of 1 rules, 0 failed" not in run("--rules", "rule.yaml", "test", "desk", folder=folder):
            failures.append("the test that was made does not pass:\n" + made)
        silent = run("test", "--from", finding["id"], "--expect", "silent", "draft.txt", "--against", "sources", folder=folder)
        if "expect: silent" not in silent or "[[" in silent:
            failures.append("not a test for a false alarm:\n" + silent)
    run("test", "--from", "F-00000000", folder=folder, code=2)

    # What each rule cost, the dearest first.
    table = run("check", "draft.txt", "--against", "sources", "--profile-rules", folder=folder, code=1)
    costs = [float(ms) for ms in re.findall(r"^ +([\d.]+) +\d+ +\d+ +\d+  [a-z]+\.", table, re.M)]
    if len(costs) < 30 or costs != sorted(costs, reverse=True):
        failures.append("no table of costs:\n" + table)

print(len(names), "templates,", len(failures), "failed")
print(*failures, sep="\n")
sys.exit(1 if failures or len(names) < 4 else 0)
