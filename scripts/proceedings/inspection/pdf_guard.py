"""A fence around the reading of a stranger's file: a child process with limits, so that no file stops a batch.

PDF engines are C++ and answer a hostile file with a crash or with all the memory there is; neither can be caught
in the process itself. Forking a process that has loaded its libraries costs about 3 ms.
"""

from __future__ import annotations

import os
from collections.abc import Callable

CPU_SECONDS = 60
MEMORY_BYTES = 1 << 30


class FenceError(Exception):
    """The work came to no result; the message says why in one clause."""


def fenced(work: Callable[[], bytes], *, cpu_seconds: int = CPU_SECONDS, memory_bytes: int = MEMORY_BYTES) -> bytes:
    """What `work` returns, computed in a child process. FenceError: it crashed or went over a limit.

    `work` must not raise. Where processes cannot be forked it runs unfenced.
    """
    if not hasattr(os, "fork"):
        return work()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _work_and_leave(work, reading, writing, cpu_seconds, memory_bytes)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        result = pipe.read()
    _, status = os.waitpid(child, 0)
    if status:
        raise FenceError(_cause(os.waitstatus_to_exitcode(status), cpu_seconds, memory_bytes))
    return result


def _work_and_leave(work: Callable[[], bytes], reading: int, writing: int, cpu_seconds: int, memory: int) -> None:
    """In the child: work under the limits, hand over, and end without the parent's clean-up."""
    code = 1
    try:
        os.close(reading)
        _limit(cpu_seconds, memory)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(work())
        code = 0
    finally:
        os._exit(code)


def _limit(cpu_seconds: int, memory_bytes: int) -> None:
    import resource

    # A second more at the hard limit, so that the signal tells time from memory.
    limits = {
        resource.RLIMIT_CPU: (cpu_seconds, cpu_seconds + 1),
        resource.RLIMIT_DATA: (memory_bytes, memory_bytes),
        resource.RLIMIT_CORE: (0, 0),
    }
    for kind, (soft, hard) in limits.items():
        _, ceiling = resource.getrlimit(kind)
        if ceiling != resource.RLIM_INFINITY:
            soft, hard = min(soft, ceiling), min(hard, ceiling)
        resource.setrlimit(kind, (soft, hard))


def _cause(code: int, cpu_seconds: int, memory_bytes: int) -> str:
    import signal

    if code == -signal.SIGXCPU:
        return f"reading it was given up after {cpu_seconds} seconds of computing"
    return f"reading it ended in a crash of the PDF engine or needed more than {memory_bytes >> 20} MB of memory"
