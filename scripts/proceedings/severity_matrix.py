"""The severity of every code under every packaged profile, as the Markdown table of docs/findings.md."""

from __future__ import annotations

from proceedings.codes import all_codes
from proceedings.profile import load_profile, packaged_names


def severity_matrix() -> str:
    """One line a code in the order of `finding_codes.toml`; a dot where the profile leaves the default."""
    profiles = [load_profile(name) for name in packaged_names()]
    head = ["code", "default", "absence", *(profile.name for profile in profiles)]
    lines = [head, ["---"] * len(head)]
    for code, known in all_codes().items():
        own = [profile.severities.get(code, "·") for profile in profiles]
        lines.append([code, known.severity, "yes" if known.absence else "", *own])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    print(severity_matrix())
