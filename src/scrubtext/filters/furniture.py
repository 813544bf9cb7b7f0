"""Lines that carry layout, not words."""

from collections.abc import Iterator

import numpy as np

from scrubtext.lines import Lines, Mask
from scrubtext.marks import Mark, Marks

# What menus, lists and rulers are drawn with. No brackets (code), no quotation or sentence marks
# ("…", "?!" can be said in a dialogue), no emoji (an answer in a chat).
_DRAWN = frozenset("|¦/\\•·∙●○◦‣▪▫■□◆◇★☆►▶▷◀◄▲▼△▽→←↑↓⟶⇒➔➜➤»«›‹<>-‐‑‒–—―−_=~+*#:;,&\u200b")
# The longest line of such marks that is a stray, not a drawing.
_STRAY = 3


def furniture(lines: Lines, marks: Marks) -> Iterator[Mark]:
    """Strays of a layout (`•`, `|`, `» «`), and rulers with nothing to separate.

    A ruler between two lines that stay separates them and stays; so does a line of marks among
    its like, which may be a drawing.

    >>> lines = Lines.of(["Chapter one\\n* * *\\nIt rained.\\n|\\nIt snowed.\\n-----"])
    >>> for mark in furniture(lines, Marks(lines)):
    ...     print(mark.reason, mark.where.tolist())
    furniture/stray [False, False, False, True, False, False]
    furniture/ruler [False, False, False, False, False, True]
    """
    marked = [
        bool(wordless) and set(line) - {" ", "\t", "\xa0"} <= _DRAWN
        for line, wordless in zip(lines.text, lines.letters + lines.digits == 0, strict=True)
    ]
    drawn = np.array(marked, dtype=bool)
    if not drawn.any():
        return
    short = np.array([len("".join(line.split())) <= _STRAY for line in lines.text], dtype=bool)
    ruler = drawn & np.array([_is_ruler(line) for line in lines.text], dtype=bool)
    among_its_like = _next_to(lines, drawn)
    yield Mark("furniture/stray", drawn & short & ~ruler & ~among_its_like)
    content = ~(drawn | marks.dropped)
    separates = (lines.count_before(content) > 0) & (lines.count_after(content) > 0)
    yield Mark("furniture/ruler", ruler & ~separates & ~among_its_like)


def _is_ruler(line: str) -> bool:
    """Whether a line is three or more of one mark, spaced or not."""
    dense = "".join(line.split())
    return len(dense) >= 3 and len(set(dense)) == 1


def _next_to(lines: Lines, mask: Mask) -> Mask:
    """Where the line above or below, if no blank line lies between, is in `mask`."""
    touching = ~lines.gap
    above = np.concatenate(([False], mask[:-1])) & touching
    below = np.concatenate((mask[1:] & touching[1:], [False]))
    result: Mask = above | below
    return result
