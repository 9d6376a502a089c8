from __future__ import annotations

import io

import pytest

from bantin.photos.progress import ProgressLine


class Terminal(io.StringIO):
    def isatty(self):
        return True


def clock(*seconds):
    return iter(seconds).__next__


@pytest.mark.parametrize(
    ("lang", "rate"), [pytest.param("vi", "2,5", id="vi"), pytest.param("en", "2.5", id="en")]
)
def test_says_how_many_how_fast_and_how_long(lang, rate):
    terminal = Terminal()
    progress = ProgressLine(terminal, lang, clock(0.0, 4.0))
    progress(10, 260)
    line = terminal.getvalue()
    assert line.startswith("\r10/260")
    assert f" {rate}/" in line
    assert "1:40" in line


def test_a_pipe_stays_quiet():
    pipe = io.StringIO()
    progress = ProgressLine(pipe, "vi", clock(0.0, 1.0, 2.0))
    progress(1, 2)
    progress(2, 2)
    assert pipe.getvalue() == ""


def test_the_line_is_written_over_and_ended():
    terminal = Terminal()
    progress = ProgressLine(terminal, "vi", clock(0.0, 1_000.0, 1_000.01, 1_000.5))
    for done in (1, 2, 3):
        progress(done, 3)
    first, second = terminal.getvalue().split("\r")[1:]
    assert first.startswith("1/3")
    assert second.startswith("3/3")
    assert second.endswith("\n")
    assert len(second) > len(first)  # nothing of a longer line is left standing


def test_nothing_done_yet_is_no_division_by_zero():
    terminal = Terminal()
    ProgressLine(terminal, "en", clock(0.0, 0.0))(0, 3)
    assert "0/3" in terminal.getvalue()
