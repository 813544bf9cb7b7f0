"""Marks: which lines a filter would drop or keep, and why. Keep beats drop."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from scrubtext.lines import Lines, Mask
from scrubtext.rules.rule import Takes

REACH: tuple[Takes, ...] = ("line", "block", "rest")


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """What a filter says of the lines where `where`: the reason, and how far it reaches.

    What is `firm` is not undone by filters that come later: a user's word beats protections.

    >>> import numpy as np
    >>> Mark("furniture/ruler", np.array([False, True])).verdict
    'drop'
    """

    reason: str
    where: Mask
    verdict: Literal["drop", "keep"] = "drop"
    takes: Takes = "line"
    firm: bool = False


class Marks:
    """The marks of all filters so far, one row a line.

    A line's reason is the first one of those that reach farthest.

    >>> lines = Lines.of(["Share\\n\\nThe vote is on."])
    >>> marks = Marks(lines)
    >>> marks.add(Mark("en/share/button", lines.where([0])))
    >>> marks.dropped.tolist(), marks.reasons
    ([True, False], ['en/share/button', ''])
    """

    def __init__(self, lines: Lines) -> None:
        self.reasons = [""] * len(lines)
        self.reach = np.full(len(lines), -1, dtype=np.int8)
        self.keep = np.zeros(len(lines), dtype=bool)
        self._firm = np.zeros(len(lines), dtype=bool)

    def add(self, mark: Mark) -> None:
        """Takes note of a mark; raises ValueError for one that does not fit the lines."""
        if mark.where.shape != self.keep.shape or mark.where.dtype != bool:
            raise ValueError(
                f"{mark.reason}: where must be a mask, one bool for each of {len(self.keep)} lines"
            )
        if mark.verdict == "keep":
            self.keep |= mark.where & ~self._firm
            return
        if mark.firm:
            self._firm |= mark.where & ~self.keep
        reach = REACH.index(mark.takes)
        farther = mark.where & (self.reach < reach)
        for row in np.flatnonzero(farther).tolist():
            self.reasons[row] = mark.reason
        self.reach[farther] = reach

    @property
    def dropped(self) -> Mask:
        """Where a line is dropped: marked so, and not kept."""
        result: Mask = (self.reach >= 0) & ~self.keep
        return result

    def reaching(self, takes: Takes) -> Mask:
        """Where a dropped line takes other lines with it, just as far as `takes`."""
        result: Mask = self.dropped & (self.reach == REACH.index(takes))
        return result
