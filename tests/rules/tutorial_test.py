"""Runs docs/writing-rules.md: files are made from its ```yaml blocks whose first
line is `# file: NAME`; every `$ crosscheck …` line of a ```console block is run
in that folder. Lines below a command must appear in its output, in their order;
`…` alone stands for any lines. A command may end in `# exit 1`."""
import os
import re
import subprocess
import sys
import tempfile

crosscheck = os.path.abspath(sys.argv[1])
with open("docs/writing-rules.md", encoding="utf-8") as file:
    text = file.read()

failures = []
commands = 0
with tempfile.TemporaryDirectory() as folder:
    for language, body in re.findall(r"^```(\w+)\n(.*?)^```$", text, re.S | re.M):
        if language in ("yaml", "text"):
            named = re.match(r"# file: (\S+)\n", body)
            if named:
                path = os.path.join(folder, named.group(1))
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "w", encoding="utf-8") as out:
                    out.write(body[named.end():])
            continue
        if language != "console":
            continue
        for block in re.split(r"^\$ ", body, flags=re.M)[1:]:
            line, _, expected = block.partition("\n")
            command, _, code = line.partition("  # exit ")
            commands += 1
            run = subprocess.run(command.replace("crosscheck", crosscheck, 1), shell=True, cwd=folder,
                                 capture_output=True, text=True, env={**os.environ, "XDG_CACHE_HOME": os.path.join(folder, "cache")})
            output = run.stdout + run.stderr
            if run.returncode != int(code or 0):
                failures.append(f"{command}: exit {run.returncode}\n{output}")
            at = 0
            for wanted in expected.splitlines():
                if wanted.strip() in ("", "…"):
                    continue
                found = output.find(wanted.strip(), at)
                if found < 0:
                    failures.append(f"{command}: no line like “{wanted.strip()}” in\n{output}")
                    break
                at = found + len(wanted.strip())
print(commands, "commands,", len(failures), "failed")
print(*failures, sep="\n")
sys.exit(1 if failures or not commands else 0)
