"""Text from people and documents -> Markdown that shows exactly that text.

Streamlit's Markdown knows more than CommonMark: LaTeX, colour directives, emoji and icon
shortcodes, arrows, and links made of bare addresses. The last few work on text that is already
unescaped, so a backslash does not stop them; an invisible word joiner does.
"""

from __future__ import annotations

import re

__all__ = ["clean", "escape", "escape_inline", "highlight"]

_JOINER = "\u2060"  # WORD JOINER: no width, no line break
_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$&^=:\"'])")
# After the patterns of Streamlit 1.67: bare and mail addresses, :shortcodes: and arrows.
_REVIVED = re.compile(
    r"(?P<scheme>\b(?:https?|ftp|mailto|xmpp):)(?=\S)"
    r"|(?P<www>\bwww)(?=\.)"
    r"|(?P<mail>@)(?=\w)"
    r"|(?P<code>:)(?=[\w/+\-]+:)"
    r"|(?P<arrow>[<>~-])(?=[->=])",
    re.IGNORECASE,
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """Any text without control characters and without those that turn its direction."""
    return _CONTROL.sub("", text)


def escape(text: str) -> str:
    """Any text -> Markdown that renders as that text, line breaks kept."""
    lines = clean(text).split("\n")
    escaped = [_escape_line(line.strip()) for line in lines]
    return re.sub(r"(?:  \n){2,}", "\n\n", "  \n".join(escaped).strip())


def escape_inline(text: str) -> str:
    """Any text -> Markdown on one line, for labels, list items and table cells."""
    return _escape_line(" ".join(clean(text).split()))


def highlight(passage: str, quote: str) -> str:
    """A passage -> Markdown in which its first occurrence of the quote is marked."""
    start = passage.find(quote) if quote else -1
    if start < 0:
        return escape(passage)
    end = start + len(quote)
    marked = "\n".join(_marked(line) for line in quote.split("\n"))
    parts = [_kept(passage[:start]), marked, _kept(passage[end:])]
    return _breaks("".join(parts))


def _marked(line: str) -> str:
    body = line.strip()
    return f":yellow-background[{_escape_line(body)}]" if body else ""


def _kept(text: str) -> str:
    return "\n".join(_escape_line(line) for line in text.split("\n"))


def _breaks(markdown: str) -> str:
    """Single line breaks become hard ones; empty lines stay paragraphs."""
    lines = [line.strip() for line in markdown.split("\n")]
    return re.sub(r"(?:  \n){2,}", "\n\n", "  \n".join(lines).strip())


def _escape_line(line: str) -> str:
    held = _REVIVED.sub(lambda match: match.group() + _JOINER, line)
    return _SPECIAL.sub(r"\\\1", held)
