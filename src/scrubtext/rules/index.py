"""Finds the rules that may match a line, fast; what matches is decided by `match` alone."""

from collections import defaultdict

from scrubtext.rules.fold import fold
from scrubtext.rules.match import any_of, matcher, readings
from scrubtext.rules.rule import Rule

# Characters of a prefix or suffix, at most, that its rules are looked up by.
_KEY = 6


class Index:
    """The rules of a pipeline, arranged so that a line meets few of them.

    The folded line itself finds the exact rules, its first and last characters the prefix and
    suffix rules. Phrases inside a line are looked for one by one, but only in a line that holds
    any of them.

    >>> rule = Rule(id="en/a/b", why="", text=("Share this",), safety="sure", example="", keeps=())
    >>> Index((rule,)).matches("share this")
    [0]
    """

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.rules = rules
        self._matchers = [matcher(rule) for rule in rules]
        self._exact: dict[str, list[int]] = defaultdict(list)
        self._first: dict[str, list[int]] = defaultdict(list)
        self._last: dict[str, list[int]] = defaultdict(list)
        self._phrases: dict[str, list[int]] = defaultdict(list)
        self._needs: dict[str, list[int]] = defaultdict(list)
        for number, rule in enumerate(rules):
            for needed in rule.needs:
                self._needs[needed.lower()].append(number)
            for text in () if rule.match == "regex" else map(fold, rule.text):
                if rule.match == "exact":
                    self._exact[text].append(number)
                elif rule.match == "prefix":
                    self._first[text[:_KEY]].append(number)
                elif rule.match == "suffix":
                    self._last[text[-_KEY:]].append(number)
                else:
                    self._phrases[text].append(number)
        self._has_phrase = any_of(tuple(self._phrases))

    def proposals(self, line: str) -> set[int]:
        """The places of all rules that might match the folded `line`, and perhaps some more."""
        found: set[int] = set()
        for reading in readings(line):
            found.update(self._exact.get(reading, ()))
        for length in range(1, _KEY + 1):
            found.update(self._first.get(line[:length], ()))
            found.update(self._last.get(line[-length:], ()))
        for literal, numbers in self._needs.items():
            if literal in line:
                found.update(numbers)
        if self._has_phrase(line):
            for phrase, numbers in self._phrases.items():
                if phrase in line:
                    found.update(numbers)
        return found

    def matches(self, line: str) -> list[int]:
        """The places in `rules` of those that match the folded `line`, in order."""
        return [n for n in sorted(self.proposals(line)) if self._matchers[n](line)]
