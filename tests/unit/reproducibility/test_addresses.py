"""Addresses: which can be followed, which mean one state, and which stay."""

from __future__ import annotations

import pytest

from proceedings.reproducibility.addresses import address_key, archive_of, is_address, is_lasting, is_pinned

COMMIT = "56b43f4fec1f76953f15a627694d4bba34588969"


@pytest.mark.parametrize(
    "url", ["https://pytorch.org", "http://yann.lecun.com/exdb/mnist/", "ftp://ftp.ncbi.nlm.nih.gov/x"]
)
def test_a_public_address_can_be_followed(url: str) -> None:
    assert is_address(url)


@pytest.mark.parametrize(
    "url",
    [
        "pytorch.org",
        "https://pytorch",
        "https://localhost/x",
        "http://192.168.1.7/data",
        "https://git.cluster.internal/a",
        "file:///scratch/data",
        "git@github.com:pytorch/pytorch.git",
        "https://github.com/our code",
        "https://[broken",
        "available on request",
    ],
)
def test_an_address_that_only_its_author_can_follow_is_none(url: str) -> None:
    assert not is_address(url)
    assert not is_lasting(url)


@pytest.mark.parametrize(
    "url",
    [
        f"https://github.com/pytorch/pytorch/tree/{COMMIT}",
        f"https://huggingface.co/datasets/allenai/c4/resolve/{COMMIT}/README.md",
        "https://github.com/pytorch/pytorch/releases/tag/v1.8.1",
        "https://github.com/horovod/horovod/archive/refs/tags/v0.16.4.tar.gz",
        "https://github.com/pytorch/pytorch/tree/v1.8.1",
        "https://gitlab.com/gromacs/gromacs/-/tags/v2021.2",
    ],
)
def test_a_commit_or_a_release_is_one_state_and_still_no_archive(url: str) -> None:
    assert is_pinned(url)
    assert not is_lasting(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com/pytorch/pytorch",
        "https://github.com/pytorch/pytorch/tree/main",
        "https://github.com/pytorch/pytorch/tree/v2-work",
        f"https://github.com/pytorch/pytorch/tree/{COMMIT[:7]}",
        "https://github.com/pytorch/pytorch/releases/download/latest/x.whl",
        "https://github.com/pytorch/pytorch/releases",
    ],
)
def test_a_branch_is_no_state_and_no_archive(url: str) -> None:
    assert is_address(url)
    assert not is_pinned(url)
    assert not is_lasting(url)


@pytest.mark.parametrize(
    ("url", "archive", "near_miss"),
    [
        ("https://doi.org/10.5281/zenodo.3630224", "DOI", "https://doi.org/zenodo.3630224"),
        ("http://dx.doi.org/10.1109/CVPR.2016.90", "DOI", "https://dx.doi.org/10.11/x"),
        ("https://hdl.handle.net/20.500.12123/33", "Handle", "https://hdl.handle.net/20.500.12123"),
        ("https://n2t.net/ark:/13030/tf5p30086k", "ARK", "https://n2t.net/ark:/13/tf5p30086k"),
        ("https://arks.org/ark:/12148/btv1b8449691v", "ARK", "https://arks.org/about"),
        (
            "https://archive.softwareheritage.org/swh:1:rev:309cf2674ee7a0749978cf8265ab91a60aea0f7d",
            "Software Heritage",
            "https://archive.softwareheritage.org/browse/origin/?origin_url=https://github.com/a/b",
        ),
        ("https://zenodo.org/records/3630224", "Zenodo", "https://sandbox.zenodo.org/records/3630224"),
        ("https://www.zenodo.org/record/3630224#.X", "Zenodo", "https://zenodo.org/communities/dls"),
        ("https://figshare.com/articles/dataset/x/19131452", "figshare", "https://figshare.com/authors/x/19131452"),
        (
            "https://kilthub.figshare.com/articles/dataset/x/1",
            "figshare",
            "https://notfigshare.com/articles/dataset/x/1",
        ),
        (
            "https://datadryad.org/stash/dataset/doi:10.5061/dryad.234",
            "Dryad",
            "https://datadryad.org/search?q=10.5061",
        ),
        ("https://data.mendeley.com/datasets/3p9w84t5mr/1", "Mendeley Data", "https://data.mendeley.com/datasets/3p9"),
        ("https://doi.pangaea.de/10.1594/PANGAEA.667386", "PANGAEA", "https://www.pangaea.de/?q=667386"),
        (
            "https://dataverse.harvard.edu/dataset.xhtml?persistentId=doi:10.7910/DVN/OVHAW8",
            "Harvard Dataverse",
            "https://dataverse.harvard.edu/dataset.xhtml?id=12",
        ),
        (
            "https://b2share.eudat.eu/records/7c0c0b2e8e0a4b0d9d8f0a5f3a1e6c11",
            "B2SHARE",
            "https://b2share.eudat.eu/records/7c0c",
        ),
        ("https://ieee-dataport.org/documents/x", "IEEE DataPort", "https://ieee-dataport.org/topics/x"),
        ("https://arxiv.org/abs/1708.03888", "arXiv", "https://arxiv.org/list/cs.LG"),
    ],
)
def test_an_archive_is_told_from_the_pages_around_it(url: str, archive: str, near_miss: str) -> None:
    assert archive_of(url) == archive
    assert is_lasting(url)
    assert not is_lasting(near_miss)


@pytest.mark.parametrize(
    "url",
    [
        "https://osf.io/ezcuj/",
        "https://drive.google.com/drive/folders/1x",
        "https://www.dropbox.com/s/x/data.zip",
        "https://huggingface.co/bert-base-uncased",
        "https://www.kaggle.com/datasets/x/y",
        "https://people.example.org/~ada/data",
    ],
)
def test_drives_hubs_and_home_pages_are_no_archives(url: str) -> None:
    assert not is_lasting(url)


def test_two_spellings_of_an_address_are_one() -> None:
    assert address_key("http://www.Example.org/a.git/") == address_key("https://example.org/a.git") == "example.org/a"
    assert address_key("https://example.org/a") != address_key("https://example.org/b")
