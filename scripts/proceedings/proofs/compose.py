"""From what a build knows of a paper to its proof."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from proceedings.bibliography.cited_book import whole_title
from proceedings.names import author_list, display_name
from proceedings.proofs.appearance import appearance, page_words
from proceedings.proofs.approval_view import approval_view
from proceedings.proofs.asking import accepted, concerns, settled_here, unstated
from proceedings.proofs.build import Papers
from proceedings.proofs.due import due_words, file_due, rights_due
from proceedings.proofs.ladder_view import ladder_view
from proceedings.proofs.page import ApprovalView, AuthorsProof, LadderView, Urgency
from proceedings.proofs.stamping_view import stamping_view
from proceedings.records.paper import Paper
from proceedings.records.volume import Volume
from proceedings.report.findings_view import author_file, contact_people
from proceedings.report.page import FindingView, Mood
from proceedings.stamping.stamp_design import volume_acronym
from proceedings.standing import Standing
from proceedings.wording import counted, listed

GREETED_AT_MOST = 6
"""So many authors are greeted by their names."""

ABSENT: tuple[Standing, ...] = ("missing", "awaited")

OUTSIDE: dict[Standing, str] = {
    "withdrawn": "This paper is on record as withdrawn: it does not appear in the volume.",
    "non-archival": "This paper is on record as non-archival: it stands in the programme, and not in the volume.",
    "with-publisher": "The publisher collects the file of this paper; what is printed of its metadata is checked here.",
}

Concerns = dict[Urgency, tuple[FindingView, ...]]


def authors_proof(paper: Paper, papers: Papers) -> AuthorsProof:
    """Everything that is said to the authors of the paper."""
    volume = papers.edition.volume
    stands = papers.standings.get(paper.id, "ready")
    asked = concerns(paper, papers)
    ladder, approval = ladder_view(paper, papers, unstated(paper, papers)), approval_view(paper, papers)
    stamped = papers.proofs.get(paper.id)
    is_stamped = stamped is not None and stamped.present
    file = papers.files.get(paper.id)
    return AuthorsProof(
        id=paper.id,
        title=whole_title(paper) or "(no title)",
        language=paper.language or "en",
        volume=volume.title or "the proceedings",
        short_volume=_short_name(volume),
        pages=page_words(papers.placements.get(paper.id), volume, noun=True),
        mood=_mood(stands, dict(asked)),
        state=state_words(stands, dict(asked), ladder, approval),
        due=due_words(papers.edition),
        tasks=tuple(_tasks(paper, papers, dict(asked), ladder, approval)),
        stamped_link=f"../papers/{quote(paper.id, safe='')}.pdf" if is_stamped else None,
        file_link=author_file(file.file or f"{paper.id}.pdf") if file else None,
        appearance=appearance(paper, papers),
        concerns=asked,
        settled_here=settled_here(paper, papers),
        accepted=accepted(paper, papers),
        stamping=stamping_view(paper, papers),
        ladder=ladder,
        approval=approval,
        to=tuple((display_name(each), each.email) for each in contact_people(paper) if each.email),
        greeted=greeted(paper),
        signed=_signed(volume),
    )


def greeted(paper: Paper) -> str:
    """The corresponding authors, or all where none is marked; the paper where they are too many or nobody."""
    people = [each for each in paper.authors if each.corresponding] or list(paper.authors)
    few = 0 < len(people) <= GREETED_AT_MOST
    return author_list(people) if few else f"authors of paper {paper.id}"


def _short_name(volume: Volume) -> str:
    """`DLS 2019`; the title where nothing shorter is given."""
    has_short_name = volume.acronym or volume.event.acronym or volume.short_title
    return volume_acronym(volume) if has_short_name else volume.title or "the proceedings"


def _signed(volume: Volume) -> str:
    names = [display_name(each) for each in volume.editors]
    return f"{listed(names)}, {'editor' if len(names) == 1 else 'editors'}" if names else "the proceedings chairs"


def _mood(stands: Standing, asked: Concerns) -> Mood:
    if stands in ("missing", "blocked"):
        return "bad"
    return "waiting" if "doubtful" in asked or stands == "awaited" or stands in OUTSIDE else "good"


def state_words(stands: Standing, asked: Concerns, ladder: LadderView | None, approval: ApprovalView | None) -> str:
    """Where the paper stands, in a sentence or two."""
    if stands in OUTSIDE:
        return OUTSIDE[stands]
    if stands in ABSENT:
        return "The PDF of this paper has not come yet."
    blocking, doubtful = (len(asked.get(each, ())) for each in ("blocking", "doubtful"))
    look = f"{counted(doubtful, 'point')} should be looked at" if doubtful else ""
    if blocking:
        return f"{counted(blocking, 'point')} {_verb(blocking, 'keeps', 'keep')} this paper back{_and(look)}."
    if stands == "blocked":
        return f"We still settle what keeps this paper back, and need nothing from you for it{_and(look)}."
    if look:
        return f"Nothing keeps this paper back; {look}."
    if approval and not approval.asked and approval.line:
        return "This paper is ready, and approved."
    if ladder and ladder.open:
        return "This paper is ready; what is open is a step up the ladder of reproducibility."
    return "This paper is ready: please approve it."


def _and(words: str) -> str:
    return f", and {words}" if words else ""


def _tasks(
    paper: Paper, papers: Papers, asked: Concerns, ladder: LadderView | None, approval: ApprovalView | None
) -> Iterator[str]:
    """What to do, in order: nothing of a paper that does not appear."""
    stands = papers.standings.get(paper.id)
    if stands in ("withdrawn", "non-archival"):
        yield "If that is not so, tell us."
        return
    codes = {view.code for views in asked.values() for view in views}
    blocking, doubtful = (len(asked.get(each, ())) for each in ("blocking", "doubtful"))
    if stands in ABSENT:
        yield f"Send us the final PDF{file_due(papers.edition)}."
    elif blocking:
        points = f"what keeps it back ({counted(blocking, 'point')})"
        yield f"Cure {points}, and send us the corrected PDF or your answer{file_due(papers.edition)}."
    if "rights-missing" in codes:
        yield f"Send us the signed form{rights_due(papers.edition)}."
    if approval is None or approval.asked or not approval.line:
        yield "Check title, names, affiliations, ORCID iDs, abstract and keywords as they will appear."
    if papers.proofs.get(paper.id) and papers.placements and papers.placements[paper.id].present:
        yield "Look through the stamped paper: is every page there, and is nothing covered by what was stamped?"
    if doubtful:
        yield f"Look at what is doubtful ({counted(doubtful, 'point')})."
    if ladder and ladder.open:
        yield f"Take a step up the ladder of reproducibility ({counted(ladder.open, 'point')})."
    if approval and approval.asked:
        after = ", once nothing keeps it back" if blocking else ""
        yield f"Approve the paper{after}."


def _verb(number: int, one: str, many: str) -> str:
    return one if number == 1 else many
