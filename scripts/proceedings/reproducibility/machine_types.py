"""Machine types of clouds: a name under which one buys the same machine again."""

from __future__ import annotations

import re

_SIZE = r"(?:\d*xlarge|nano|micro|small|medium|large|metal(?:-\w+)?)"
_AMAZON = rf"(?:ml\.)?(?:[a-z]{{1,3}}\d[a-z]*(?:-[a-z0-9]+)?|u-\d+tb1)\.{_SIZE}"
_GOOGLE = (
    r"(?:[a-z]\d[a-z]?-(?:standard|highmem|highcpu|megamem|ultramem|hypermem|highgpu|megagpu|ultragpu|maxgpu)-\d+\w*"
    r"|(?:e2|f1|g1)-(?:micro|small|medium))"
)
_AZURE = r"Standard_[A-Z]{1,3}\d+\w*"
_TYPE = re.compile(rf"(?<![\w.-])(?:{_AMAZON}|{_GOOGLE}|{_AZURE})(?![\w-])")


def names_a_machine_type(text: str) -> bool:
    """Whether a text names one: `p4d.24xlarge`, `a2-highgpu-8g`, `Standard_ND96asr_v4`; an `EC2 instance` is none."""
    return bool(_TYPE.search(text))
