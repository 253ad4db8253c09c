from __future__ import annotations

import pytest

from ui import rates
from ui.rates import Rates, client_key


class Clock:
    """Seconds that a test moves on."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_a_burst_is_let_through_and_the_next_one_waits(clock: Clock) -> None:
    bucket = Rates(3, 0.5, clock)
    assert [bucket.wait("a") for _ in range(3)] == [0.0, 0.0, 0.0]
    assert bucket.wait("a") == 1 / 0.5


def test_waiting_as_long_as_said_is_enough_and_trying_again_costs_nothing(clock: Clock) -> None:
    bucket = Rates(1, 0.5, clock)
    bucket.wait("a")
    wait = bucket.wait("a")
    assert bucket.wait("a") == wait
    clock.now += wait
    assert bucket.wait("a") == 0.0


def test_one_client_does_not_use_up_anothers(clock: Clock) -> None:
    bucket = Rates(1, 1, clock)
    bucket.wait("a")
    assert bucket.wait("b") == 0.0


def test_a_bucket_never_holds_more_than_the_burst(clock: Clock) -> None:
    bucket = Rates(2, 1, clock)
    clock.now += 1_000
    assert [bucket.wait("a") > 0 for _ in range(3)] == [False, False, True]


def test_a_flood_of_addresses_takes_no_more_memory_than_planned(clock: Clock) -> None:
    bucket = Rates(1, 1, clock)
    for number in range(rates._MOST_CLIENTS + 50):
        bucket.wait(str(number))
    assert len(bucket._buckets) == rates._MOST_CLIENTS


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("testclient", "testclient"),
        (None, "unknown"),
    ],
)
def test_a_household_is_one_client(address: str | None, key: str) -> None:
    assert client_key(address) == key
