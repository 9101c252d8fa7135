from __future__ import annotations

import msgspec

from assign_pages import main
from builders import edition, facts, paper
from proceedings.profile import FormatProfile
from proceedings.records.finding import Finding
from proceedings.records.placement import Pagination, StampOrder
from proceedings.records.record_files import read_records, write_records


def test_every_batch_gets_its_own_orders(tmp_path, capsys):
    papers = [paper(f"{number}") for number in range(6)]
    write_records(tmp_path / "papers.json", edition(*papers))
    write_records(tmp_path / "facts.json", [facts(each.id, 2) for each in papers])
    orders = [tmp_path / "00.json", tmp_path / "01.json"]
    arguments = ["--edition", tmp_path / "papers.json", "--facts", tmp_path / "facts.json"]
    arguments += ["--pagination", tmp_path / "pagination.json"]
    arguments += ["--findings", tmp_path / "findings.json", "--orders", *orders]
    assert main([str(argument) for argument in arguments]) == 0

    assert capsys.readouterr().out == "assign_pages: 6 papers, pages 1-12\n"
    pagination = read_records(tmp_path / "pagination.json", Pagination)
    assert pagination.next_page == 13
    batches = [read_records(path, list[StampOrder]) for path in orders]
    assert sorted(order.paper for batch in batches for order in batch) == [each.id for each in papers]
    labels = {order.paper: order.pages[0].label for batch in batches for order in batch}
    assert labels == {each.paper: str(each.first_page) for each in pagination.placements}


def test_a_collision_of_the_stamp_has_the_cure_of_the_profile(tmp_path):
    crowded = msgspec.structs.replace(facts("a", 1).pages[0], ink_boxes=((100.0, 780.0, 500.0, 835.0),))
    profile = FormatProfile(latex={"stamp-collision": "Use `\\documentclass[final]{ours}`."})
    write_records(tmp_path / "papers.json", edition(paper("a"), profile=profile))
    write_records(tmp_path / "facts.json", [msgspec.structs.replace(facts("a"), pages=(crowded,))])
    options = {"edition": "papers.json", "facts": "facts.json", "pagination": "pages.json"}
    options |= {"findings": "findings.json", "orders": "00.json"}
    main([word for option, name in options.items() for word in (f"--{option}", str(tmp_path / name))])
    (collision,) = read_records(tmp_path / "findings.json", list[Finding])
    assert "LaTeX: Use `\\documentclass[final]{ours}`." in collision.remedy
