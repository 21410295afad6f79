"""docs/rules/ must be what `crosscheck rules doc` writes today."""
import filecmp
import os
import subprocess
import sys
import tempfile

crosscheck = sys.argv[1]
with tempfile.TemporaryDirectory() as folder:
    subprocess.run([crosscheck, "rules", "doc", folder], check=True)
    made, kept = set(os.listdir(folder)), set(os.listdir("docs/rules"))
    stale = sorted(made ^ kept)
    stale += [name for name in sorted(made & kept)
              if not filecmp.cmp(os.path.join(folder, name), os.path.join("docs/rules", name), shallow=False)]
if stale:
    print("stale pages, run `crosscheck rules doc`:", *stale)
    sys.exit(1)
