"""Runs a notebook that the page has made, and compares the loss it ends with to the page's own.

    python3 tests/numpy/notebook.py NOTEBOOK.ipynb

runs the code cells one after another, in one namespace, as Jupyter does; what they print is printed. Needs
Python 3 and NumPy, nothing else. It exits with 0 where the last loss that was printed is within RELATIVE of
the page's figure beside it, with 1 where it is not, or where nothing was printed; an error in a cell is shown
as Python shows it.

RELATIVE is for runs on scaled inputs with He weights, and for the first few steps of others. The page and
NumPy add in different orders, so that each update differs by some roundings of 6e-8. With scaled inputs, He
weights and a learning rate of 0.01, 30 seeds left the two within 8e-7 of each other after 0 and 10 steps, and
within 3.4e-5 after 300 and 1000: RELATIVE is three times that, and a wrong formula is off by far more at once.

No such bound holds for long runs on raw inputs or with large learning rates. Their steps are so large that a
rounding that opens a ReLU grows with each update: of 30 seeds of the lecture's program, one was 4.5e-4 apart
after 10 steps, half were more than 6e-3 apart after 300, and the worst 0.76. Such a run says nothing of the
notebook; the losses of the early steps, which it prints too, do.
"""

import contextlib
import io
import json
import re
import sys
from pathlib import Path

RELATIVE = 1e-4

LOSS = re.compile(r"^loss at step +\d+ +(\S+) +(\S+)$", re.MULTILINE)


def run(notebook):
    """What the code cells print."""
    namespace = {"__name__": "__main__"}
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                exec(compile("".join(cell["source"]), cell["id"], "exec"), namespace)
    return printed.getvalue()


def agree(here, page):
    """Whether two losses are the same within RELATIVE. Where the page had no number, there is none here."""
    if page != page:
        return here != here
    return here == page or abs(here - page) <= RELATIVE * abs(page)


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: python3 tests/numpy/notebook.py NOTEBOOK.ipynb")
    printed = run(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    print(printed)
    losses = LOSS.findall(printed)
    if not losses:
        sys.exit("the notebook printed no loss")
    here, page = map(float, losses[-1])
    if not agree(here, page):
        sys.exit(f"the notebook's loss is {here}, the page's {page}: more than {RELATIVE} apart")
    print(f"{here} agrees with the page's {page}")


if __name__ == "__main__":
    main()
