"""What a document became, and an account of every line that went."""

import json
from dataclasses import asdict, dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Removal:
    """One dropped line with its reason.

    `line` is 1-based and counts the lines of the decoded input (for HTML, of the extracted
    text). `reason` is an address: ``en/share/opener`` is the rule ``opener`` in
    ``packs/en/share.toml``; ``furniture/…`` and ``repeats/…`` are the filters of that name.

    >>> Removal(line=4, text="Twitter", reason="en/share/opener")
    Removal(line=4, text='Twitter', reason='en/share/opener')
    """

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Repair:
    """One line whose characters were repaired; `line` is 1-based, `steps` say how.

    >>> Repair(line=1, before="sÃ³", after="só", steps=("encode latin-1", "decode utf-8")).after
    'só'
    """

    line: int
    before: str
    after: str
    steps: tuple[str, ...]


@dataclass(frozen=True)
class Result:
    """A document after the pipeline, with the account of what was done to it.

    `original` is the decoded input (for HTML, the extracted text) before any repair;
    `encoding` the codec of bytes input, else None; `notes` says what else a reader should know.

    >>> import scrubtext
    >>> result = scrubtext.scrub("Skip to main content\\n\\nThe vote is on Tuesday.\\n")
    >>> result.text
    'The vote is on Tuesday.\\n'
    >>> [removal.line for removal in result.removals], result.changed
    ([1], True)
    """

    text: str
    original: str
    removals: tuple[Removal, ...] = ()
    repairs: tuple[Repair, ...] = ()
    encoding: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether `text` differs from `original`."""
        return self.text != self.original

    @cached_property
    def reasons(self) -> dict[int, str]:
        """The reason for each removed line, by its 1-based number."""
        return {removal.line: removal.reason for removal in self.removals}

    def to_json(self) -> str:
        """The account as one JSON object on one line, in ASCII.

        >>> result = Result(text="", original="XS", removals=(Removal(1, "XS", "any/a/b"),))
        >>> json.loads(result.to_json())["removals"]
        [{'line': 1, 'text': 'XS', 'reason': 'any/a/b'}]
        """
        return json.dumps(
            {
                "text": self.text,
                "removals": [asdict(removal) for removal in self.removals],
                "repairs": [asdict(repair) for repair in self.repairs],
                "encoding": self.encoding,
                "changed": self.changed,
                "notes": self.notes,
            }
        )
