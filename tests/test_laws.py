"""The seven laws of docs/laws.md, as properties."""

import hashlib
import pickle
import random
from concurrent.futures import ThreadPoolExecutor
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import scrubtext
from scrubtext import ScrubtextError
from scrubtext.api import Pipeline
from scrubtext.filters import PROTECTIONS, Phrases, copies, furniture, recurring, spread
from scrubtext.intake.repair import needs_repair, repair, repair_line
from scrubtext.lines import Lines
from scrubtext.pipeline import Preset
from scrubtext.rules.index import Index
from scrubtext.rules.load import load_packs
from scrubtext.rules.match import matcher
from scrubtext.rules.rule import Rule
from tests.documents import ANY_TEXT, DOCUMENTS, LINES, rule_lines

PRESETS: tuple[Preset, ...] = get_args(Preset)
PIPELINES: dict[str, Pipeline] = {name: Pipeline.preset(name) for name in PRESETS}
INDEX = Index(load_packs())
each_preset = pytest.mark.parametrize("preset", PRESETS)


def stripped(text: str) -> list[str]:
    """The lines that have text, without the white space around them."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def is_subsequence(part: list[str], whole: list[str]) -> bool:
    remaining = iter(whole)
    return all(line in remaining for line in part)


@each_preset
@given(text=DOCUMENTS)
def test_1_nothing_invented(preset: str, text: str) -> None:
    result = PIPELINES[preset].scrub(text)
    assert is_subsequence(stripped(result.text), stripped(repair(text)[0]))


@each_preset
@given(text=DOCUMENTS)
def test_2_all_accounted_for(preset: str, text: str) -> None:
    pipeline = PIPELINES[preset]
    result = pipeline.scrub(text)
    lines = repair(text)[0].split("\n")
    numbers = [removal.line for removal in result.removals]
    assert numbers == sorted(set(numbers))
    for removal in result.removals:
        assert removal.text == lines[removal.line - 1].removesuffix("\r")
        assert removal.reason in pipeline.reasons
    kept = [line.strip() for n, line in enumerate(lines, 1) if n not in numbers and line.strip()]
    assert stripped(result.text) == kept


@each_preset
@given(texts=st.lists(DOCUMENTS, max_size=8), seed=st.integers(0, 9))
def test_3_alone_or_together(preset: str, texts: list[str], seed: int) -> None:
    pipeline = PIPELINES[preset]
    alone = {text: pipeline.clean(text) for text in texts}
    assert pipeline.clean_many(texts) == [alone[text] for text in texts]
    random.Random(seed).shuffle(texts)
    assert pipeline.clean_many(texts) == [alone[text] for text in texts]


def test_3_alone_or_together_with_workers() -> None:
    texts = ["\n".join(rule_lines()[n : n + 30]) for n in range(0, 300, 7)]
    pipeline = PIPELINES["standard"]
    expected = pipeline.clean_many(texts)
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(pipeline.clean, texts)) == expected
    again = pickle.loads(pickle.dumps(pipeline))
    assert again == pipeline
    assert again.clean_many(texts) == expected


@given(line=st.one_of(LINES, ANY_TEXT))
def test_4_the_index_only_speeds_up(line: str) -> None:
    rules = INDEX.rules
    [folded] = Lines.of([f"x{line}".replace("\n", " ")]).folded
    for text in (folded, folded[1:]):
        assert INDEX.matches(text) == [n for n, rule in enumerate(rules) if matcher(rule)(text)]


@given(line=st.one_of(LINES, ANY_TEXT))
def test_4_the_gate_only_speeds_up(line: str) -> None:
    line = line.replace("\n", "")
    if not needs_repair(line):
        assert repair_line(line) == (line, ())


@each_preset
@given(text=DOCUMENTS)
def test_5_twice_is_once(preset: str, text: str) -> None:
    once = PIPELINES[preset].clean(text)
    assert PIPELINES[preset].clean(once) == once


RULE = Rule(
    id="en/a/b", why="", text=("Share this",), safety="sure", example="", keeps=(), where="tail"
)
SAME_EVERYWHERE = "818fbeac0cbdee44201f3f79ce46ee0e3199521648d61f16ad92efeec0838299"


def test_6_same_everywhere() -> None:
    """Two planes of code points, also those that only newer Pythons know, beside what a rule hits.

    Independent of the packs: the digest changes only if the code judges characters differently.
    """
    points = [chr(c) for c in range(0x20000)]
    texts = [
        "\n".join(f"{c}Share this {c}" for c in points[n:][:64]) for n in range(0, 0x20000, 64)
    ]
    pipeline = Pipeline([*PROTECTIONS, Phrases((RULE,)), furniture, copies, recurring, spread])
    columns = Lines.of(texts)
    seen = [*pipeline.clean_many(texts), *columns.folded, *map(str, columns.words.tolist())]
    digest = hashlib.sha256("\0".join(seen).encode("utf-8", "surrogatepass")).hexdigest()
    assert digest == SAME_EVERYWHERE


@each_preset
@given(text=ANY_TEXT)
def test_7_any_text_ends(preset: str, text: str) -> None:
    assert isinstance(PIPELINES[preset].scrub(text).text, str)


@given(data=st.one_of(st.binary(), ANY_TEXT.map(lambda text: text.encode("utf-16", "replace"))))
def test_7_any_bytes_end(data: bytes) -> None:
    try:
        assert isinstance(scrubtext.scrub(data).encoding, str)
    except ScrubtextError as error:
        assert str(error)


@given(markup=st.one_of(st.binary(), ANY_TEXT))
@settings(max_examples=50)
def test_7_any_markup_ends(markup: str | bytes) -> None:
    try:
        assert isinstance(scrubtext.clean_html(markup), str)
    except ScrubtextError as error:
        assert str(error)


@each_preset
@given(
    text=st.lists(
        st.sampled_from(("The vote is on Tuesday, she said.", "It was.", "Ja")), max_size=9
    )
)
def test_what_has_no_debris_stays_byte_for_byte(preset: str, text: list[str]) -> None:
    clean = "\n\n".join(dict.fromkeys(text))
    assert PIPELINES[preset].clean(clean) == clean


@given(text=DOCUMENTS)
def test_safe_leaves_white_space_alone_where_nothing_goes(text: str) -> None:
    result = PIPELINES["safe"].scrub(text)
    if not result.removals:
        assert result.text == repair(text)[0]
