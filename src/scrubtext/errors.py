"""What can go wrong, said so that the reader can mend it."""


class ScrubtextError(Exception):
    """Anything that scrubtext refuses; the message says where, what and what to do.

    >>> raise ScrubtextError("pages.txt: empty; give a file with text")
    Traceback (most recent call last):
    scrubtext.errors.ScrubtextError: pages.txt: empty; give a file with text
    """


class NotTextError(ScrubtextError):
    """The bytes are no text in any encoding that could be found (an image, an archive)."""


class RuleError(ScrubtextError):
    """A rule or its pack is wrong; names the file, the rule, the field and the remedy."""


class ConfigError(ScrubtextError):
    """A setting or an argument is wrong; names where it stands and what is allowed."""


class ExtractionError(ScrubtextError):
    """Markup could not be turned into text, or the extractor is not installed."""
