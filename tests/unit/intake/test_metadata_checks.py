"""What metadata is checked for: a valid paper has no problem, each fault has one with its place."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from builders import author, edition, paper
from proceedings.intake.listing_checks import listing_problems
from proceedings.intake.metadata_checks import paper_problems, problems_between_papers
from proceedings.intake.volume_checks import (
    cover_problems,
    photo_problems,
    sponsor_problems,
    volume_problems,
    waiver_problems,
)
from proceedings.problem import Problem, as_finding
from proceedings.records.edition import Waiver
from proceedings.records.format_profile import PageRule
from proceedings.records.front_matter import Sponsor
from proceedings.records.paper import Affiliation, Author, Paper, PaperFiles, Person
from proceedings.records.programme import Talk
from proceedings.records.reproducibility import (
    Algorithm,
    Artifact,
    Benchmark,
    Contribution,
    Dataset,
    Hardware,
    Reproducibility,
    Software,
    Uses,
)
from proceedings.records.volume import PartOf, Review, Volume

OFF = Volume(title="T", year=2019, editors=(), reproducibility="off")
ADA = Author(given="Ada", family="Sample", email="ada@example.org", corresponding=True, affiliations=("ghent",))


def sound(*others: Author, **fields: object) -> Paper:
    return paper(people=(ADA, *others), **fields)


def colleague(**fields: object) -> Author:
    return Author(**{"given": "Bo", "family": "Two", "affiliations": ("ghent",), **fields})


def only(problems: list[Problem]) -> Problem:
    assert len(problems) == 1, [(problem.code, problem.message) for problem in problems]
    return problems[0]


def test_a_sound_paper_has_no_problem() -> None:
    assert paper_problems(sound(colleague(orcid="0000-0002-1694-233X")), OFF) == []


@pytest.mark.parametrize(
    "name",
    [
        Person(given="Thị Hương", family="Nguyễn"),
        Person(given="Işıl", family="Öztürk-Yılmaz"),
        Person(given="Guðrún", family="Jónsdóttir"),
        Person(given="Ludwig", particle="van der", family="Berg", suffix="Jr."),
        Person(given="Simon", family="Portegies Zwart"),
        Person(given="Seán", family="O’Brien"),
        Person(given="J. K.", family="Li"),
        Person(given="JRR", family="McDonald"),
        Person(given="小明", family="王"),
        Person(literal="Mausam"),
        Person(literal="The Sample Machine Team"),
        Person(literal="Sample Consortium"),
        Person(given="María de los Ángeles", family="de la Cruz"),
        Person(given="Đặng", family="Łukasiewicz"),
    ],
)
def test_a_real_name_is_not_suspected(name: Person) -> None:
    fields = {key: getattr(name, key) for key in ("given", "family", "particle", "suffix", "literal")}
    assert paper_problems(sound(colleague(**fields)), OFF) == []


@pytest.mark.parametrize(
    ("fields", "fact"),
    [
        ({"family": "Two, Bo"}, "holds a comma"),
        ({"family": "bo@example.org"}, "e-mail address"),
        ({"family": "TWO-SAMPLE"}, "in capitals"),
        ({"given": None}, "no given name"),
        ({"family": "MÃ¼ller"}, "was read in the wrong encoding"),
        ({"family": "M\ufffdller"}, "lost on the way"),
        ({"family": "M?ller"}, "lost on the way"),
        ({"family": "Two1"}, "digit"),
        ({"given": "‘Bo’", "family": "“Two”"}, "curly quotes"),
        ({"family": r"M{\"u}ller"}, "LaTeX"),
        ({"family": "M&uuml;ller"}, "HTML"),
        ({"given": "Dr. Bo"}, "academic title"),
        ({"given": "Bo van der"}, "ends with a particle"),
        ({"family": "Two Jr."}, "ends with a suffix"),
        ({"given": "Two", "family": "B."}, "swapped"),
        ({"given": None, "family": None, "literal": "Maria de la Cruz Lopez"}, "not split"),
        ({"literal": "Bo"}, "beside"),
    ],
)
def test_a_mangled_name_is_one_problem(fields: dict[str, Any], fact: str) -> None:
    problem = only(paper_problems(sound(colleague(**fields)), OFF))
    assert problem.code == "name-suspect"
    assert fact in problem.message
    assert problem.remedy
    assert problem.at[:2] == ("authors", 1)


@pytest.mark.parametrize(
    ("name", "proposal"),
    [
        ("Ana María de la Cruz", '{given: Ana María, particle: de la, family: Cruz}, if the family name is "Cruz".'),
        ("Bo Two", '{given: Bo, family: Two}, if the family name is "Two".'),
        ("de la Cruz", "as `given`, `particle` and `family`."),
        ("van der Two, Bo", '{given: Bo, particle: van der, family: Two}, if the family name is "Two".'),
        ("Two, Jr., Bo", '{given: Bo, family: Two, suffix: Jr.}, if the family name is "Two".'),
        ("J.R. O'Two III", """{given: J.R., family: O'Two, suffix: III}, if the family name is "O'Two"."""),
        ("Two B.", '{given: B., family: Two}, if the family name is "Two".'),
        ("小 明", '{given: 明, family: 小}, if the family name is "小".'),
        ("محمد علي", '{given: محمد, family: علي}, if the family name is "علي".'),
        ("Bo (Bob) 't", """{given: Bo (Bob), family: "'t"}, if the family name is "'t"."""),
    ],
)
def test_a_name_that_is_not_split_comes_with_a_proposal(name: str, proposal: str) -> None:
    whole = colleague(given=None, family=None, literal=name)
    assert only(paper_problems(sound(whole), OFF)).remedy.endswith(proposal)


def test_a_name_in_the_wrong_encoding_is_shown_repaired() -> None:
    problem = only(paper_problems(sound(colleague(family="MÃ¼ller")), OFF))
    assert problem.remedy == 'It is probably "Müller".'


def test_a_publisher_that_writes_to_one_author_is_told_of_several() -> None:
    both = paper(people=(ADA, colleague(corresponding=True, email="bo@example.org")))
    packed = msgspec.structs.replace(OFF, bundles=("archive", "acm"))
    assert "2 authors are marked as corresponding, and ACM asks" in only(paper_problems(both, packed)).message
    assert paper_problems(both, OFF) == []
    asked = {name: paper_problems(both, msgspec.structs.replace(OFF, publisher=name)) for name in ("springer", "acm")}
    assert "Springer asks for exactly one" in only(asked["springer"]).message
    assert asked["acm"] == [], "ACM collects itself"


@pytest.mark.parametrize(
    ("changed", "code", "at", "fact"),
    [
        ({"title": ""}, "metadata-missing", ("title",), "the title is missing."),
        ({"people": (ADA, colleague(family=None))}, "metadata-missing", ("authors", 1), "family name of author 2"),
        ({"people": (ADA, colleague(affiliations=()))}, "metadata-missing", ("authors", 1), "affiliation of author 2"),
        ({"affiliations": {}}, "metadata-missing", ("affiliations",), "`affiliations`"),
        ({"affiliations": {"ghent": Affiliation()}}, "metadata-missing", ("affiliations", "ghent"), '"ghent"'),
        ({"people": (colleague(email="bo@example.org"),)}, "contact-author", ("authors",), "no author is marked"),
        ({"people": (colleague(corresponding=True),)}, "contact-author", ("authors",), "has no e-mail address"),
        ({"people": (ADA, colleague(orcid="0000-0002-1825-0098"))}, "orcid-invalid", ("authors", 1, "orcid"), "0098"),
        ({"people": (ADA, colleague(email="bo at x"))}, "metadata-invalid", ("authors", 1, "email"), "no e-mail"),
        (
            {"people": (ADA, colleague(affiliations=("gent",)))},
            "metadata-invalid",
            ("authors", 1, "affiliations", 0),
            "gent",
        ),
        (
            {"affiliations": {"ghent": Affiliation(name="S", ror="009vhk115")}},
            "ror-invalid",
            ("affiliations", "ghent", "ror"),
            "",
        ),
        ({"doi": "10.xx/1"}, "doi-invalid", ("doi",), '"10.xx/1" is no DOI.'),
        ({"expected_pages": 0}, "metadata-invalid", ("expected_pages",), "0 pages"),
    ],
)
def test_a_fault_of_a_paper_is_one_problem(
    changed: dict[str, Any], code: str, at: tuple[str | int, ...], fact: str
) -> None:
    problem = only(paper_problems(paper(**{"people": (ADA,), **changed}), OFF))
    assert (problem.code, problem.at, problem.paper) == (code, at, "017")
    assert fact in problem.message


def test_a_withdrawn_paper_owes_nothing() -> None:
    assert (
        paper_problems(paper(title="", people=(Author(family="Two", given="Bo"),), status="withdrawn"), Volume()) == []
    )


def test_a_doi_has_the_prefix_of_its_volume() -> None:
    volume = Volume(reproducibility="off", doi_prefix="10.5281/Zenodo")
    assert paper_problems(sound(doi="10.5281/zenodo.1"), volume) == []
    assert paper_problems(sound(doi="pending"), volume) == []
    assert only(paper_problems(sound(doi="10.1007/1"), volume)).code == "doi-invalid"


def test_a_type_is_one_of_the_volume() -> None:
    volume = Volume(reproducibility="off", types={"full": PageRule(), "short": PageRule()})
    assert paper_problems(sound(), volume) == []
    assert only(paper_problems(sound(type="shrt"), volume)).remedy == 'Did you mean "short"?'


@pytest.mark.parametrize(
    "twin",
    [
        colleague(given="ada", family="Sämple"),
        colleague(family="Sample", given="A.", email="ADA@example.org"),
        colleague(given="A.", family="S", orcid="0000-0002-1694-233X"),
    ],
)
def test_one_person_twice_is_one_problem(twin: Author) -> None:
    people = (Author(**{**{f: getattr(ADA, f) for f in ADA.__struct_fields__}, "orcid": "0000-0002-1694-233X"}), twin)
    assert only(paper_problems(paper(people=people), OFF)).code == "duplicate-author"


def test_one_address_for_a_group_does_not_make_its_members_one_person() -> None:
    assert paper_problems(sound(colleague(email="ada@example.org")), OFF) == []


def test_two_people_of_one_name_are_told_apart_by_their_orcids() -> None:
    twins = (colleague(orcid="0000-0002-1694-233X"), colleague(orcid="0000-0002-1825-0097"))
    assert paper_problems(sound(*twins), OFF) == []


def test_one_doi_for_two_papers_is_a_problem_of_the_second() -> None:
    problem = only(
        problems_between_papers([sound(doi="10.1/a"), sound(id="021", doi="10.1/A"), sound(id="3", doi="pending")])
    )
    assert (problem.paper, problem.code) == ("021", "doi-invalid")


def test_a_name_that_is_swapped_in_another_paper_is_suspect() -> None:
    papers = [sound(colleague()), sound(colleague(given="Two", family="Bo"), id="021")]
    problem = only(problems_between_papers(papers))
    assert (problem.paper, problem.code, problem.at) == ("021", "name-suspect", ("authors", 1, "family"))


GCC = Software(id="SW1", name="GCC", version="10.2", url="https://gcc.gnu.org")
FULL = Reproducibility(
    contributions=(Contribution(id="C1", text="x"),),
    algorithms=(Algorithm(id="ALG1", name="LARS", implementation="SW1"),),
    software=(GCC,),
    datasets=(Dataset(id="D1", name="CIFAR-10", url="https://www.cs.toronto.edu/~kriz/cifar.html"),),
    hardware=(Hardware(id="HW1", system_name="Sample Machine", accelerator_model_name="Sample A32"),),
    benchmarks=(
        Benchmark(
            id="B1",
            suite="MLPerf Training",
            name="resnet",
            version="4.0",
            division="closed",
            uses=Uses(datasets=("D1",), hardware=("HW1",)),
        ),
    ),
    artifacts=(
        Artifact(
            id="A1",
            title="Code",
            doi="10.5281/zenodo.1",
            licence="MIT",
            supports=("C1",),
            setup=Uses(software=("SW1",)),
        ),
    ),
)


def block(**fields: object) -> Paper:
    kept = {name: getattr(FULL, name) for name in FULL.__struct_fields__}
    return sound(reproducibility=Reproducibility(**{**kept, **fields}))


def test_a_full_reproducibility_block_has_no_problem() -> None:
    assert paper_problems(block(), Volume(reproducibility="required")) == []


def test_what_the_call_wants_and_nobody_gave_is_one_problem() -> None:
    problem = only(paper_problems(block(hardware=(), datasets=(), benchmarks=()), Volume(reproducibility="required")))
    assert (problem.code, problem.severity) == ("reproducibility-missing", None)
    assert problem.message == "nothing is said of the datasets and hardware used."


def test_a_reason_stands_for_what_does_not_apply() -> None:
    paper = block(hardware=(), benchmarks=(), not_applicable={"hardware": "theory"})
    assert paper_problems(paper, Volume(reproducibility="required")) == []


def test_an_encouraged_block_is_information_and_an_unwanted_one_nothing() -> None:
    assert only(paper_problems(sound(), Volume(reproducibility="encouraged"))).severity == "info"
    assert paper_problems(sound(), OFF) == []


@pytest.mark.parametrize(
    ("fields", "fact"),
    [
        ({"datasets": (Dataset(id="D1", name="a"), Dataset(id="D1", name="b"))}, 'the id "D1" belongs to two items'),
        ({"datasets": (Dataset(id="D1", name="a"), Dataset(id="SW1", name="b"))}, "software and datasets"),
        ({"algorithms": (Algorithm(name="x", implementation="SW9"),)}, '"SW9" is the id of nothing in software'),
        ({"benchmarks": (Benchmark(name="x", uses=Uses(hardware=("D1",))),)}, '"D1" is the id of nothing in hardware'),
        ({"artifacts": (Artifact(title="x", supports=("C7",)),)}, '"C7" is the id of nothing in contributions'),
        ({"not_applicable": {"hardwear": "theory"}}, '"hardwear" is no kind of item'),
        ({"datasets": (Dataset(id="D1", name="a", doi="zenodo.1"),)}, '"zenodo.1" is no DOI'),
    ],
)
def test_a_fault_between_items_is_one_problem(fields: dict[str, Any], fact: str) -> None:
    assert fact in only(paper_problems(block(**fields), OFF)).message


def test_a_missing_camera_ready_names_the_file_that_is_awaited() -> None:
    problem = only(listing_problems([sound()], []))
    assert (problem.code, problem.message) == ("camera-ready-missing", "papers/017.pdf is missing.")


def test_a_withdrawn_paper_is_not_missed() -> None:
    assert listing_problems([sound(id="2", status="withdrawn")], []) == []


def test_forms_supplements_and_sources_are_no_orphans() -> None:
    files = ["017.pdf", "017.zip", "017-rights.pdf", "017-supplement.pdf", "021.pdf", "form.pdf", ".x.pdf", "a/b.pdf"]
    withdrawn = sound(id="021", status="withdrawn", files=PaperFiles(rights="form.pdf"))
    assert listing_problems([sound(), withdrawn], files) == []


def test_an_orphan_is_told_whose_it_may_be() -> None:
    problems = listing_problems([sound(), sound(id="1021")], ["017.pdf", "21.pdf"])
    assert [problem.code for problem in problems] == ["camera-ready-missing", "orphan-pdf"]
    assert "Rename it to 1021.pdf" in (problems[1].remedy or "")


@pytest.mark.parametrize("there", ["a folder", "a link to something that is not there"])
def test_what_is_named_like_a_pdf_and_is_none_is_said_so(there: str) -> None:
    awaited, stray = listing_problems([sound()], [], {"017.pdf": there, "x.pdf": there})
    assert (awaited.code, awaited.message) == ("camera-ready-missing", f"papers/017.pdf is {there}, not a PDF.")
    assert (stray.code, stray.remedy) == ("orphan-pdf", "Take it away.")
    assert stray.message.startswith(f"papers/x.pdf is {there}, not a PDF")


def test_a_pdf_whose_name_lost_its_zeros_is_told_whose_it_is() -> None:
    problems = listing_problems([sound(id="003"), sound(id="013")], ["013.pdf", "3.pdf"])
    assert "Rename it to 003.pdf" in (problems[1].remedy or "")


@pytest.mark.parametrize("beside", ["017-Rights.PDF", "017-Supplement.pdf", "017-SUPPLEMENT.PDF", "017.ZIP"])
def test_behind_the_id_capitals_do_not_count(beside: str) -> None:
    assert listing_problems([sound()], ["017.PDF", beside]) == []


def test_the_capitals_of_an_id_count() -> None:
    problem = only(listing_problems([sound(id="A7")], ["a7.pdf", "a7.PDF"]))
    assert (problem.code, problem.message) == ("camera-ready-missing", "papers/A7.pdf is missing.")
    assert problem.remedy == "Rename papers/a7.PDF to A7.pdf; the capitals of an id count."
    assert listing_problems([sound(id="A7"), sound(id="a7")], ["a7.pdf", "A7.PDF"]) == []


@pytest.mark.parametrize(
    ("files", "stray", "counts"),
    [
        (["017.pdf", "017.PDF"], "017.PDF", "017.pdf"),
        (["017.Pdf", "017.PDF"], "017.Pdf", "017.PDF"),
        (["017.pdf", "017-Rights.pdf", "017-rights.pdf"], "017-Rights.pdf", "017-rights.pdf"),
    ],
)
def test_of_two_files_that_differ_in_capitals_alone_one_counts(files: list[str], stray: str, counts: str) -> None:
    problem = only(listing_problems([sound()], files))
    fact = f"papers/{stray} differs from papers/{counts} in capitals alone, and papers/{counts} counts."
    assert (problem.code, problem.message) == ("orphan-pdf", fact)


def test_pdfs_of_nobody_that_differ_in_capitals_alone_are_each_told() -> None:
    assert len(listing_problems([sound()], ["017.pdf", "x.pdf", "X.pdf"])) == 2


def test_a_named_file_that_is_there_in_other_capitals_is_told_so() -> None:
    named = sound(files=PaperFiles(source="017-v2.zip"))
    assert only(listing_problems([named], ["017.pdf", "017-V2.zip"])).remedy == "Write 017-V2.zip; capitals count."


def test_of_named_sources_that_are_not_there_those_that_came_are_told() -> None:
    problem = only(listing_problems([sound(files=PaperFiles(source="017.zip"))], ["017.pdf", "017.tar.gz"]))
    assert problem.remedy == "Delete the key, or write 017.tar.gz, which is there."


@pytest.mark.parametrize(
    ("files", "code"),
    [
        (PaperFiles(source="x.zip"), "source-missing"),
        (PaperFiles(rights="x.pdf"), "rights-missing"),
        (PaperFiles(supplements=("x.mp4",)), "metadata-invalid"),
        (PaperFiles(source="../x.zip"), "metadata-invalid"),
        (PaperFiles(source="/x.zip"), "metadata-invalid"),
    ],
)
def test_a_named_file_that_is_not_there_is_one_problem(files: PaperFiles, code: str) -> None:
    assert only(listing_problems([sound(files=files)], ["017.pdf"])).code == code


VOLUME = {"title": "T", "year": 2019, "editors": (author("Ed Chair"),)}


@pytest.mark.parametrize(
    ("fields", "code", "at"),
    [
        ({"title": ""}, "metadata-missing", ("title",)),
        ({"year": None}, "metadata-missing", ("year",)),
        ({"editors": ()}, "metadata-missing", ("editors",)),
        ({"isbn": "978-3-16-148410-1"}, "isbn-invalid", ("isbn",)),
        ({"issn": "0302-9744"}, "isbn-invalid", ("issn",)),
        ({"doi": "x"}, "doi-invalid", ("doi",)),
        ({"doi_prefix": "5281"}, "doi-invalid", ("doi_prefix",)),
        ({"publisher": "sprnger"}, "metadata-invalid", ("publisher",)),
        ({"profile": "lnsc"}, "metadata-invalid", ("profile",)),
        ({"deadlines": {"camera-ready": None}}, "metadata-invalid", ("deadlines", "camera-ready")),
        ({"bundles": ("zip",)}, "metadata-invalid", ("bundles", 0)),
        ({"severities": {"typo": "error"}}, "metadata-invalid", ("severities", "typo")),
        ({"types": {"full": PageRule(min=4, max=2)}}, "metadata-invalid", ("types", "full")),
        ({"review": Review(submitted=3, accepted=4)}, "metadata-invalid", ("review", "accepted")),
    ],
)
def test_a_fault_of_the_volume_is_one_problem(fields: dict[str, Any], code: str, at: tuple[str | int, ...]) -> None:
    problem = only(volume_problems(Volume(**{**VOLUME, **fields})))
    assert (problem.code, problem.at) == (code, at)


def test_a_sound_volume_has_no_problem() -> None:
    assert volume_problems(Volume(**VOLUME, isbn="pending", doi="pending", doi_prefix="pending", issn="pending")) == []
    assert volume_problems(Volume(**VOLUME, profile="ours"), ["ours.yml"]) == []
    assert volume_problems(Volume(title="T", year=2019, part_of=PartOf(title="Joint"))) == []


def test_a_waiver_names_a_paper_a_code_a_reason_and_who_accepts_it() -> None:
    papers = edition(sound()).papers
    signed = {"reason": "x", "by": "Ed Chair"}
    good = [Waiver(paper="017", code="leading", **signed), Waiver(code="isbn-invalid", **signed)]
    assert list(waiver_problems(good, papers)) == []
    bad = [Waiver(paper="17", code="leding", reason="", by=" ")]
    assert [problem.at for problem in waiver_problems(bad, papers)] == [(0, "paper"), (0, "code"), (0,), (0,)]


def test_a_waiver_that_nobody_signed_is_an_error() -> None:
    papers = edition(sound()).papers
    unsigned = as_finding(only(list(waiver_problems([Waiver(paper="017", code="leading", reason="x")], papers))))
    assert (unsigned.code, unsigned.severity) == ("metadata-invalid", "error")
    assert unsigned.message == "the waiver of leading does not say who accepts it."


def test_a_waiver_of_an_id_that_lost_its_zeros_is_told_which_is_meant() -> None:
    papers = edition(sound(id="003"), sound(id="013"), sound(id="030")).papers
    problem = only(list(waiver_problems([Waiver(paper="3", code="leading", reason="x", by="Ed Chair")], papers)))
    assert problem.remedy == 'Did you mean "003"?'


def test_a_logo_is_there() -> None:
    assert list(sponsor_problems([Sponsor(name="S", logo="a/l.png"), Sponsor(name="T")], ["a/l.png"])) == []
    assert only(list(sponsor_problems([Sponsor(name="S", logo="l.png")], []))).at == (0, "logo")


def test_a_photo_is_there() -> None:
    assert list(photo_problems([Talk(photo="p/a.jpg"), Talk()], ["p/a.jpg"])) == []
    assert only(list(photo_problems([Talk(photo="a.jpg")], []))).at == ("keynotes", 0, "photo")


def test_a_cover_is_there() -> None:
    assert list(cover_problems(Volume(cover="c.pdf"), ["c.pdf"])) == list(cover_problems(Volume(), [])) == []
    assert only(list(cover_problems(Volume(cover="c.pdf"), []))).at == ("cover",)
