from __future__ import annotations

import re

import pytest

from ui.escaping import escape, escape_inline, highlight

JOINER = "\u2060"


def shown(markdown: str) -> str:
    """What CommonMark shows of escaped text: backslash escapes resolved."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown).replace(JOINER, "")


@pytest.mark.parametrize(
    "text",
    [
        "[click](https://evil.example) ![image](https://evil.example/x.png)",
        "<img src=x onerror=alert(1)> <b>bold</b> &lt;i&gt;",
        "It costs $5, then $10; $x^2$ and $$y$$",
        ":red[red] :material/home: :smile: :blue-badge[b]",
        "# heading, - list, 1. list, > quote, --- rule, ``` code, | table |",
        "a -> b <- c <-> d -- e >= f ~= g ~~s~~ *i* **b** _u_ `c` \\ back",
    ],
    ids=["links", "html", "latex", "directives", "blocks", "marks"],
)
def test_escaped_text_shows_exactly_what_was_written(text: str) -> None:
    assert shown(escape_inline(text)) == text


@pytest.mark.parametrize(
    "text", ["https://evil.example", "www.evil.example", "me@evil.example", ":smile:", "a -> b"]
)
def test_what_works_on_unescaped_text_is_held_apart_by_a_joiner(text: str) -> None:
    assert JOINER in escape_inline(text)


def test_every_character_with_a_meaning_is_escaped() -> None:
    for character in "\\`*_{}[]()<>#+-.!|~$&:":
        assert f"\\{character}" in escape_inline(f"x{character}y")


def test_line_breaks_and_paragraphs_stay() -> None:
    assert escape("one\ntwo\n\n\nthree") == "one  \ntwo\n\nthree"


def test_indented_lines_do_not_become_code() -> None:
    assert escape("one\n\n      two") == "one\n\ntwo"


def test_directions_and_control_characters_are_left_out() -> None:
    assert escape_inline("a\u202eb\x00c") == "abc"


def test_the_quote_is_marked_in_its_passage() -> None:
    assert highlight("Before. The fee is 5. After.", "The fee is 5.") == (
        r"Before\. :yellow-background[The fee is 5\.] After\."
    )


def test_a_quote_over_several_lines_is_marked_line_by_line() -> None:
    marked = highlight("a\nb\n\nc\nd", "b\n\nc")
    assert marked == "a  \n:yellow-background[b]\n\n:yellow-background[c]  \nd"


def test_a_bracket_in_a_quote_does_not_end_its_mark() -> None:
    assert highlight("see [1] here", "[1]") == r"see :yellow-background[\[1\]] here"


@pytest.mark.parametrize("quote", ["", "not there"], ids=["none", "elsewhere"])
def test_a_passage_without_the_quote_is_shown_unmarked(quote: str) -> None:
    assert highlight("plain text", quote) == "plain text"
