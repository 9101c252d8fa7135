# Paths, and the input functions that more than one stage needs.
import os
import sys
from pathlib import Path

# Rules call the interpreter that runs Snakemake, and the scripts beside the Snakefile. Both reach the shell
# through the environment: as parameters they would be tracked, and another machine would rerun everything.
SCRIPTS = Path(workflow.basedir) / "scripts"
os.environ |= {"PYTHON": sys.executable, "SCRIPTS": str(SCRIPTS)}
sys.path.insert(0, str(SCRIPTS))

from proceedings.batches import batch_members
from proceedings.checker_version import library_digest
from proceedings.handover import are_as_recorded, bundles_that_follow, is_as_bound, set_aside
from proceedings.intake.edition_folder import MetadataFolderError, paper_ids, read_volume
from proceedings.papers_folder import author_file
from proceedings.repairs.orders import repair_order

WORK = "output/work"
EDITION = f"{WORK}/papers.json"
PAGINATION = f"{WORK}/pagination.json"
ASSEMBLED = f"{WORK}/findings/assemble_volume.json"
FRONT_MATTER = "output/work/parts/front_matter.json"
PART_STEMS = [
    "front_matter",
    "placeholders",
    "artifact_appendix",
    "author_index",
    "keyword_index",
]
VOLUME = [
    "output/proceedings.pdf",
    "output/papers",
    "output/papers.csv",
    "output/findings.json",
    "output/proof.json",
    ASSEMBLED,
]
APPENDIX = ["output/artifact-appendix.pdf"]
BIBLIOGRAPHY = [
    "output/proceedings.bib",
    "output/proceedings.ris",
    "output/proceedings.csl.json",
]
ARTIFACTS = [
    "output/artifacts.csv",
    "output/artifacts.json",
    "output/deposits/ro-crate-metadata.json",
    "output/deposits/schema-org.jsonld",
    "output/deposits/artifacts",
]
PICTURES = "output/work/pictures.json"
PICTURED_PAGES = "output/report/pages"
PROOFS = "output/proofs"
PROOFS_RECORD = "output/work/proofs.json"
REPORT = ["output/report/index.html", PICTURED_PAGES, PICTURES]
CHASE = "output/chase.csv"


CODE = library_digest()

try:
    SETTINGS = read_volume(Path("metadata"))
    PAPERS = paper_ids(Path("metadata"))
except MetadataFolderError as error:
    raise SystemExit(f"Bindery: {error}")

# Members come from the metadata, not from the PDFs, so a late paper moves nobody.
MEMBERS = batch_members(PAPERS)
BATCHES = sorted(MEMBERS)
FACTS = expand("output/work/facts/{batch}.json", batch=BATCHES)
REPAIR_ORDER = repair_order(SETTINGS)
COLLECTING = SETTINGS.phase == "collecting"
if SETTINGS.session_pages:
    PART_STEMS.append("session_pages")
BUNDLES = expand("output/bundle/{publisher}.zip", publisher=SETTINGS.bundles)


wildcard_constraints:
    batch=r"\d+",
    publisher=r"[a-z]+",
    since=r"[\w.-]+",
    strictness="phase|strict|checks",


def gate(strictness):
    """What exists only if nothing blocks: in this phase, for a delivery, or by the checks alone."""
    return f"output/work/gates/{strictness}.txt"


def members_of_batch(wildcards):
    """The ids of a batch, whether their files have arrived or not."""
    return MEMBERS[wildcards.batch]


def pdfs_of_batch(wildcards):
    """The camera-ready files of a batch that have arrived."""
    files = [author_file(Path("papers"), paper) for paper in MEMBERS[wildcards.batch]]
    return [file.as_posix() for file in files if file.is_file()]


def repairs_of_batch(wildcards):
    """The record of a batch's repairs, where the edition asks for any."""
    return [f"output/work/repaired/{wildcards.batch}.json"] if REPAIR_ORDER.kinds else []


def weighed_findings(wildcards):
    """The findings that a gate looks at."""
    return {
        "phase": "output/findings.json",
        "strict": "output/work/strict_findings.json",
        "checks": "output/work/check_findings.json",
    }[wildcards.strictness]


def report_to_look_at(wildcards):
    """Where a closed gate sends the chair; the checks alone write no report."""
    return "the report that make writes" if wildcards.strictness == "checks" else REPORT[0]
