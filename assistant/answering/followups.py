"""A question in its conversation -> a question that stands alone.

No language model: a follow-up of this field leans on the turn before it in few ways, and each has a
rule here. Whole former turns are not glued on when the question stands by itself, because that hurts
retrieval when the topic has changed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answering.frames import BARE, Frame, frame_of, own_terms
from assistant.answering.other_place import (
    OPENER,
    WHAT_ABOUT,
    is_only_place,
    mentions_all,
    with_place,
    without_places,
)
from assistant.answering.places import find_places, place_name
from assistant.answering.vocabulary import Vocabulary
from assistant.text import fold, terms, words

__all__ = ["Standalone", "stand_alone"]


@dataclass(frozen=True, slots=True)
class Standalone:
    """A question rewritten to be understood without its conversation."""

    question: str
    leans: bool  # whether it took something from the turn before
    wants_more: bool = False  # asks for more of the same: what was said is not said again


_CORRECTION = re.compile(
    r"^\W*(?:(?:no|nope|wait|sorry|oops|actually|not that|nah)\b[\s,.!-]*)+(?:(?:i|we)\s+(?:actually\s+)?(?:meant|mean|was asking about|am asking about|asked about|said|want(?:ed)?)\b\s*(?:to (?:ask|know) about\b)?|the\b)?\s*|^\W*(?:i meant|i mean|i was asking about)\b\s*"
)
_MORE = re.compile(
    r"^\W*(?:(?:ok|okay|and|so|yes|please|can you|could you|thanks)\b[\s,]*)*(?:tell me more|more(?: (?:info|information|details?|please))?|go on|continue|what else|anything else|explain(?: (?:that|it|more|further))?|elaborate|say more|give me more(?: details?)?|keep going|expand(?: on (?:that|it))?)\W*$"
)
_PRONOUN = re.compile(
    r"\b(?:it|its|it's|that|this|those|these|they|them|their|one|ones|the other|other one|the same|there|either|both|neither|the first|the second|the latter|the former|he|she|such|the (?:\w+ )?thing)\b"
)
_OTHER = re.compile(
    r"\b(?:the other(?: one| exam| test| cert\w*)?|other one|the second(?: one)?|the latter)\b"
)
_THERE = re.compile(r"\b(?:there|here|that state|my state|this state|in that state)\b")
_ENDS_THERE = re.compile(r"\b(?:there|here)\W*$")
_IS_THERE = re.compile(r"^\W*(?:and |but |so )?(?:is|are) there\b|^\W*any\b")
# More than one thing is meant: those of the last turn, or of the last turns.
_GROUP = re.compile(
    r"\b(?:which (?:one|of (?:them|those|these|the two)|is (?=\w+er\b)|(?=(?:would|should|do|does)\b))|both(?: of them)?|either(?: one| of them)?|neither(?: one| of them)?|"
    r"the two(?: of them)?|between them|all of them|compare them)\b"
)
_GROUP_TURNS = 3  # how far back the members of a group are looked for
_BACK_TO_FIRST = re.compile(
    r"\b(?:first (?:thing|question|one)|earlier question|original question|where we started)\b"
)
_BACK = re.compile(
    r"^\W*(?:(?:ok|okay|so|now|anyway|thanks)\b[\s,]*)*(?:(?:going |go |getting )?back to|returning to)\b\s*"
)
_AGE = re.compile(r"(?<![\w$.-])(1[2-9]|[2-7]\d)(?![\w%-])")
_PERMISSION = re.compile(
    r"\b(?:can|could|may|will|would|do|does|am|are|is)\b.{0,20}\b(?:i|he|she|they|it|me|him|her|ptcb|nha|board|employers?|pharmac\w+)\b"
)
_STILL = re.compile(r"\b(?:still|after that|in that case|anyway)\b")
_ASKS = re.compile(r"\b(?:how|what|when|where|why|who|which|can|could|do|does|is|are|will)\b")
_IN_ENGLISH = re.compile(r"\bin english(?: please)?\b[\s,]*")
# After a matter, not a thing, was spoken of, "they" are the technicians.
_PEOPLE = re.compile(r"\bthey\b(?= (?:do|need|get|work|have|give|take|say|sign)\b)")
_HOW_MUCH = re.compile(r"^how much(?: (?:is|are|does|for)\b(?: (?:it|that|this|they|one)\b)?)?$")
_EARNED = re.compile(r"\b(?:pay|paid|earn|salar|wage|make|income|hour)")
_STATE_PAPER = re.compile(r"\b(?:registration|licen[sc]e|permit)\b")
# "do they accept it": the board or the certifier is asked about, which the place or the credential names.
_BODY = re.compile(
    r"\b(?:do|does|will|would) (?:they|it) (?:accept|require|want|take|let|ask|need|recogni[sz]e)\b"
)
_SHORT = 14  # words up to which a completed turn is read whole, what it leaned on included
_MIN_OWN_TERMS = 3
_OTHERS: Mapping[str, str] = {"ptcb-cpht": "the ExCPT of NHA", "nha-cpht": "the PTCE of PTCB"}
_LAST_PRONOUN = re.compile(
    r"\b(?:that one|this one|the one|it|that|this|those|these|they|them|one)\b(?!.*\b(?:it|that|this|those|these|they|them|one)\b)"
)
# What stands around the one thing that a follow-up changes: "and at a hospital?", "what about for nha".
_AROUND_THING = frozenset(
    """for at in to a an the as and or if i im m is it with about of my from of on by do does what how instead then
    same too also there pharmacy tech techs technician technicians job jobs work working role one ones exam cert certification please""".split()
)


def stand_alone(
    question: str,
    history: Sequence[str],
    cities: Mapping[str, str],
    vocabulary: Vocabulary,
    lean: bool = False,
) -> Standalone:
    """Rewrite a question with what it takes from its conversation.

    Args:
        question: as asked, spelling corrected.
        history: the stand-alone forms of the former turns, oldest first.
        cities: for reading places.
        vocabulary: for reading credentials, topics and aspects.
        lean: complete the question even where it seems to stand by itself.
    """
    if not history:
        return Standalone(question, False)
    return _Dialogue(history, cities, vocabulary).stand_alone(question, lean)


class _Dialogue:
    """The former turns, and what a question may take from them."""

    def __init__(self, history: Sequence[str], cities: Mapping[str, str], vocabulary: Vocabulary) -> None:
        self._history = history
        self._cities = cities
        self._vocabulary = vocabulary
        self._before = history[-1]
        whole = len(words(history[-1])) <= _SHORT
        self._frame = self._read(history[-1] if whole else history[-1].rsplit(" - ", 1)[-1])

    def stand_alone(self, question: str, lean: bool) -> Standalone:
        """The question with what it takes from the turns before; each way of leaning in turn."""
        if _MORE.match(fold(question)):
            return Standalone(self._about(), True, wants_more=True)
        if _BACK_TO_FIRST.search(fold(question)) and len(self._history) > 1:
            first = _Dialogue(self._history[:1], self._cities, self._vocabulary)
            return Standalone(first._completed(_BACK_TO_FIRST.sub(" ", fold(question))), True)
        question = self._without_return(question)
        found = self._group(question) or self._correction(question) or self._exchange(question)
        if found:
            return Standalone(found, True)
        if _ENDS_THERE.search(fold(question)) and self._asks_something(question):
            return Standalone(self._in_place(question), True)
        if lean or self._leans(question):
            return Standalone(self._completed(question), True)
        if _THERE.search(_strip_expletives(fold(question))):
            return Standalone(self._in_place(question), True)
        lot = self._lot(question)
        return Standalone(lot, True) if lot else Standalone(question, False)

    def _read(self, question: str) -> Frame:
        return frame_of(question, self._cities, self._vocabulary)

    def _without_return(self, question: str) -> str:
        """A return that names its subject: "back to prior auth, what does it pay"."""
        match = _BACK.match(fold(question))
        head, _, tail = question[match.end() :].partition(",") if match else ("", "", "")
        if not tail.strip() or not self._read(head).things:
            return question
        return self._with_pronoun(fold(tail).strip(" ?.!"), head.strip())

    def _group(self, question: str) -> str | None:
        """Of several spoken of before: "which of them is cheaper", "do both want that"."""
        match = _GROUP.search(fold(question))
        if match is None or self._read(question).things:
            return None
        frames = [self._read(turn) for turn in self._history[: -_GROUP_TURNS - 1 : -1]]
        things, places = _members(frames)
        asked = re.sub(r"\s{2,}", " ", fold(question)).strip(" ?.!")
        matter = "" if own_terms(_GROUP.sub(" ", asked)) else f" {self._frame.matter}"
        if len(things) > 1:
            return self._in_place(f"{asked}{matter}: {' or '.join(things)}")
        if len(places) > 1:
            return f"{asked}{matter} in {' or in '.join(place_name(code) for code in places)}?"
        return None

    def _correction(self, question: str) -> str | None:
        """What was meant instead: another matter of the same subject, or the same of another."""
        match = _CORRECTION.match(fold(question))
        rest = question[match.end() :].strip() if match and match.end() else ""
        if not rest or len(terms(rest)) > 4:
            return None
        return self._exchange(rest) or self._in_place(
            f"{rest.rstrip(' ?.!')} {self._frame.subject or ''}".strip()
        )

    def _exchange(self, question: str) -> str | None:
        """The question before, asked of another place, credential, topic or age; None when more is said."""
        places = find_places(question, self._cities)
        if places and is_only_place(question, places, self._cities):
            return with_place(self._before, places, self._cities)
        asked = OPENER.sub("", WHAT_ABOUT.sub("", fold(question)).strip() + " ").strip(" ?.!,")
        if not asked or _OTHER.search(asked):
            return None
        frame = self._read(asked)
        for pattern in (self._vocabulary.credential_pattern, self._vocabulary.topic_pattern, _AGE):
            named = pattern.search(asked)
            left = [word for word in words(pattern.sub(" ", asked)) if word not in _AROUND_THING]
            if named and not left and not frame.places:
                return self._exchanged(pattern, named.group(1), asked)
        return None

    def _exchanged(self, pattern: re.Pattern[str], name: str, asked: str) -> str:
        before = fold(self._before).rstrip(" ?.!")
        if pattern.search(before):
            return pattern.sub(name, before, count=1)
        if pattern is self._vocabulary.credential_pattern:  # a certifier is asked about, not the board
            return f"{without_places(before, self._cities)} {name}"
        return f"{before} {name if pattern is _AGE else asked}"

    def _leans(self, question: str) -> bool:
        """Whether a question cannot be understood alone."""
        folded = fold(question)
        own = own_terms(question)
        frame = self._read(question)
        pronoun = _PRONOUN.search(_strip_expletives(folded)) is not None
        asks = any(aspect.credential for aspect in self._vocabulary.aspects_of(question))
        if frame.credentials and asks and not pronoun:
            return False  # "what does the PTCE cost" says both what and of what
        if WHAT_ABOUT.match(folded):
            return len(own) < 6
        if not own:
            return True
        if pronoun and len(own) < 4 and not (frame.credentials and len(own) >= 3):
            return True
        if OPENER.match(folded) and len(own) < _MIN_OWN_TERMS:
            return True
        if len(own) < 2 and len(words(question)) < 7 and not frame.credentials:
            return True
        if _IS_THERE.search(folded) and len(words(question)) < 9 and not frame.things and not frame.places:
            return True
        if _STILL.search(folded) and len(words(question)) < 8 and not frame.things:
            return True
        # "lapsed 6 months, what then" right after a credential or a topic was spoken of is about that.
        return asks and not frame.things and len(words(question)) < 8 and bool(self._frame.things)

    def _completed(self, question: str) -> str:
        """The question with what it leaves to the turn before: subject, credential and place."""
        asked = _IN_ENGLISH.sub(" ", OPENER.sub("", fold(question), count=1))
        asked = re.sub(r"^\W*(?:what about|how about|what if)\s+", "", asked).strip(" ?.!") or fold(question)
        other = self._other(asked)
        if other:
            return other
        if _HOW_MUCH.search(asked) and not _EARNED.search(self._frame.quantity):
            asked = "how much does it cost"
        frame = self._read(asked)
        subject = self._subject(question, asked, frame)
        if subject is None and self._aspects(asked):
            return self._in_place(asked)
        if subject is None or (not subject and not frame.circumstance and not self._aspects(asked)):
            before = self._before.rsplit(" - ", 1)[-1].rstrip(" ?.!")
            return self._in_place(f"{asked} - {before}")
        if frame.credentials and (self._frame.credentials or _BODY.search(asked)):
            return self._in_place(asked)
        return self._in_place(self._with_pronoun(asked, subject))

    def _subject(self, question: str, asked: str, frame: Frame) -> str | None:
        """What the question is taken to be about: few words of the turn before; None: all of it."""
        former = self._frame
        if frame.places and _STATE_PAPER.search(asked) and former.credentials:
            return former.matter  # of the state's own paper, not of the certification spoken of before
        if self._is_bare(asked) and former.matter:
            return " ".join(dict.fromkeys([former.matter, *former.things]))
        if not former.subject and former.circumstance and not frame.circumstance:
            return former.circumstance
        if frame.places and self._aspects(asked):
            return ""
        added = WHAT_ABOUT.match(fold(question)) and not _ASKS.search(asked)
        pointing = not former.things and _LAST_PRONOUN.search(asked) and not self._aspects(asked)
        if former.quantity and (pointing or (added and not self._asks_something(asked))):
            said = former.subject or self._aspects(asked)
            return f"{former.quantity} {former.subject or ''}".strip() if said else None
        return former.subject

    def _is_bare(self, asked: str) -> bool:
        """Whether a question asks for a quantity or a time and names nothing: "how much?", "by when?"."""
        named = [m.group(1) for a in self._vocabulary.aspects if (m := a.words.search(fold(asked)))]
        quantity = self._read(asked).quantity
        matters = [name for name in named if name not in BARE and name not in quantity]
        return not matters and (not own_terms(asked) or bool(_STILL.search(asked)))

    def _other(self, asked: str) -> str | None:
        """The other of the two certifications: "and the other one?"."""
        former = self._vocabulary.credentials_of(self._before)
        if not (_OTHER.search(asked) and former and former[-1] in _OTHERS):
            return None
        name = _OTHERS[former[-1]]
        asked = _OTHER.sub(name, asked)
        if [term for term in terms(asked) if term not in terms(name)]:
            return self._in_place(asked)
        topic = self._vocabulary.credential_pattern.sub(name, fold(self._before).rstrip(" ?.!"), count=1)
        return self._in_place(topic.replace("the the ", "the "))

    def _with_pronoun(self, asked: str, subject: str) -> str:
        """The subject in the pronoun's place, else behind the question."""
        if not self._frame.things:
            asked = _PEOPLE.sub("technicians", asked)
        pronoun = _LAST_PRONOUN.search(_strip_expletives(asked))
        if subject and pronoun and pronoun.group() in asked:
            head, _, tail = asked.rpartition(pronoun.group())
            article = "the " if self._vocabulary.credentials_of(subject) else ""
            return f"{head}{article}{subject}{tail}"
        return asked if subject in asked else f"{asked} {subject}"

    def _lot(self, question: str) -> str | None:
        """With what the person told of themselves in the turn before: "will PTCB let me"."""
        lot = self._frame.circumstance
        short = len(words(question)) < 9 and _PERMISSION.search(fold(question))
        if not (lot and short) or self._read(question).circumstance:
            return None
        completed = f"{question.rstrip(' ?.!')} {lot}"
        return completed if self._read(question).credentials else self._in_place(completed)

    def _about(self) -> str:
        """A request for more about the subject of the turn before."""
        subject = self._frame.subject
        return self._in_place(f"tell me about {subject}") if subject else self._before

    def _asks_something(self, asked: str) -> bool:
        return any(a.name not in ("become", "permitted") for a in self._vocabulary.aspects_of(asked))

    def _aspects(self, asked: str) -> bool:
        return bool(self._vocabulary.aspects_of(asked))

    def _in_place(self, question: str) -> str:
        if find_places(question, self._cities):
            return question
        former = find_places(self._before, self._cities)
        if not former or mentions_all(question, former):
            return question
        return f"{question.rstrip(' ?.!')} in {place_name(former[-1].code)}?"


def _members(frames: Sequence[Frame]) -> tuple[list[str], list[str]]:
    """The things and the places of the last turns, oldest first; of the last one alone where it has two."""
    things: list[str] = []
    places: list[str] = []
    for frame in frames:
        things = things if len(things) > 1 else list(dict.fromkeys([*frame.things, *things]))
        places = places if len(places) > 1 else list(dict.fromkeys([*frame.places, *places]))
    return things[:4], places[:4]


def _strip_expletives(folded: str) -> str:
    """Without the "it", "that", "there" and "this" that point at nothing."""
    return re.sub(
        r"\bis it (?:true|possible|hard|worth|ok|okay|legal|better|easy|too late|necessary|required|normal)\b|\bit (?:is|takes?)\b(?= to\b)|"
        r"\b(?:are|is) there\b|\bthere (?:is|are)\b|\bdoes it (?:take|cost)(?= .{0,20}\bto\b)|\b(?:says?|said|told|heard|know|think|means?|so|tells) (?:me )?that\b|"
        r"\bthis (?:job|career|field|year|work)\b|\bthat (?:i|you|we|a|the|is|are|can|will)\b|\bone (?:hour|year|day|state)\b|\bno one\b|\bwill it take(?= .{0,20}\bto\b)",
        " ",
        folded,
    )
