"""Documents as columns: one row for each line that has text.

Blank lines are no rows: they are white space, seen only as the `gap` before the next row. So
nothing that a filter can see depends on how many blank lines or trailing blanks a text has, and
tidying white space can never change a judgement. Columns are computed when first read.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from os.path import commonprefix  # of characters, not of paths

import numpy as np
from numpy.typing import NDArray

from scrubtext import characters as ch
from scrubtext.rules.fold import fold

Mask = NDArray[np.bool_]
Counts = NDArray[np.int64]

_WORD = (ch.LOWER, ch.UPPER, ch.LETTER, ch.MARK, ch.DIGIT, ch.NUMERAL)
_AFTER_A_SENTENCE = (ch.CLOSER, ch.SPACE, ch.CONTROL)
# How many lines without indentation may stand above a text that is indented as a whole: an
# extractor trims the beginning of the text, and with it the title's indentation.
_TRIMMED_HEAD = 3
_SENTENCE_END = re.compile(r"[.!?…。！？।؟][\"'”’»)\]*_]{0,3}$")


@dataclass(frozen=True, eq=False)
class Lines:
    """Lines of many documents, by columns.

    `text` without blanks at its end, `document` its document's place in the batch, `number` its
    1-based number there, `gap` whether white space (or the document's beginning) stands before it.

    >>> lines = Lines.of(["Title\\n\\nA first line.\\nA second.", "Other"])
    >>> lines.text, lines.number.tolist(), lines.gap.tolist()
    (['Title', 'A first line.', 'A second.', 'Other'], [1, 3, 4, 1], [True, True, False, True])
    >>> lines.words.tolist(), lines.ends_sentence.tolist()
    ([1, 3, 2, 1], [False, True, True, False])
    """

    text: list[str]
    document: Counts
    number: Counts
    gap: Mask

    @classmethod
    def of(cls, documents: Iterable[str]) -> "Lines":
        """The lines of `documents`, split at line feeds only."""
        text, document, number, gap = [], [], [], []
        for index, content in enumerate(documents):
            last = -1
            for position, line in enumerate(content.split("\n"), start=1):
                if line and not line.isspace():
                    text.append(line.rstrip())
                    document.append(index)
                    number.append(position)
                    gap.append(position != last + 1)
                    last = position
        return cls(
            text,
            np.array(document, dtype=np.int64),
            np.array(number, dtype=np.int64),
            np.array(gap, dtype=bool),
        )

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.text)

    def __getitem__(self, kept: Mask) -> "Lines":
        """The rows where `kept`; a gap before one that goes is a gap before the next that stays."""
        chosen = np.flatnonzero(kept)
        if len(chosen) == len(self):
            return self
        gaps = np.concatenate(([0], np.cumsum(self.gap)))
        since = np.concatenate(([0], chosen[:-1] + 1)) if len(chosen) else chosen
        document = self.document[chosen]
        return Lines(
            [self.text[row] for row in chosen.tolist()],
            document,
            self.number[chosen],
            (gaps[chosen + 1] > gaps[since]) | _begins(document),
        )

    def where(self, rows: Iterable[int]) -> Mask:
        """A mask that is true in `rows`."""
        mask = np.zeros(len(self), dtype=bool)
        mask[np.fromiter(rows, dtype=np.int64)] = True
        return mask

    @cached_property
    def first(self) -> Mask:
        """Whether a row is the first of its document."""
        return _begins(self.document)

    @cached_property
    def folded(self) -> list[str]:
        """The form in which each line is compared with rules (`scrubtext.rules.fold`).

        Characters that the frozen Unicode version does not know are left out of the comparison,
        as newer Python versions would fold some of them.
        """
        unknown = self._count(ch.OTHER) > 0
        folded = list(map(fold, self.text))
        for row in np.flatnonzero(unknown).tolist():
            kinds = ch.classes(self.text[row])
            known = (
                c if kind != ch.OTHER else "�"
                for c, kind in zip(self.text[row], kinds, strict=True)
            )
            folded[row] = fold("".join(known))
        return folded

    @cached_property
    def letters(self) -> Counts:
        """The number of letters of each line, marks and ideographs among them."""
        return self._count(ch.LOWER, ch.UPPER, ch.LETTER, ch.IDEOGRAPH, ch.MARK)

    @cached_property
    def digits(self) -> Counts:
        """The number of digits and other numerals of each line."""
        return self._count(ch.DIGIT, ch.NUMERAL)

    @cached_property
    def words(self) -> Counts:
        """The number of words of each line; an unspaced script counts 3 words for 5 characters."""
        is_word = np.isin(self._classes, _WORD)
        begins = is_word & ~np.concatenate(([False], is_word[:-1]))
        return self._sum(begins) + 3 * self._count(ch.IDEOGRAPH) // 5

    @cached_property
    def sentences(self) -> Counts:
        """The number of places in each line where a mark ends a sentence."""
        terminal = self._classes == ch.TERMINAL
        after = np.isin(self._classes, _AFTER_A_SENTENCE)
        ideograph = self._classes == ch.IDEOGRAPH
        ends = terminal & np.concatenate((after[1:] | ideograph[1:], [True]))
        return self._sum(ends)

    @cached_property
    def ends_sentence(self) -> Mask:
        """Whether the last mark of a line, closing quotes and brackets aside, ends a sentence."""
        speaks = ~np.isin(self._classes, _AFTER_A_SENTENCE)
        last = self._reduce(np.maximum, np.where(speaks, np.arange(len(speaks)), -1))
        result: Mask = (last >= 0) & (self._classes[last] == ch.TERMINAL)
        return result

    @cached_property
    def begins_lower(self) -> Mask:
        """Whether the first character of a line, white space aside, is a lower-case letter."""
        shown = self._classes != ch.SPACE
        end = len(shown)
        first = self._reduce(np.minimum, np.where(shown, np.arange(end), end - 1))
        result: Mask = self._classes[first] == ch.LOWER
        return result

    @cached_property
    def sentence(self) -> Mask:
        """Whether a line reads as a sentence, if a short one: 4 words and a mark; or as prose."""
        return self.prose | (self.ends_sentence & (self.words >= 4))

    @cached_property
    def prose(self) -> Mask:
        """Whether a line reads as prose: a sentence of 8 words, two sentences, or 25 words."""
        spoken = self.ends_sentence & ((self.words >= 8) | (self.sentences >= 2))
        return spoken | (self.words >= 25)

    def by_document(self) -> list[range]:
        """The rows of each document that has any, in order."""
        starts = np.flatnonzero(self.first).tolist()
        return [range(*pair) for pair in pairwise([*starts, len(self)])]

    def count_before(self, counted: Mask) -> Counts:
        """How many rows where `counted` stand before each row in its document."""
        total: Counts = np.cumsum(counted) - counted
        starts = np.flatnonzero(self.first)
        return total - total[starts][np.cumsum(self.first) - 1] if len(self) else total

    def count_after(self, counted: Mask) -> Counts:
        """How many rows where `counted` stand after each row in its document."""
        if not len(self):
            return np.zeros(0, dtype=np.int64)
        before = self.count_before(counted) + counted
        ends = np.append(np.flatnonzero(self.first)[1:], len(self)) - 1
        result: Counts = before[ends][np.cumsum(self.first) - 1] - before
        return result

    @cached_property
    def _offsets(self) -> Counts:
        lengths = np.fromiter(map(len, self.text), dtype=np.int64, count=len(self))
        return np.concatenate(([0], np.cumsum(lengths + 1)))[:-1]

    @cached_property
    def _classes(self) -> NDArray[np.uint8]:
        return ch.classes("".join(line + "\n" for line in self.text))

    @cached_property
    def _class_counts(self) -> Counts:
        rows = np.repeat(np.arange(len(self)), np.diff([*self._offsets, len(self._classes)]))
        counts = np.bincount(
            rows * ch.N_CLASSES + self._classes, minlength=len(self) * ch.N_CLASSES
        )
        return counts.reshape(len(self), ch.N_CLASSES)

    def _count(self, *classes: int) -> Counts:
        result: Counts = self._class_counts[:, classes].sum(axis=1)
        return result

    def _sum(self, flags: Mask) -> Counts:
        return self._reduce(np.add, flags.astype(np.int64))

    def _reduce(self, operation: np.ufunc, values: Counts) -> Counts:
        if not len(self):
            return np.zeros(0, dtype=np.int64)
        result: Counts = operation.reduceat(values, self._offsets)
        return result


def _begins(document: Counts) -> Mask:
    result: Mask = np.diff(document, prepend=-1) != 0
    return result


def shared_indents(lines: Sequence[str]) -> list[tuple[int, int]]:
    """The indentation that a document's lines share, as (first line, width) to take off from there.

    A few lines at the top may lack it if most lines below read as running text: what an extractor
    trimmed is the title's indentation. Repeats until nothing is shared, so that taking it off a
    second time finds nothing.

    >>> shared_indents(["  a", "    b"]), shared_indents(["a", "  b"])
    ([(0, 2)], [])
    """
    shared: list[tuple[int, int]] = []
    rest = list(lines)
    while rest:
        start = next((n for n, line in enumerate(rest) if line[0].isspace()), len(rest))
        body = rest[start:]
        if start > _TRIMMED_HEAD or (start and not _mostly_sentences(body)):
            break
        blanks = commonprefix([line[: len(line) - len(line.lstrip())] for line in body])
        if not blanks:
            break
        shared.append((start, len(blanks)))
        rest[start:] = [line[len(blanks) :] for line in body]
    return shared


def _mostly_sentences(lines: Sequence[str]) -> bool:
    sentences = sum(len(line.strip()) >= 40 and bool(_SENTENCE_END.search(line)) for line in lines)
    return sentences >= 3 and 2 * sentences > len(lines)
