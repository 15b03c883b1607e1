"""Makes www/data/digits.bin, the handwritten digits of the page.

    python3 tests/data/digits.py optdigits.tes

`optdigits.tes` is a part of E. Alpaydin and C. Kaynak's "Optical Recognition of Handwritten Digits", CC BY 4.0, in the UCI
Machine Learning Repository, https://doi.org/10.24432/C50P49: 1,797 lines of 64 pixels, 0 (paper) to 16 (ink) and row by row,
and the digit. Eighty of each digit are taken, evenly from all writers, whose lines follow one another. src/data/digits.rs
reads the file.
"""

import sys
from pathlib import Path

EACH = 80
TARGET = Path(__file__).parents[2] / "www" / "data" / "digits.bin"


def main(source):
    lines = [[int(number) for number in line.split(",")] for line in Path(source).read_text().split()]
    records = []
    for digit in range(10):
        own = [pixels for *pixels, label in lines if label == digit]
        records += [bytes([digit, *own[i * len(own) // EACH]]) for i in range(EACH)]
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(b"".join(records))


main(*sys.argv[1:])
