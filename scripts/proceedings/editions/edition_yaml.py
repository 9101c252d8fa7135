"""Records as YAML for people: block style, the record's key order, only what differs from the defaults."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

import msgspec
import yaml

from proceedings.records.record import Record

WIDTH = 100
_SHORT = 40
"""Lists of texts no longer than this are written in one line."""

_LARGE = 1e15
"""From here on a number is shorter as it is written with an exponent."""

_TEXT_THAT_OTHERS_TYPE = re.compile(
    r"""[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)? # 1.10 and 1e3, whose quotes YAML 1.1 does not ask for
    | 0[ob][0-9]+ | 0x[0-9a-fA-F]+ | y | n | [0-9]{1,2}(:[0-9]{2})+ """,
    re.VERBOSE | re.IGNORECASE,
)


def yaml_of(record: Record | Sequence[Record]) -> str:
    """The YAML of a record or of several: no field that has its default."""
    return as_yaml(as_plain(record))


def as_yaml(content: object) -> str:
    """YAML that reads back as `content`, in which every text stays a text for YAML 1.1 and 1.2."""
    for dumper in (_FoldingDumper, _QuotingDumper):
        text = yaml.dump(content, Dumper=dumper, width=WIDTH, allow_unicode=True, sort_keys=False, indent=2)
        if yaml.load(text, Loader=yaml.CSafeLoader) == content:
            break
    return text if text.endswith("\n") else f"{text}\n"


def as_flow(content: object) -> str:
    """The same in one line, as it stands behind a key: a text quoted where it must be, `[a, b]`, `{a: 1}`."""
    kept = content if isinstance(content, list | dict) else [content]
    text: str = yaml.dump(
        kept, Dumper=_FlowingDumper, default_flow_style=True, width=-1, allow_unicode=True, sort_keys=False
    )
    return text.strip() if kept is content else text.strip()[1:-1]


def as_plain(value: object) -> object:
    """Mappings, lists and scalars of a record, `30` for 30.0. A nested record of defaults is a default too."""
    if isinstance(value, Record):
        defaults = _defaults(type(value))
        return {name: as_plain(part) for name, usual in defaults if (part := getattr(value, name)) != usual}
    if isinstance(value, dict):
        return {key: as_plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [as_plain(part) for part in value]
    if isinstance(value, float) and value.is_integer() and abs(value) < _LARGE:
        return int(value)
    return value


@functools.cache
def _defaults(kind: type[Record]) -> tuple[tuple[str, object], ...]:
    """The fields of records of a kind and what they hold by default; msgspec reads the annotations every time."""
    return tuple((each.name, _default(each)) for each in msgspec.structs.fields(kind))


def _default(field: msgspec.structs.FieldInfo) -> object:
    if field.default is msgspec.NODEFAULT and field.default_factory is not msgspec.NODEFAULT:
        return field.default_factory()
    return field.default


class _QuotingDumper(yaml.CSafeDumper):  # type: ignore[misc, unused-ignore]  # PyYAML is untyped without its stubs
    """Quotes each text that some reader of YAML would take for something else, and writes out what stands twice."""

    def ignore_aliases(self, _value: object) -> bool:
        """No `&id001` in a file that people read."""
        return True


class _FoldingDumper(_QuotingDumper):
    """Folds long texts into block scalars as well."""


class _FlowingDumper(_QuotingDumper):
    """Puts everything into one line."""


def _text(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    style = '"' if _TEXT_THAT_OTHERS_TYPE.fullmatch(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _folded(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    if len(text) > WIDTH and text == text.strip():
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=">")
    return _text(dumper, text)


def _flowing(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    if len(text.splitlines()) > 1 or text.endswith("\n"):
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')
    return _text(dumper, text)


def _list(dumper: yaml.CSafeDumper, values: list[object]) -> yaml.SequenceNode:
    short = all(isinstance(value, str) and len(value) <= _SHORT for value in values)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=short)


_QuotingDumper.add_representer(str, _text)
_QuotingDumper.add_representer(list, _list)
_FoldingDumper.add_representer(str, _folded)
_FoldingDumper.add_representer(list, _list)
_FlowingDumper.add_representer(str, _flowing)
_FlowingDumper.add_representer(list, yaml.CSafeDumper.represent_list)
