"""EasyChair: papers as its data download, its workbooks, its pages and its LNCS proceedings have them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from export_makers import AUTHOR_COLUMNS, SUBMISSION_COLUMNS, written
from proceedings.names import whole_name
from proceedings.records.paper import Author, Paper
from system_exports import System, first_place, name_columns, words
from table_exports import Cells, a_and_b, csv_of, said_country, xlsx_of


def easychair(papers: Sequence[Paper], folder: Path) -> Path:
    """The premium data download: submission.csv, author.csv and submission_topic.csv."""
    submissions = [_submission(each) for each in papers]
    people = [_easychair_author(author, paper, n) for paper in papers for n, author in enumerate(paper.authors)]
    topics = [{"submission #": paper.id, "topic": topic} for paper in papers for topic in paper.topics]
    columns = SUBMISSION_COLUMNS.replace("title,", "title,track,").split(",")
    files = {"submission.csv": csv_of(submissions, columns), "author.csv": csv_of(people, AUTHOR_COLUMNS.split(","))}
    return written(folder, files | {"submission_topic.csv": csv_of(topics, ["submission #", "topic"])})


def _submission(paper: Paper) -> Cells:
    return {
        "#": paper.id,
        "title": paper.title,
        "track": paper.track or "",
        "authors": a_and_b([whole_name(each) for each in paper.authors]),
        "submitted": "2031-02-01 23:59",
        "keywords": "\n".join(paper.keywords),
        "decision": "accept",
        "notified": "yes",
        "abstract": paper.abstract or "",
        "deleted?": "no",
    }


def _easychair_author(author: Author, paper: Paper, number: int) -> Cells:
    given, family, _ = name_columns(author)
    place = first_place(author, paper)
    return {
        "submission #": paper.id,
        "first name": given,
        "last name": family,
        "email": author.email or "",
        "country": said_country(place),
        "affiliation": place.name,
        "person #": f"{paper.id}{number:02}",
        "corresponding?": "yes" if author.corresponding else "no",
    }


def easychair_workbooks(papers: Sequence[Paper], folder: Path) -> Path:
    """accepted.xlsx and author_list.xlsx, which has whole names."""
    rows = [[each.id, a_and_b([whole_name(author) for author in each.authors]), each.title] for each in papers]
    people = [
        [paper.id, whole_name(author), author.email, said_country(place), place.name]
        for paper in papers
        for author in paper.authors
        for place in [first_place(author, paper)]
    ]
    xlsx_of(folder / "accepted.xlsx", {"Accepted": [["#", "Authors", "Title"], *rows]})
    xlsx_of(folder / "author_list.xlsx", {"Authors": [["#", "Author", "Email", "Country", "Affiliation"], *people]})
    return folder


def easychair_pasted(papers: Sequence[Paper], folder: Path) -> Path:
    """The lists `accepted` and `submissions`, copied from the browser."""
    accepted = [f"{each.id}\t{each.title}\t\tACCEPT\n" for each in papers]
    submissions = [f"{each.id}\t{a_and_b([*map(whole_name, each.authors)])}\t{each.title}\tview\n" for each in papers]
    return written(folder, {"accepted": "".join(accepted).encode(), "submissions": "".join(submissions).encode()})


def easychair_lncs(papers: Sequence[Paper], folder: Path) -> Path:
    """The unpacked LNCS proceedings, whose folders are `9999` and the first page."""
    rule = "-" * 40
    for paper in papers:
        names = "".join(f"{' | '.join(name_columns(each)[:2])}\n" for each in paper.authors)
        first = int(paper.id[-4:])
        text = f"Paper: {paper.title}\nPages: {first}-{first + paper.expected_pages - 1}\n{rule}\n{names}{rule}\n"
        written(folder, {f"{paper.id}/README_EASYCHAIR": text.encode()})
    return folder


_DOWNLOAD = words("id title abstract keywords topics track")
EASYCHAIR_SYSTEMS = {
    "easychair": System("easychair", easychair, _DOWNLOAD, words("email corresponding"), words("name country")),
    "easychair, workbooks": System(
        "easychair", easychair_workbooks, words("id title"), words("email"), words("name country"), whole=True
    ),
    "easychair, pasted": System(
        "easychair", easychair_pasted, words("id title"), places=0, whole=True, unsaid=r",| and "
    ),
    "easychair, lncs": System(
        "easychair",
        easychair_lncs,
        words("id title expected_pages"),
        places=0,
        unsaid=r"\|",
        numbered=lambda number: f"9999{number:>04}",
    ),
}
"""Each of its ways. It knows one affiliation of an author, and no ORCID."""
