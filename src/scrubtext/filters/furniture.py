"""Lines that carry layout, not words."""

from collections.abc import Iterator

import numpy as np

from scrubtext.lines import Lines, Mask
from scrubtext.marks import Mark, Marks

# What menus and lists are drawn with. Nothing that formulas and code, broken into pieces, leave on
# lines of their own (= : , * →), no dash (an empty cell of a table), no quotation or sentence marks
# ("…" and "?!" can be said in a dialogue), no emoji (an answer in a chat).
_STRAYS = frozenset("|¦•·∙●○◦‣▪▫■□◆◇★☆►▶▷◀◄▲▼△▽➔➜➤»«›‹\u200b")
_RULERS = _STRAYS | frozenset("-‐‑‒–—―*_=~+#<>/\\")
# The longest line of such marks that is a stray, not a drawing.
_STRAY = 3


def furniture(lines: Lines, marks: Marks) -> Iterator[Mark]:
    """Strays of a layout (`•`, `|`, `» «`), and rulers with nothing to separate.

    A ruler between two lines that stay separates them and stays; so does one close to a line of
    text, which it may underline (Markdown, reStructuredText) or open (front matter); and a line of
    marks among its like, which may be a drawing.

    >>> lines = Lines.of(["Chapter one\\n* * *\\nIt rained.\\n|\\nIt snowed.\\n\\n-----"])
    >>> for mark in furniture(lines, Marks(lines)):
    ...     print(mark.reason, mark.where.tolist())
    furniture/stray [False, False, False, True, False, False]
    furniture/ruler [False, False, False, False, False, True]
    """
    glyphs = ["".join(line.split()) for line in lines.text]
    wordless = lines.letters + lines.digits == 0
    stray = wordless & np.array(
        [
            len(dense) <= _STRAY and _STRAYS.issuperset(dense) and "  " not in line.strip()
            for dense, line in zip(glyphs, lines.text, strict=True)
        ],
        dtype=bool,
    )
    ruler = wordless & np.array([_is_ruler(line) for line in glyphs], dtype=bool)
    drawn = stray | ruler
    if not drawn.any():
        return
    among_its_like = _next_to(lines, drawn)
    yield Mark("furniture/stray", stray & ~ruler & ~among_its_like)
    content = ~(drawn | marks.dropped)
    separates = (lines.count_before(content) > 0) & (lines.count_after(content) > 0)
    yield Mark("furniture/ruler", ruler & ~separates & ~_next_to(lines, np.ones_like(ruler)))


def _is_ruler(glyphs: str) -> bool:
    """Whether a line, without its blanks, is three or more of one mark."""
    return len(glyphs) >= 3 and len(set(glyphs)) == 1 and glyphs[0] in _RULERS


def _next_to(lines: Lines, mask: Mask) -> Mask:
    """Where the line above or below, if no blank line lies between, is in `mask`."""
    touching = ~lines.gap
    above = np.concatenate(([False], mask[:-1])) & touching
    below = np.concatenate((mask[1:] & touching[1:], [False]))
    result: Mask = above | below
    return result
