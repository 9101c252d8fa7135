import pytest

from builders import author
from proceedings.paper_table.author_cells import UnclearNameError, authors_of_cell
from proceedings.records.paper import Author

ADA = author("Ada Sample", email="ada@example.org")
BO = Author(given="Bo", particle="van der", family="Berg", suffix="Jr.")
MAUSAM = author("Mausam")


def test_authors_are_put_into_another_order() -> None:
    assert authors_of_cell("van der Berg, Bo, Jr.; Mausam; Sample, Ada", (ADA, BO, MAUSAM)) == (BO, MAUSAM, ADA)


def test_a_name_spelled_anew_keeps_address_and_particle() -> None:
    first, second = authors_of_cell("Samples, Ada; van der Bergh, Bo, Jr.", (ADA, BO))
    assert (first.family, first.email) == ("Samples", "ada@example.org")
    assert (second.particle, second.family, second.suffix) == ("van der", "Bergh", "Jr.")


def test_somebody_new_and_somebody_gone() -> None:
    assert authors_of_cell("Sample, Ada; Test, Cy; Mausam", (ADA, MAUSAM)) == (ADA, author("Cy Test"), MAUSAM)
    assert authors_of_cell("Mausam", (ADA, MAUSAM)) == (MAUSAM,)


def test_somebody_in_anothers_place_has_not_his_address() -> None:
    (found,) = authors_of_cell("New, Person", (ADA,))
    assert found == author("Person New")


def test_a_name_of_one_word_is_a_mononym() -> None:
    (found,) = authors_of_cell("Sample", (ADA,))
    assert (found.literal, found.family, found.email) == ("Sample", None, "ada@example.org")


@pytest.mark.parametrize("name", ["Ada Sample King", "King, Ada, Jr., Dr."])
def test_a_name_that_nobody_can_part_is_asked_about(name: str) -> None:
    with pytest.raises(UnclearNameError):
        authors_of_cell(name, (ADA, BO))
