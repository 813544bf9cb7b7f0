"""What every rule and filter takes from labelled pages, outside and inside their main content.

    python benchmarks/scorecard.py PAGES.parquet [--input KIND] [--preset NAME] [--rule PREFIX] …

PAGES.parquet has the columns `source`, `lang`, `html` (bytes) and `main_content` (the gold text).
Three kinds of input are made from a page: **page**, all its visible text; **residue**, what two
extractors let through; **gold**, the main content itself, of which nothing should go.

For the totals, tokens are counted as multisets: *debris removed* is the share of the tokens
outside the gold that goes, *content lost* the share of those inside it. For the table of rules,
each removed line is inside or outside: a line of four tokens or more is inside if at least 80 % of
its runs of four tokens occur in the gold; a shorter one if it is a line of the gold, or stands in
it with the same capitals and signs.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any, get_args

from pyarrow import parquet  # type: ignore[import-untyped]

from scrubtext import Pipeline
from scrubtext.errors import ScrubtextError
from scrubtext.intake.decode import decode
from scrubtext.intake.repair import repair
from scrubtext.pipeline import Preset
from scrubtext.result import Result

KINDS = ("page", "residue", "gold")
PRESETS: tuple[Preset, ...] = get_args(Preset)
_ALONE = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_ALONE}]|(?:(?![{_ALONE}])\w)+")
_RUN = 4
_SHARE = 0.8
# A text that keeps less than this share of its content is counted as harmed.
_HARMED = 0.9


def tokens(text: str) -> list[str]:
    """The words of a text in lower case; in CJK, kana and Thai every character is one.

    >>> tokens("Read more: 日本 (2)")
    ['read', 'more', '日', '本', '2']
    """
    return _TOKEN.findall(text.lower())


def _runs(words: list[str]) -> list[tuple[str, ...]]:
    return list(zip(*(words[n:] for n in range(_RUN)), strict=False))


@dataclass(frozen=True)
class Gold:
    """The main content of a page, and what of a line is in it."""

    text: str

    @cached_property
    def _lines(self) -> frozenset[str]:
        return frozenset(" ".join(line.split()).lower() for line in self.text.split("\n"))

    @cached_property
    def tokens(self) -> list[str]:
        """The words of the main content."""
        return tokens(self.text)

    @cached_property
    def _grams(self) -> frozenset[tuple[str, ...]]:
        return frozenset(_runs(self.tokens))

    @cached_property
    def _spaced(self) -> str:
        return " ".join(self.text.split())

    def holds(self, line: str) -> bool:
        """Whether a line is inside the main content.

        >>> gold = Gold("She asked him to share it with all of them.\\nShare")
        >>> [gold.holds(line) for line in ("SHARE", "Him", "He asked her to share it")]
        [True, False, False]
        """
        words = tokens(line)
        if len(words) >= _RUN:
            runs = _runs(words)
            return sum(run in self._grams for run in runs) >= _SHARE * len(runs)
        spaced = " ".join(line.split())
        if spaced.lower() in self._lines:
            return True
        return bool(words) and bool(re.search(rf"(?<!\w){re.escape(spaced)}(?!\w)", self._spaced))


def decoded(html: bytes) -> str:
    """A page's markup as text."""
    try:
        return decode(html).text
    except ScrubtextError:
        return html.decode("utf-8", "replace")


def inputs(kind: str, html: bytes, gold: str) -> list[str]:
    """The texts of one kind that are made from a page."""
    if kind == "gold":
        return [gold] if gold.strip() else []
    from resiliparse.extract.html2text import extract_plain_text

    markup = decoded(html).encode("utf-8", "replace").decode("utf-8").replace("\0", "")
    if kind == "page":
        visible = extract_plain_text(
            markup,
            main_content=False,
            alt_texts=False,
            links=False,
            form_fields=False,
            noscript=False,
            preserve_formatting=True,
            list_bullets=False,
        )
        return [visible]
    import trafilatura

    main = extract_plain_text(markup, main_content=True, alt_texts=False)
    texts = [trafilatura.extract(markup) or "", main]
    return [text for text in texts if text.strip()]


@dataclass
class Hits:
    """What one reason removed: lines and tokens, outside and inside, with examples."""

    lines: Counter[str] = field(default_factory=Counter)
    tokens: Counter[str] = field(default_factory=Counter)
    examples: dict[str, Counter[str]] = field(
        default_factory=lambda: {"inside": Counter(), "outside": Counter()}
    )

    def add(self, other: "Hits") -> None:
        """Adds the counts of another."""
        self.lines += other.lines
        self.tokens += other.tokens
        for side, found in other.examples.items():
            self.examples[side] += found


@dataclass
class Score:
    """Totals by kind of input and source, and hits by reason."""

    totals: dict[tuple[str, str, str], Counter[str]] = field(default_factory=dict)
    hits: dict[tuple[str, str], Hits] = field(default_factory=dict)

    def add(self, other: "Score") -> None:
        """Adds the counts of another."""
        for key, counts in other.totals.items():
            self.totals.setdefault(key, Counter()).update(counts)
        for reason, hits in other.hits.items():
            self.hits.setdefault(reason, Hits()).add(hits)

    def judge(self, key: tuple[str, str, str], name: str, gold: Gold, result: Result) -> None:
        """Counts what became of one text; `key` is preset, kind of input and source."""
        inside = Counter(gold.tokens)
        counts = self.totals.setdefault(key, Counter())
        after = Counter(tokens(result.text))
        # With the removed lines it is the text after repair, so that repairs do not count as loss.
        before = after + Counter(tokens("\n".join(removal.text for removal in result.removals)))
        held = {"before": (before & inside).total(), "after": (after & inside).total()}
        for stage, words in (("before", before), ("after", after)):
            counts[f"inside {stage}"] += held[stage]
            counts[f"outside {stage}"] += words.total() - held[stage]
        counts["texts"] += 1
        counts["harmed"] += held["after"] < _HARMED * held["before"]
        for removal in result.removals:
            side = "inside" if gold.holds(removal.text) else "outside"
            hits = self.hits.setdefault((key[0], removal.reason), Hits())
            hits.lines[side] += 1
            hits.tokens[side] += len(tokens(removal.text))
            hits.examples[side][f"{' '.join(removal.text.split())[:110]}  ({name})"] += 1


def score_pages(
    pages: tuple[dict[str, Any], ...], kinds: list[str], presets: list[Preset]
) -> Score:
    """The score of some pages: rows with `source`, `id`, `html` and `main_content`."""
    score = Score()
    pipelines = {name: Pipeline.preset(name) for name in presets}
    golds = [(page, Gold(repair(page["main_content"])[0])) for page in pages]
    for kind in kinds:
        texts = [
            (page, gold, text)
            for page, gold in golds
            for text in inputs(kind, page["html"], page["main_content"])
        ]
        for preset, pipeline in pipelines.items():
            results = pipeline.scrub_many(text for _, _, text in texts)
            for (page, gold, _), result in zip(texts, results, strict=True):
                key = (preset, kind, page["source"])
                score.judge(key, f"{kind}: {page['source']} {page['id']}", gold, result)
    return score


def read_pages(path: Path, source: str, lang: str, limit: int) -> Iterator[dict[str, Any]]:
    """The pages of a file that have main content, as rows."""
    table = parquet.read_table(path)
    found = 0
    for batch in table.to_batches(max_chunksize=64):
        for page in batch.to_pylist():
            wanted = source in ("", page["source"]) and page["lang"].startswith(lang)
            if wanted and page["main_content"].strip() and (not limit or found < limit):
                found += 1
                yield page


def print_rules(score: Score, prefix: str, examples: int) -> None:
    """Prints a line for each reason, what harms most first, with examples of both sides."""
    rows = [item for item in score.hits.items() if item[0][1].startswith(prefix)]
    rows.sort(key=lambda row: (row[1].tokens["inside"], row[1].tokens["outside"]), reverse=True)
    print(f"{'':42} {'lines':>14} {'tokens':>16}")
    print(f"{'rule (preset)':42} {'out':>7}{'in':>7} {'out':>9}{'in':>7}")
    for (preset, reason), hits in rows:
        lines, words = hits.lines, hits.tokens
        print(
            f"{reason + ' (' + preset + ')':42} {lines['outside']:7}{lines['inside']:7} "
            f"{words['outside']:9}{words['inside']:7}"
        )
        for side in ("inside", "outside"):
            # In the order of the alphabet, as the number of times is 1 for nearly all.
            for text, times in sorted(hits.examples[side].items(), key=lambda e: (-e[1], e[0]))[
                :examples
            ]:
                print(f"    {side:7} {times}x {text}")


def print_totals(score: Score) -> None:
    """Prints the share of debris that went and of content that was lost, by input and source."""
    print(f"\n{'preset':10} {'input':8} {'source':12} {'texts':>6} ", end="")
    print(f"{'debris removed':>15} {'content lost':>13} {'texts harmed':>13}")
    sums: dict[tuple[str, str, str], Counter[str]] = {}
    for (preset, kind, source), counts in score.totals.items():
        for name in (source, "~ all"):
            sums.setdefault((preset, kind, name), Counter()).update(counts)
    for (preset, kind, source), counts in sorted(sums.items()):
        print(f"{preset:10} {kind:8} {source:12} {counts['texts']:6} ", end="")
        print(f"{_gone(counts, 'outside'):>15} {_gone(counts, 'inside'):>13} ", end="")
        print(f"{counts['harmed']:13}")


def _gone(counts: Counter[str], side: str) -> str:
    before, after = counts[f"{side} before"], counts[f"{side} after"]
    return f"{1 - after / before:.4%}" if before else "-"


def main() -> int:
    """Runs the program."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("pages", type=Path, metavar="PAGES.parquet")
    parser.add_argument("--input", action="append", choices=KINDS, help="default: all three")
    parser.add_argument("--preset", action="append", choices=PRESETS, help="default: standard")
    parser.add_argument("--limit", type=int, default=0, help="the first pages only")
    parser.add_argument("--source", default="", help="pages of this source only")
    parser.add_argument("--lang", default="", help="pages of this language only")
    parser.add_argument("--rule", default="", metavar="PREFIX", help="reasons that begin so")
    parser.add_argument("--examples", type=int, default=2, help="lines to show of each side")
    options = parser.parse_args()
    kinds, presets = options.input or list(KINDS), options.preset or ["standard"]
    score = Score()
    pages = read_pages(options.pages, options.source, options.lang, options.limit)
    with ProcessPoolExecutor(2) as pool:
        parts = iter(lambda: tuple(islice(pages, 64)), ())
        jobs = [pool.submit(score_pages, part, kinds, presets) for part in parts]
        for job in jobs:
            score.add(job.result())
    print_rules(score, options.rule, options.examples)
    print_totals(score)
    return 0


if __name__ == "__main__":
    sys.exit(main())
