#!/usr/bin/env python3
"""Runs the golden cases: run_cases.py CROSSCHECK [--update] [CASE…].

A .case file holds sections, each opened by a line "=== name":
  args        the command line, as a shell would split it
  exit        the exit code
  file PATH   a file of the folder that the case runs in
  stdin       what the program reads
  stdout      what it must print
  stderr      what it must say (left out: not looked at)
The last line break of a section is the section's own. --update rewrites exit,
stdout and stderr from what came; read the difference as you would code.
"""
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile


def parse(text):
    sections = []
    for line in text.splitlines(keepends=True):
        if line.startswith("=== "):
            sections.append([line[4:].strip(), ""])
        elif sections:
            sections[-1][1] += line
    return sections


def run(program, sections):
    values = dict(sections)
    with tempfile.TemporaryDirectory() as folder:
        for name, body in sections:
            if name.startswith("file "):
                path = pathlib.Path(folder, name[5:])
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(body, encoding="utf-8")
        environment = dict(os.environ, XDG_CACHE_HOME=os.path.join(folder, ".cache"), NO_COLOR="1", LC_ALL="C")
        result = subprocess.run([program] + shlex.split(values["args"]), cwd=folder, env=environment,
                                input=values.get("stdin", "").encode(), capture_output=True, timeout=120)
    return {"exit": f"{result.returncode}\n", "stdout": result.stdout.decode(), "stderr": result.stderr.decode()}


def main():
    program, update = os.path.abspath(sys.argv[1]), "--update" in sys.argv
    named = [pathlib.Path(a) for a in sys.argv[2:] if not a.startswith("--")]
    cases = named or sorted(pathlib.Path(__file__).parent.rglob("*.case"))
    failed = 0
    for case in cases:
        sections = parse(case.read_text(encoding="utf-8"))
        came = run(program, sections)
        wanted = dict(sections)
        wrong = [k for k in ("exit", "stdout", "stderr") if k in wanted and wanted[k] != came[k]]
        if not wrong:
            continue
        if update:
            body = "".join(f"=== {name}\n{came.get(name, text)}" for name, text in sections)
            case.write_text(body, encoding="utf-8")
            print(f"{case}: rewritten")
            continue
        failed += 1
        for key in wrong:
            print(f"{case}: {key}\n--- wanted\n{wanted[key]}--- came\n{came[key]}")
    print(f"{len(cases)} cases, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
