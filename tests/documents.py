"""Documents for the property tests: arbitrary text, and pages mixed of content and debris."""

from itertools import chain

from hypothesis import strategies as st

from scrubtext.rules.load import load_packs

SENTENCES = (
    "The minister said on Monday that she would wait for the result of the vote.",
    "It rained. Nobody had expected that, least of all the people of the valley below.",
    "    Lavrov called the situation difficult, saying that much time has been lost.",
    "他说这是一个困难的局面，已经失去了很多时间。",
    "Er sagte, man müsse nun abwarten, was die Grüße aus Köln bewirken würden.",
    "A difficult situation",
    "And miles to go before I sleep,",
    "12:03 anna: share",
    "    return share(x);",
    "| Leeds | 3 | 1 |",
    "sÃ³ &amp;eacute; \x1b[31mred\x1b[0m",
)
SPACES = st.sampled_from(("", "", " ", "\t", "\xa0", "\u2003", "\u3000", "\u200b"))
FRAGMENTS = (
    *(">>> ", "... ", "A√©a", "◊ê", "Ã\xa0", "voilÃ", "ï»¿", "&nbsp;", "&#32;"),
    *("## Next", "===", "Ann  18:02", "It has the following entries:", "[edit]"),
)
LAYOUT = (
    "",
    "",
    " ",
    "\t",
    "* * *",
    "-----",
    "•",
    "|",
    "> ",
    "```",
    "\r",
    "# Title",
    "\u200b",
    "…",
)


def rule_lines() -> list[str]:
    """Every text of the exact rules, and the lines of all examples."""
    rules = load_packs()
    texts = chain.from_iterable(rule.text for rule in rules if rule.match == "exact")
    examples = chain.from_iterable(rule.example.split("\n") for rule in rules)
    return sorted({*texts, *(line[2:] for line in examples)})


LINES = st.one_of(
    st.sampled_from(rule_lines()),
    st.sampled_from(SENTENCES),
    st.sampled_from(LAYOUT),
    st.text(max_size=30),
    st.builds("{}{}{}".format, SPACES, st.sampled_from(FRAGMENTS), SPACES),
    st.builds(
        "{}{}{}".format, st.sampled_from(LAYOUT), st.sampled_from(rule_lines()), st.just(" ")
    ),
)
BREAKS = st.sampled_from(("\n", "\n", "\n\n", "\r\n", "\n\n\n"))
PAGES = st.builds(
    lambda parts, end: "".join(chain.from_iterable(parts)) + end,
    st.lists(st.tuples(LINES, BREAKS), max_size=40),
    st.sampled_from(("", "\n", "The end.")),
)
# Surrogates too: st.text leaves them out unless asked.
ANY_TEXT = st.text(st.characters(codec=None, categories=None), max_size=200)
DOCUMENTS = st.one_of(PAGES, PAGES, ANY_TEXT)
