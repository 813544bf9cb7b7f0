"""The pipeline as a thing to use: composed, shared, and safe from filters that go wrong."""

import pickle
from collections.abc import Iterator
from dataclasses import FrozenInstanceError

import numpy as np
import pytest

import scrubtext
from scrubtext import Html, Pipeline, Removal
from scrubtext.filters import DropLines, KeepLines, furniture
from scrubtext.lines import Lines, Mask
from scrubtext.marks import Mark, Marks
from scrubtext.pipeline import ROUNDS
from scrubtext.reasons import FILTER_REASONS

TEXT = "Skip to main content\n\nIt rained. It snowed.\n|\nShare this article\nFacebook\n"


def last_line(lines: Lines, marks: Marks) -> Iterator[Mark]:
    """A filter that erodes: it always finds one more line to drop."""
    yield Mark("user/drop", np.append(lines.first[1:], True) & ~lines.first)


def test_public_names() -> None:
    assert set(scrubtext.__all__) <= set(dir(scrubtext))
    assert all(getattr(scrubtext, name) is not None for name in scrubtext.__all__)
    with pytest.raises(AttributeError, match="no attribute 'clear'"):
        scrubtext.clear  # type: ignore[attr-defined]  # noqa: B018


def test_result() -> None:
    result = scrubtext.scrub(TEXT)
    assert result.text == "It rained. It snowed.\n"
    assert result.changed
    assert result.removals[0] == Removal(1, "Skip to main content", "en/skip/link")
    assert [removal.line for removal in result.removals] == [1, 4, 5, 6]
    assert not scrubtext.scrub("It rained.\n").changed


def test_pipelines_are_immutable_and_equal_by_what_they_do() -> None:
    pipeline = Pipeline.preset("standard")
    with pytest.raises(FrozenInstanceError):
        pipeline.filters = ()  # type: ignore[misc]
    assert isinstance(pipeline.filters, tuple)
    assert pipeline == Pipeline.preset("standard") == pickle.loads(pickle.dumps(pipeline))
    assert pipeline != Pipeline.preset("safe")


def test_a_pipeline_of_one_s_own() -> None:
    assert Pipeline(filters=[furniture]).clean(TEXT) == TEXT.replace("|\n", "")
    assert Pipeline(filters=[]).clean("A. \n\n\n B.") == "A.\n\n B."
    assert Pipeline(filters=[], white_space="mend").clean("A. \n\n\n B.") == "A. \n\n\n B."


def test_filters_of_the_user_come_first() -> None:
    pipeline = Pipeline.preset("standard").with_filters(KeepLines("^Skip"), DropLines("rained"))
    assert pipeline.clean(TEXT) == "Skip to main content\n"


def test_ignored_reasons_do_not_count() -> None:
    pipeline = Pipeline(Pipeline.preset("standard").filters, ignore=frozenset({"en/skip/link"}))
    assert pipeline.clean(TEXT).startswith("Skip to main content\n\nIt rained.")


def test_every_kind_of_source() -> None:
    pipeline = Pipeline.preset("standard")
    page = Html("<html><body><p>The vote is on Tuesday, she said.</p></body></html>")
    texts = [result.text for result in pipeline.scrub_many(["A.", b"B.", page, "", b"", Html("")])]
    assert texts == ["A.", "B.", "The vote is on Tuesday, she said.", "", "", ""]
    assert pipeline.scrub_many([]) == []
    assert pipeline.clean_many(iter(["A.", "B."])) == ["A.", "B."]


def test_a_document_that_erodes_is_given_back() -> None:
    text = "\n".join(f"It was day {n}." for n in range(ROUNDS + 2))
    pipeline = Pipeline(filters=[last_line])
    result, other = pipeline.scrub_many([text, "A.\nB."])
    assert (result.text, result.removals) == (text, ())
    assert "left as it is" in result.notes[0]
    assert (other.text, other.notes) == ("A.", ())


def test_every_filter_reason_is_explained() -> None:
    marked = (
        "It rained.\n|\n\nThe end of all of it\n\nThe end of all of it\n\n"
        + "Reply\nA.\n" * 6
        + "\n---"
    )
    pipeline = Pipeline.preset("aggressive").with_filters(DropLines("A"))
    reasons = {removal.reason for removal in pipeline.scrub(marked).removals}
    assert reasons == set(FILTER_REASONS)
    assert reasons <= set(pipeline.reasons)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("", ""),
        ("\n", ""),
        (" \n\t\n", ""),
        ("A.", "A."),
        ("A.\n", "A.\n"),
        ("\n\nA.\n\n\n", "A.\n"),
        ("A. \r\n\r\n\r\nB.\r\n", "A.\r\n\r\nB.\r\n"),
        ("  A.\n    B.", "A.\n  B."),
        ("A.\n\nSkip to content\n\nB.", "A.\n\nB."),
        ("A.\nSkip to content\nB.", "A.\nB."),
        ("A.\nSkip to content\n\nB.", "A.\n\nB."),
        ("Skip to content", ""),
        ("Skip to content\n", ""),
        ("A.\r\nSkip to content", "A."),
        ("A.\n\nB.\r\nSkip to content", "A.\n\nB."),
    ],
)
def test_tidy_white_space(text: str, cleaned: str) -> None:
    assert Pipeline.preset("standard").clean(text) == cleaned


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        (" A. \n\n\n\nB.\n\n", " A. \n\n\n\nB.\n\n"),
        ("A. \n\n\nSkip to content\n\nB. \n\n\nC.\n", "A. \n\n\nB. \n\n\nC.\n"),
        ("A.\nSkip to content\nB.", "A.\nB."),
        ("\nSkip to content\n\n\nA.", "A."),
        ("A.\n\n\nSkip to content\n\n", "A.\n"),
        ("A.\r\n\r\nSkip to content\r\n", "A.\r\n"),
        ("A.\r\n\r\nSkip to content", "A."),
        ("Skip to content\n", ""),
    ],
)
def test_mend_white_space(text: str, cleaned: str) -> None:
    assert Pipeline.preset("safe").clean(text) == cleaned


@pytest.mark.parametrize("where", [np.array([True]), np.array([1, 0, 1])])
def test_a_mask_that_does_not_fit_is_refused(where: Mask) -> None:
    pipeline = Pipeline(filters=[lambda *_: [Mark("x/y", where)]])
    with pytest.raises(ValueError, match="x/y: where must be a mask, one bool for each of 3 lines"):
        pipeline.clean("One.\nTwo.\nThree.")
