"""Identifiers of software and data: each has a real one that passes and near misses that fail."""

from __future__ import annotations

import pytest

from proceedings.reproducibility.item_identifiers import (
    bare_swhid,
    image_has_place,
    image_is_pinned,
    is_ark,
    is_checksum,
    is_commit,
    is_handle,
    is_image,
    is_reference,
    is_swhid,
    resolver_address,
)

SHA1 = "56b43f4fec1f76953f15a627694d4bba34588969"
SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
QUALIFIED = (
    "swh:1:cnt:4d99d2d18326621ccdd70f5ea66c2e2ac236ad8b"
    ";origin=https://gitorious.org/ocamlp3l/ocamlp3l_cvs.git"
    ";visit=swh:1:snp:d7f1b9eb7ccb596c2622c4780febaa02549830f9"
    ";anchor=swh:1:rev:2db189928c94d62a3b4757b3eec68f0a4d4113f0"
    ";path=/Examples/SimpleFarm/simplefarm.ml;lines=9-15"
)


@pytest.mark.parametrize(
    "swhid",
    [
        "swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2",
        "swh:1:dir:d198bc9d7a6bcf6db04f476d29314f157507d505",
        "swh:1:rev:309cf2674ee7a0749978cf8265ab91a60aea0f7d",
        "swh:1:rel:22ece559cc7cc2364edc5e5593d63ae8bd229f9f",
        "swh:1:snp:c7c108084bc0bf3d81436bf980b46e98bd338453",
        QUALIFIED,
    ],
)
def test_a_swhid_of_the_standard_is_one(swhid: str) -> None:
    assert is_swhid(swhid)


@pytest.mark.parametrize(
    "text",
    [
        "swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e",  # a digit short
        "swh:1:CNT:94a9ed024d3859793618152ea559a168bbcbb5e2",
        "swh:1:cnt:94A9ED024D3859793618152EA559A168BBCBB5E2",
        "swh:2:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2",
        "swh:1:tree:94a9ed024d3859793618152ea559a168bbcbb5e2",
        "swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2;line=9",
        "swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2;lines=9;lines=10",
        "swh:1:dir:d198bc9d7a6bcf6db04f476d29314f157507d505;lines=9-15",  # a directory has no lines
        "swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2;path=README",
        "swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2;visit=swh:1:rev:309cf2674ee7a0749978cf8265ab91a60aea0f7d",
        "swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2;origin=github.com/a/b",
    ],
)
def test_what_is_nearly_a_swhid_is_none(text: str) -> None:
    assert not is_swhid(text)


def test_a_swhid_is_taken_out_of_the_archives_address() -> None:
    address = "https://archive.softwareheritage.org/swh:1:dir:d198bc9d7a6bcf6db04f476d29314f157507d505/"
    assert bare_swhid(address) == "swh:1:dir:d198bc9d7a6bcf6db04f476d29314f157507d505"
    assert bare_swhid(QUALIFIED) == QUALIFIED


@pytest.mark.parametrize("commit", [SHA1, SHA1.upper(), SHA256])
def test_a_commit_in_full_is_one(commit: str) -> None:
    assert is_commit(commit)


@pytest.mark.parametrize("text", [SHA1[:7], SHA1[:39], SHA1 + "0", "v1.8.1", "main", SHA1.replace("5", "g")])
def test_a_short_commit_or_a_tag_is_none(text: str) -> None:
    assert not is_commit(text)


@pytest.mark.parametrize(
    "checksum", [f"sha256:{SHA256}", f"SHA-256: {SHA256}", f"sha1:{SHA1}", SHA256, "md5:" + 32 * "0"]
)
def test_a_checksum_has_the_length_of_its_algorithm(checksum: str) -> None:
    assert is_checksum(checksum)


@pytest.mark.parametrize(
    "text", [f"sha256:{SHA1}", f"sha256:{SHA256[:-1]}", f"crc:{SHA1}", "sha256:", "see README", ""]
)
def test_a_digest_of_another_length_is_no_checksum(text: str) -> None:
    assert not is_checksum(text)


@pytest.mark.parametrize(
    ("image", "pinned", "placed"),
    [
        ("nvcr.io/nvidia/pytorch:21.03-py3", False, True),
        (f"nvcr.io/nvidia/pytorch:21.03-py3@sha256:{SHA256}", True, True),
        (f"docker://python@sha256:{SHA256}", True, True),
        ("pytorch/pytorch:latest", False, False),
        ("localhost:5000/layerwise", False, True),
        ("ghcr.io/spack/ubuntu-jammy:v0.21", False, True),
    ],
)
def test_an_image_is_pinned_by_its_digest_alone(image: str, pinned: bool, placed: bool) -> None:
    assert is_image(image)
    assert (image_is_pinned(image), image_has_place(image)) == (pinned, placed)


@pytest.mark.parametrize(
    "text",
    [
        f"nvcr.io/nvidia/pytorch@sha256:{SHA256[:12]}",
        f"nvcr.io/nvidia/pytorch@sha512:{SHA256}",
        "nvcr.io/NVIDIA/PyTorch:21.03",
        "our container",
        "registry.example.org/",
        f"@sha256:{SHA256}",
    ],
)
def test_a_short_digest_or_a_capital_makes_no_image(text: str) -> None:
    assert not is_image(text)
    assert not image_is_pinned(text)


@pytest.mark.parametrize("ark", ["ark:/13030/tf5p30086k", "ark:12148/btv1b8449691v", "ark:/12148/btv1b8449691v/f29"])
def test_an_ark_names_its_authority(ark: str) -> None:
    assert is_ark(ark)


@pytest.mark.parametrize("text", ["ark:/1303/tf5p30086k", "ark:/13030", "ark:/13030/", "arc:/13030/tf5p30086k"])
def test_an_ark_without_a_whole_authority_is_none(text: str) -> None:
    assert not is_ark(text)


def test_a_handle_has_a_prefix_and_a_suffix() -> None:
    assert is_handle("20.500.12123/33")
    assert is_handle("2142/115361")
    assert not is_handle("20.500.12123")
    assert not is_handle("hdl/33")


def test_a_key_that_stands_as_an_address_gets_its_resolver() -> None:
    assert resolver_address("ark:/13030/tf5p30086k") == "https://n2t.net/ark:/13030/tf5p30086k"
    assert resolver_address("hdl:20.500.12123/33") == "https://hdl.handle.net/20.500.12123/33"
    assert resolver_address("doi:10.5281/zenodo.3630224") == "https://doi.org/10.5281/zenodo.3630224"
    assert resolver_address("hdl:33") == "hdl:33"
    assert resolver_address("https://pytorch.org") == "https://pytorch.org"


@pytest.mark.parametrize(
    "reference",
    ["10.48550/arXiv.1708.03888", "https://doi.org/10.1109/CVPR.2016.90", "arXiv:1708.03888", "https://a.org/b"],
)
def test_a_reference_that_leads_somewhere(reference: str) -> None:
    assert is_reference(reference)


@pytest.mark.parametrize("text", ["Rahimi and Recht, NIPS 2007", "10.48/arXiv", "arXiv:1708.388", "[12]"])
def test_a_reference_in_words_leads_nowhere(text: str) -> None:
    assert not is_reference(text)
