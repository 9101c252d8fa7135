"""What follows from what, as the Markdown table of docs/findings.md."""

from __future__ import annotations

from proceedings.codes import Code, all_codes
from proceedings.wording import listed


def cause_table() -> str:
    """One line a cause in the order of `finding_codes.toml`, with the codes whose findings it swallows."""
    lines = [["cause", "not listed beside it"], ["---", "---"]]
    lines += [[_named(code, known), listed(known.swallows)] for code, known in all_codes().items() if known.swallows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _named(code: str, known: Code) -> str:
    return f"{code}, where it is an {known.swallows_from}" if known.swallows_from else code


if __name__ == "__main__":
    print(cause_table())
