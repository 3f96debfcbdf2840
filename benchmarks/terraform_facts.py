"""Time the first look at the provider facts, each time in a fresh process.

``python -m benchmarks.terraform_facts``. The bar: under 0.1 s for the reading, imports aside.
"""

from __future__ import annotations

import subprocess
import sys

FIRST_LOOK = """
from time import perf_counter as now
start = now()
from iacfix.transforms.facts.terraform import provider
imported = now()
facts = provider("aws")
read = now()
facts.resources["aws_lambda_function"].arguments["role"]
print(imported - start, read - imported, now() - read)
"""

PROCESSES = 20


def main() -> None:
    """Print the best of the times, and the worst."""
    runs = [subprocess.check_output([sys.executable, "-c", FIRST_LOOK], text=True).split() for _ in range(PROCESSES)]
    for step, column in zip(("import", "read", "decode"), zip(*runs, strict=True), strict=True):
        times = sorted(1000 * float(text) for text in column)
        print(f"{step:>8}  best {times[0]:6.1f} ms  worst {times[-1]:6.1f} ms")


if __name__ == "__main__":
    main()
