from __future__ import annotations

from pathlib import Path

from proceedings.intake.edition_folder import take_in
from proceedings.records.vocabulary import Term


def problems_of(folder: Path, text: str) -> tuple[list[str], tuple[Term, ...]]:
    metadata = folder / "metadata"
    metadata.mkdir()
    (folder / "papers").mkdir()
    (metadata / "proceedings.yml").write_text("title: Proceedings\n", "utf-8")
    (metadata / "vocabulary.yml").write_text(text, "utf-8")
    edition, found = take_in(metadata, folder / "papers")
    return [each.message for each in found if "vocabulary.yml" in each.message], edition.vocabulary.software


def test_terms_of_the_chairs_own_are_part_of_the_edition(tmp_path: Path) -> None:
    found, terms = problems_of(
        tmp_path, "software:\n- {name: HydraStore, aliases: [Hydra], exact: yes}\nleave_out: [Delta]\n"
    )
    assert (found, terms) == ([], (Term(name="HydraStore", aliases=("Hydra",), exact=True),))


def test_faults_of_the_vocabulary_have_their_lines(tmp_path: Path) -> None:
    text = "software:\n- {aliases: [X]}\n- {name: Magpie}\nsystems:\n- {name: magpie}\n- {name: B, exakt: yes}\n"
    found, _ = problems_of(tmp_path, f"{text}leave_out: [Pytoch]\n")
    assert [each.partition(": ")[0] for each in sorted(found)] == [
        f"metadata/vocabulary.yml, line {number}" for number in (2, 5, 6, 7)
    ]
