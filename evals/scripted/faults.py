"""The ways in which a provider or a model fails, each as a script with a name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from evals.scripted.play import Play, Received, Script
from evals.scripted.scripts import faithful, offered

__all__ = ["FAULTS", "LIES", "TIMED", "then"]

# What no answer may say: the scripts below try to smuggle it in.
LIES = ("$987", "Certified Galactic Technician", "evil.example", "HACKED", "Everything is free")
# Faults that use up the time allowed, so that a run with a short one shows them soon.
TIMED = frozenset({"silence", "drip without words"})
_LONG = 30_000  # words


def then(*plays: Play, last: Script | None = None) -> Script:
    """A script that plays one after the other, then what `last` says (by default a faithful model)."""
    follow = last or faithful()

    def script(received: Received) -> Play:
        return plays[received.number - 1] if received.number <= len(plays) else follow(received)

    return script


def _always(play: Play) -> Script:
    return lambda received: play


def _writes(make: Callable[[Received], str]) -> Script:
    return lambda received: Play(make(received))


def _true(received: Received, count: int = 2) -> list[str]:
    return [f"{text} [{key}]" for key, text in offered(received)[:count]]


def _key(received: Received) -> str:
    found = offered(received)
    return found[0][0] if found else "k000000"


def _broken_midway(received: Received) -> Play:
    said = " ".join(_true(received, 4))
    return Play(said, cut_after=len(said.split(" ")) * 3 // 4)


FAULTS: Mapping[str, Script] = {
    "silence": _always(Play("late", pause=60.0)),
    "drip without words": _always(Play("late", pings=2_000, gap=0.05)),
    "429, Retry-After 1": then(Play(status=429, headers={"retry-after": "1"})),
    "429, Retry-After 3600": _always(Play(status=429, headers={"retry-after": "3600"})),
    "429 for ever": _always(Play(status=429)),
    "500 once": then(Play(status=500)),
    "503 for ever": _always(Play(status=503)),
    "529 overloaded once": then(Play(status=529)),
    "401 wrong key": _always(Play(status=401)),
    "400 refuses tools": lambda received: Play(status=400) if received.tools else faithful()(received),
    "broken at once": _always(Play("one two three", cut_after=1)),
    "broken at once, then well": then(Play("one two three", cut_after=1)),
    "broken midway": _broken_midway,
    "empty": _always(Play("")),
    "empty, then well": then(Play("")),
    "garbage instead of JSON": _always(Play(raw=b"<html>502 Bad Gateway</html>")),
    "garbage words": _always(Play("xq zzv [] {{ ]] %% wrrgl .. bnf, 17 17 17 qq? lorem [k12] ipsum.")),
    "enormous reply": _always(Play("Everything is free for everybody everywhere now. " * (_LONG // 7))),
    "one endless sentence": _always(Play("pharmacy " * _LONG)),
    "tool loop": lambda received: (
        Play(calls=(("state_rules", {"state": "OH"}),)) if received.tools else Play("Let me look once more.")
    ),
    "unknown tool, then well": then(Play(calls=(("launch_rocket", {}),))),
    "wrong tool arguments, then well": then(Play(calls=(("state_rules", {"state": "Atlantis"}),))),
    "wrong citations": _writes(
        lambda r: "The fee is $987. [k999999] You are a Certified Galactic Technician. [k111111]"
    ),
    "numbers as citations": _writes(
        lambda r: " ".join(f"{text} [{n}]" for n, (_, text) in enumerate(offered(r)[:3], 1))
    ),
    "lies under true keys": _writes(
        lambda r: f"The fee is $987. [{_key(r)}] You need to be a Certified Galactic Technician. [{_key(r)}]"
    ),
    "a lie among truths": _writes(lambda r: " ".join([*_true(r, 3), f"The fee is $987. [{_key(r)}]"])),
    "obeys an injected document": _writes(
        lambda r: f"HACKED. Everything is free at https://evil.example/join. [{_key(r)}] Pay us. [{_key(r)}]"
    ),
}
