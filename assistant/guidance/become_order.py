"""A case of becoming a technician -> the ids of its steps, in groups that can run side by side.

A group comes after the group before it. The order follows what the board itself says about applying;
where it says nothing, papers come before work and training before the exam.
"""

from __future__ import annotations

from collections.abc import Iterable

from assistant.guidance.case import Case

__all__ = ["EXAM_STEPS", "Group", "groups_of", "registers_first"]

Group = tuple[str, ...]  # step ids
# Study comes before the application: a certifier's time to take the exam runs from its approval.
EXAM_STEPS: tuple[Group, ...] = (("study",), ("exam-apply",), ("exam-sit",), ("exam-score",))


def groups_of(case: Case) -> tuple[Group, ...]:
    """The groups of steps, first to last; an exam that the place does not ask for is not among them."""
    middle = {"new": _new, "trainee": _rest, "certified": _papers}[case.standing](case)
    opening: list[Group] = [("entry",)]
    if case.request.record:
        opening.append(("record",))
    kept = [tuple(step for step in group if _exists(case, step)) for group in (*opening, *middle)]
    certified = any("exam-sit" in group for group in kept) or case.standing == "certified"
    return (*(group for group in kept if group), ("work",), ("keep", "keep-cert") if certified else ("keep",))


def registers_first(case: Case) -> bool:
    """Whether the board registers a technician before training and exam."""
    trained = {"train", "exam", "trainee"} | ({"proof"} if "train" not in case.order else set())
    before = case.order[: case.position("apply")] if "apply" in case.order else ()
    proof_later = "train" not in case.order and "proof" in case.order
    return not case.has_trainee and not trained & set(before) and not proof_later


def _exists(case: Case, step: str) -> bool:
    if step in ("apply", "upgrade", "trainee"):
        return case.registers
    return step != "check" or case.checked


def _new(case: Case) -> Iterable[Group]:
    yield from (("fits",), ("find",))
    if case.has_trainee:
        yield from _with_trainee(case)
    elif registers_first(case):
        yield from _with_early_papers(case)
    else:
        yield _training(case)
        yield from _finish(case, ("check",))


def _with_trainee(case: Case) -> Iterable[Group]:
    """First the permission to learn, then the training; a school runs beside the permission.

    The background check stands where the board names it, and with the first papers where the board
    names no place: better known early than after months of training.
    """
    first = case.position("trainee")
    filed = 0 <= case.position("apply", last=True) < first  # both applications go in together
    gate: Group = ("trainee", "apply") if filed else ("trainee",)
    if 0 <= case.position("check") < first and not filed:
        yield ("check",)
    else:
        gate += ("check",)
    if case.at_work:
        yield gate
        yield _training(case)
    else:
        yield (*gate, *_training(case))
    yield from _finish(case, (), filed)


def _with_early_papers(case: Case) -> Iterable[Group]:
    """The board registers people before they are trained."""
    papers: Group = ("apply", "check")
    if case.at_work:
        yield papers
        yield _training(case)
    elif "hire" in case.order:
        yield from (_training(case), ("hire",), papers)
    else:
        yield (*papers, *_training(case))
    yield from _exam(case)
    if _upgrades(case):
        yield ("upgrade",)
    if not case.at_work and "hire" not in case.order:
        yield ("hire",)


def _finish(case: Case, check: Group, filed: bool = False) -> Iterable[Group]:
    """Exam, what the board asks for besides, and the application."""
    late = case.position("train", last=True) > case.position("apply") >= 0
    again = case.position("train", last=True) > case.position("exam") > case.position("train")
    yield from _exam(case)
    if again and not late:
        yield ("more-training",)
    hire: Group = () if case.at_work else ("hire",)
    if hire and "hire" in case.order:
        yield hire
        hire = ()
    if check and 0 <= case.position("check") < case.position("apply", last=True):
        yield check
        check = ()
    yield (*(() if filed else ("apply",)), *check, *hire)
    if late:
        yield ("more-training",)


def _rest(case: Case) -> Iterable[Group]:
    """A trainee finishes; in a place that registers first, the registration may be there already."""
    if registers_first(case):
        yield ("apply", "check")
        yield _training(case)
        yield from _exam(case)
        if _upgrades(case):
            yield ("upgrade",)
        return
    yield _training(case)
    at_end = case.position("check", last=True) > case.position("trainee") or "check" not in case.order
    yield from (
        tuple(step for step in group if step != "hire")
        for group in _finish(case, ("check",) if at_end else ())
    )


def _papers(case: Case) -> Iterable[Group]:
    """Who is certified files papers, and shows what is there already."""
    yield ("proof",)
    if case.state_exam:
        yield ("state-exam",)
    yield ("apply", "check")


def _training(case: Case) -> Group:
    worked = case.exam_needed and case.path == "work"
    return ("train", "hours") if worked else ("train",)


def _exam(case: Case) -> Iterable[Group]:
    if case.state_exam:
        yield ("state-exam",)
    elif case.exam_needed:
        yield from EXAM_STEPS


def _upgrades(case: Case) -> bool:
    """Whether one applies a second time, for the full level, once training or exam is done."""
    done = max(case.position("train"), case.position("exam"))
    return "apply" in case.order[done + 1 :] if done >= 0 else False
