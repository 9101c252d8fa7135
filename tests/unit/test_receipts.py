"""The receipt of a self-check is short, readable and made of parts."""

from __future__ import annotations

import msgspec

from proceedings.checker_version import library_digest
from proceedings.profile import load_profile
from proceedings.receipts import read_receipt, receipt_for, rules_digest

LNCS = load_profile("lncs")
FILE = "9f3c2a71b0e4" + "0" * 52


def test_a_receipt_names_profile_file_rules_and_checker() -> None:
    receipt = str(receipt_for(FILE, LNCS, "a3f8c9d1e2"))
    assert receipt == f"lncs-9f3c2a71b0e4-{rules_digest(LNCS)}-a3f8c9"


def test_a_receipt_reads_back_whatever_the_profile_is_called() -> None:
    own = msgspec.structs.replace(LNCS, name="dls-2019-lncs")
    receipt = receipt_for(FILE, own, "a3f8c9")
    assert read_receipt(str(receipt)) == receipt


def test_other_words_are_no_receipt() -> None:
    assert read_receipt("lncs-9f3c") is None
    assert read_receipt(f"{receipt_for(FILE, LNCS, 'a3f8c9')}-pass") is None
    assert read_receipt("") is None


def test_the_values_of_a_profile_count_and_its_name_does_not() -> None:
    renamed = msgspec.structs.replace(LNCS, name="own", title="Our own", based_on="lncs")
    assert rules_digest(renamed) == rules_digest(LNCS)
    assert rules_digest(msgspec.structs.replace(LNCS, columns=2)) != rules_digest(LNCS)
    assert rules_digest(load_profile("acl")) != rules_digest(LNCS)


def test_the_checker_has_one_version_which_is_worked_out_once() -> None:
    assert len(library_digest()) == 16
    assert library_digest() is library_digest()
