from __future__ import annotations

import signal
import threading
from time import monotonic

import pytest

from bantin.markup.convert import convert
from bantin.markup.guard import TooSlow, time_limit


def work_for(seconds: float) -> None:
    end = monotonic() + seconds
    while monotonic() < end:
        pass


def test_work_without_end_is_stopped():
    with pytest.raises(TooSlow), time_limit(0.01):
        work_for(5)


def test_the_timer_of_somebody_else_is_left_alone():
    mine = signal.signal(signal.SIGALRM, signal.SIG_IGN)
    signal.setitimer(signal.ITIMER_REAL, 60)
    try:
        with time_limit(0.01):
            work_for(0.05)
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 50
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, mine)


def test_nothing_is_left_behind():
    before = signal.getsignal(signal.SIGALRM)
    with time_limit(60):
        assert signal.getsignal(signal.SIGALRM) != before
    assert signal.getsignal(signal.SIGALRM) == before
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


def test_other_threads_convert_without_a_timer():
    pages = []
    thread = threading.Thread(target=lambda: pages.append(convert("*a*").parts))
    thread.start()
    thread.join()
    assert pages == [("<p><em>a</em></p>",)]
