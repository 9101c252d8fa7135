from __future__ import annotations

from proceedings.batches import MOST_BATCHES, batch_members, batch_names, batch_of


def test_every_paper_is_in_exactly_one_batch():
    papers = [f"{number:03d}" for number in range(40)]
    members = batch_members(papers)
    assert sorted(paper for batch in members.values() for paper in batch) == papers


def test_a_new_paper_moves_nobody_else():
    before = batch_members([str(number) for number in range(40)])
    after = batch_members([str(number) for number in range(41)])
    moved = [batch for batch in before if set(before[batch]) - set(after[batch])]
    assert before.keys() == after.keys()
    assert moved == []


def test_a_large_edition_has_few_jobs():
    assert len(batch_names(2000)) == MOST_BATCHES
    assert len(batch_names(40)) == 4
    assert len(batch_names(13)) == 2
    assert batch_names(12) == ("00",)
    assert batch_names(0) == ("00",)


def test_the_batch_follows_from_the_id_alone():
    names = batch_names(40)
    assert [batch_of(paper, names) for paper in ("017", "018", "ı-ğ")] == ["03", "02", "01"]
