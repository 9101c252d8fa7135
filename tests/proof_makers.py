"""Papers as a build leaves them for the authors' proofs."""

from __future__ import annotations

import datetime
from typing import Any

import msgspec

from builders import edition, paper
from proceedings.approvals import printed_metadata_sha256
from proceedings.codes import finding
from proceedings.proofs.build import Papers, ReceivedFile, ReceivedPage, papers_of
from proceedings.proofs.compose import authors_proof
from proceedings.proofs.letter import letter
from proceedings.proofs.page import AuthorsProof
from proceedings.proofs.render import render_proof
from proceedings.publisher import load_policy
from proceedings.records.edition import Approval
from proceedings.records.finding import Finding, Severity
from proceedings.records.paper import Affiliation, Author, Paper
from proceedings.records.pictures import PagePicture
from proceedings.records.placement import PageStamp, Pagination, Placement, StampLine, StampOrder
from proceedings.records.proof import Dropped, Fidelity, LinkProof, PaperProof, Proof
from proceedings.records.reproducibility import Artifact, Dataset, Hardware, Reproducibility, Software
from proceedings.records.volume import Editor, Volume

ADDRESS = "ada@example.org"
PEOPLE = (
    Author(
        given="Ada",
        family="Sample",
        email=ADDRESS,
        corresponding=True,
        orcid="0000-0002-1825-0097",
        affiliations=("ghent", "oslo"),
    ),
    Author(literal="Mausam", email="mausam@example.org", affiliations=("oslo",)),
)
PLACES = {
    "ghent": Affiliation(department="Dept. of Samples", name="Sample University", city="Ghent", country="BE"),
    "oslo": Affiliation(name="Sample Institute", city="Oslo", country="NO"),
}
WHOLE = Reproducibility(
    software=(Software(id="SW1", name="PyTorch", version="1.1.0", url="https://pytorch.org"),),
    datasets=(Dataset(id="D1", name="Ours", role="own", doi="10.5281/zenodo.1234567"),),
    hardware=(Hardware(id="HW1", system_name="Sample-1", host_processor_model_name="Xeon 6148"),),
    not_applicable={"algorithms": "The paper measures."},
)
LACKING = Reproducibility(
    software=(
        Software(id="SW1", name="PyTorch"),
        Software(id="SW2", name="GCC", version="9.1"),
        Software(id="SW3", name="Ours", role="own", version="1.0", url="https://github.com/a/b"),
    ),
    hardware=(Hardware(id="HW1", system_name="Sample-1"),),
    artifacts=(Artifact(id="A1", title="Scripts", url="https://github.com/a/b"),),
)


def described(id: str = "017", **fields: Any) -> Paper:
    """A paper of two authors that lacks nothing."""
    usual: dict[str, Any] = {
        "title": "Deep Learning on a Sample Machine",
        "people": PEOPLE,
        "affiliations": PLACES,
        "abstract": "We measure.\n\nIt is fast.",
        "keywords": ("training", "storage"),
        "doi": "10.5555/dls.017",
        "reproducibility": WHOLE,
    }
    return paper(id, **(usual | fields))


def volume(**fields: Any) -> Volume:
    """A volume with one editor, whose deadline for papers is 20 May 2019."""
    usual: dict[str, Any] = {
        "title": "Proceedings of the Sample Workshop",
        "acronym": "DLS",
        "year": 2019,
        "reproducibility": "required",
        "deadlines": {"camera_ready": datetime.date(2019, 5, 20)},
        "editors": (Editor(given="Bo", family="Two"),),
    }
    return Volume(**(usual | fields))


def order(id: str = "017") -> StampOrder:
    """Stamps of a first page, a left-hand and a right-hand one."""
    footer = StampLine(text="Proceedings, pp. 1-3")
    return StampOrder(
        paper=id,
        pages=(
            PageStamp(label="1", lines=(StampLine(text="1"), footer)),
            PageStamp(label="2", lines=(StampLine(place="head-left", text="2 A. Sample"),)),
            PageStamp(label="3", lines=(StampLine(place="head-right", text="Samples 3"),)),
        ),
    )


def proved(id: str = "017", **fields: Any) -> PaperProof:
    """What is read back of a paper of three pages, of which nothing is lost."""
    usual: dict[str, Any] = {
        "pages": 3,
        "source_read": True,
        "unchanged_pages": 3,
        "links": LinkProof(source=7, landed=7, external_source=1, external_volume=1),
        "fidelity": Fidelity(dropped=(Dropped(kind="active", number=1, reason="it runs when the file is opened"),)),
    }
    return PaperProof(id=id, **(usual | fields))


def built(about: Paper | None = None, *found: Finding, arrived: bool = True, **fields: Any) -> Papers:
    """What a build knows of one paper; one that has not arrived has a placeholder."""
    about = about or described()
    approvals = fields.pop("approvals", None)
    pictures = fields.pop("pictures", ())
    whole = edition(
        about,
        volume=fields.pop("volume", None) or volume(),
        as_of=fields.pop("as_of", datetime.date(2019, 5, 1)),
        approvals=approvals,
        **fields,
    )
    pages = (ReceivedPage(),) * 3
    place = Placement(paper=about.id, last_page=3, standing="present" if arrived else "missing")
    return papers_of(
        whole,
        load_policy(whole.volume.publisher),
        found,
        files=[ReceivedFile(paper=about.id, sha256="a" * 64, pages=pages)] if arrived else [],
        pagination=Pagination(placements=(place,) if about.status == "accepted" else ()),
        orders=[order(about.id)] if arrived else [],
        proof=Proof(papers=(proved(about.id, present=arrived),)),
        pictures=pictures,
    )


def proof(about: Paper | None = None, *found: Finding, **fields: Any) -> AuthorsProof:
    """The proof of the paper, with its findings."""
    papers = built(about, *found, **fields)
    return authors_proof(papers.edition.papers[0], papers)


def letter_of(about: Paper | None = None, *found: Finding, **fields: Any) -> str:
    """The letter to its authors."""
    return letter(proof(about, *found, **fields))


def page_of(about: Paper | None = None, *found: Finding, **fields: Any) -> str:
    """The HTML of its page."""
    return render_proof(proof(about, *found, **fields))


def found(code: str = "type3-font", severity: Severity = "error", *, waived: bool = False, **fields: Any) -> Finding:
    """A finding about paper 017."""
    message = fields.pop("message", "Figure 2 uses the Type 3 font DejaVuSans.")
    known = finding(code, message, paper="017", severity=severity, **fields)
    return msgspec.structs.replace(known, waived=waived)


def approved(about: Paper, pdf: str = "a" * 64, **fields: Any) -> Approval:
    """An approval of the paper as it is described now."""
    metadata = printed_metadata_sha256(about)
    usual: dict[str, Any] = {"who": "Ada Sample", "date": datetime.date(2019, 5, 2)}
    return Approval(id=about.id, pdf_sha256=pdf, metadata_sha256=metadata, **(usual | fields))


def shown(page: int = 3) -> PagePicture:
    """A page of paper 017 as it was drawn."""
    return PagePicture(paper="017", page=page, file=f"017-p{page}.png", width=600, height=800)
