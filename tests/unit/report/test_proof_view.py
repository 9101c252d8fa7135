from proceedings.records.proof import Agreement, LinkProof, OutlineProof, PaperProof, Proof, VolumeProof
from proceedings.report.proof_view import links_kept, proof_view
from report_makers import difficult_build, proof_of


def test_a_proof_in_which_all_holds_says_so_in_every_statement() -> None:
    statements = proof_view(proof_of(difficult_build()))
    assert all(each.holds for each in statements)
    assert "All 184 internal links" in " ".join(each.text for each in statements)


def test_what_does_not_hold_stands_first() -> None:
    statements = proof_view(proof_of(difficult_build(), mismatches=("papers/017.pdf: the folio differs.",)))
    assert [each.holds for each in statements[:2]] == [False, True]
    assert statements[0].text == "papers/017.pdf: the folio differs."


def test_a_lost_link_is_counted_and_does_not_hold() -> None:
    one = PaperProof(id="017", pages=4, source_read=True, links=LinkProof(source=10, landed=9))
    assert links_kept(Proof(papers=(one,))) == (9, 10)
    assert "9 of 10 internal links" in " ".join(
        each.text for each in proof_view(Proof(papers=(one,))) if not each.holds
    )


def test_a_witness_that_differs_names_the_paper() -> None:
    one = PaperProof(id="017", agrees=Agreement(stamp=False, sha256=False, table=True))
    other = PaperProof(id="021", agrees=Agreement(stamp=True))
    assert [each.text for each in proof_view(Proof(papers=(one, other))) if not each.holds] == [
        "The volume has 0 pages.",
        "All agree but these: 017 (the stamped folio, the hash).",
    ]


def test_a_missing_paper_has_no_links_to_keep() -> None:
    assert links_kept(Proof(papers=(PaperProof(id="021", present=False, links=LinkProof(source=3)),))) == (0, 0)


def test_links_that_were_broken_before_are_told_but_not_held_against_the_volume() -> None:
    one = PaperProof(id="017", links=LinkProof(broken_in_source=2))
    (told,) = [each for each in proof_view(Proof(papers=(one,))) if "led nowhere" in each.text]
    assert told.holds and told.text.startswith("2 links")


def test_bookmarks_that_were_broken_before_are_counted_apart() -> None:
    outline = OutlineProof(bookmarks=67, landed=67, headings=1, broken_in_source=1)
    statements = proof_view(Proof(volume=VolumeProof(pages=1, paper_pages=1, outline=outline)))
    assert all(each.holds for each in statements)
    texts = [each.text for each in statements]
    assert "All 67 bookmarks lead right (0 sessions, 0 papers, 0 of the papers’ own)." in texts
    assert "1 bookmark led nowhere in the authors’ own files already." in texts


def test_the_pages_of_the_volume_are_accounted_for() -> None:
    whole = VolumeProof(pages=12, paper_pages=7, typeset_pages=3, placeholder_pages=1, blank_pages=1)
    texts = [each.text for each in proof_view(Proof(volume=whole)) if each.holds]
    parts = "7 of papers, 3 of front and back matter, 1 in the place of missing papers and 1 blank"
    assert texts[1] == f"Its pages are {parts}."
    (told,) = [each for each in proof_view(Proof(volume=VolumeProof(pages=12, paper_pages=7))) if not each.holds]
    assert told.text == "The pages that are accounted for are 7 of 12: 7 of papers."


def test_one_page_is_spoken_of_as_one_and_of_none_nothing_is_said() -> None:
    one = PaperProof(id="017", pages=1, source_read=True, stamp_pages_found=1, identical_pages=1)
    assert [each.text for each in proof_view(Proof(papers=(one,)))] == [
        "The volume has 0 pages.",
        "Not even the only page holds all that the authors drew, as drawn.",
        "The only page of the papers shows its folio.",
        "The only page is the same, object for object, in the stamped paper and in the volume.",
    ]
