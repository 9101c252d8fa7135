from __future__ import annotations

import faulthandler
import os
import signal

import pytest

from proceedings.inspection.pdf_guard import FenceError, fenced


def test_the_result_comes_back() -> None:
    assert fenced(lambda: b"x" * 1_000_000) == b"x" * 1_000_000


def test_a_crash_is_an_error_and_not_the_end() -> None:
    def crash() -> bytes:
        faulthandler.disable()  # pytest's would fill the terminal
        os.kill(os.getpid(), signal.SIGSEGV)
        return b""

    with pytest.raises(FenceError, match="crash"):
        fenced(crash)


def test_endless_work_is_given_up() -> None:
    def loop() -> bytes:
        while True:
            pass

    with pytest.raises(FenceError, match="1 seconds"):
        fenced(loop, cpu_seconds=1)


def test_greedy_work_is_given_up() -> None:
    with pytest.raises(FenceError, match="256 MB"):
        fenced(lambda: bytes(bytearray(1 << 30)), memory_bytes=1 << 28)
