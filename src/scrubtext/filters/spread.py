"""What an opener takes with it: the block of short lines below it, or all that follows."""

import re
from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from scrubtext.lines import Lines, Mask
from scrubtext.marks import Mark, Marks

# One label a line: o opens a block, x is dropped already, k is kept, s is a word or few, t a title,
# p a sentence, P prose that goes on. A block is short lines, and single sentences below a title, as
# a teaser's text stands; below a few words ("Step 1", a head word) a sentence is the text, and so
# are two sentences in a row, or a long one.
_BLOCK = re.compile(r"o(?:[stx]|(?<=[tx])p(?![pPk]))*")
_TITLE_WORDS = 4
# The last short line above prose is its heading, unless it has more words than this.
_HEADING_WORDS = 5
_GOES_ON_WORDS = 35
_MARKDOWN_HEADING = re.compile(r"\s*(#{1,6})(?:\s|$)")


def spread(lines: Lines, marks: Marks) -> Iterator[Mark]:
    """Marks the lines that a dropped line takes with it, for the reason of that line.

    >>> text = "It was.\\nRelated\\nA vote\\nA long talk on burgers in Leeds\\nHe did. She did."
    >>> lines = Lines.of([text])
    >>> marks = Marks(lines)
    >>> marks.add(Mark("en/related/opener", lines.where([1]), takes="block"))
    >>> [(mark.reason, mark.where.tolist()) for mark in spread(lines, marks)]
    [('en/related/opener', [False, False, True, True, False])]
    """
    openers, rests = marks.reaching("block"), marks.reaching("rest")
    concerned = set(lines.document[openers | rests].tolist())
    if not concerned:
        return
    labels = _labels(lines, marks, openers)
    taken_by: dict[int, str] = {}
    for rows in lines.by_document():
        if lines.document[rows.start] not in concerned:
            continue
        for start, end in _blocks(lines, labels[rows.start : rows.stop], rows):
            taken_by.update(dict.fromkeys(range(start + 1, end), marks.reasons[start]))
        for row in np.flatnonzero(rests[rows.start : rows.stop])[:1].tolist():
            start = rows.start + row
            for taken in range(start + 1, rows.stop):
                taken_by.setdefault(taken, marks.reasons[start])
    by_reason: dict[str, list[int]] = defaultdict(list)
    for row, reason in taken_by.items():
        by_reason[reason].append(row)
    for reason, taken_rows in by_reason.items():
        yield Mark(reason, lines.where(taken_rows))


def _labels(lines: Lines, marks: Marks, openers: Mask) -> str:
    goes_on = lines.prose & ((lines.sentences >= 2) | (lines.words >= _GOES_ON_WORDS))
    labels = np.where(lines.words >= _TITLE_WORDS, "t", "s")
    labels[lines.sentence] = "p"
    labels[goes_on | _wrapped(lines)] = "P"
    labels[marks.dropped] = "x"
    labels[openers] = "o"
    labels[marks.keep] = "k"
    return "".join(labels.tolist())


def _wrapped(lines: Lines) -> Mask:
    """Where a line is part of a paragraph that was broken into lines of a fixed width."""
    goes_on_from_above = lines.begins_lower & ~lines.gap
    above_is_open = np.concatenate(([False], ~lines.ends_sentence[:-1] & (lines.words[:-1] >= 7)))
    below = goes_on_from_above & above_is_open
    result: Mask = below | np.concatenate((below[1:], [False]))
    return result


def _blocks(lines: Lines, labels: str, rows: range) -> Iterator[tuple[int, int]]:
    """The first and the last but one row of each block of a document."""
    for block in _BLOCK.finditer(labels):
        start, end = (rows.start + at for at in block.span())
        if end < rows.stop and labels[end - rows.start] in "pP" and end - start > 2:
            end -= _is_heading(lines, end - 1)
        yield start, _until_next_section(lines, start, end)


def _is_heading(lines: Lines, row: int) -> bool:
    """Whether a line above prose is its heading, not the last of the lines above it."""
    ends_list = not lines.gap[row] and lines.gap[row + 1]
    return bool(not lines.prose[row] and lines.words[row] <= _HEADING_WORDS and not ends_list)


def _until_next_section(lines: Lines, start: int, end: int) -> int:
    """The row before which a Markdown heading, not below the opener's level, ends the block."""
    opener = _MARKDOWN_HEADING.match(lines.text[start])
    level = len(opener[1]) if opener else 2
    for row in range(start + 1, end):
        heading = _MARKDOWN_HEADING.match(lines.text[row])
        if heading and len(heading[1]) <= level:
            return row
    return end
