from __future__ import annotations

from assistant.generation.deadline import Deadline


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def test_what_is_left_never_falls_below_nothing_and_no_wait_goes_past_the_end() -> None:
    clock = Clock()
    deadline = Deadline(10.0, clock, clock.sleep)
    deadline.wait(4.0)
    assert deadline.left == 10.0 - 4.0
    deadline.wait(60.0)
    assert (deadline.left, clock.now) == (0.0, 110.0)
    clock.now += 5.0
    assert deadline.left == 0.0


def test_a_shorter_one_within_it_never_outlives_it() -> None:
    clock = Clock()
    deadline = Deadline(10.0, clock, clock.sleep)
    assert deadline.within(3.0).left == 3.0
    assert deadline.within(30.0).left == 10.0
