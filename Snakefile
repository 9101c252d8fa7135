# From camera-ready papers to published proceedings. The stages stand in running order.
from shutil import rmtree

from snakemake.utils import min_version

min_version("9.0")


include: "rules/engine.smk"
include: "rules/common.smk"
include: "rules/terminal.smk"
include: "rules/intake.smk"
include: "rules/repair.smk"
include: "rules/inspection.smk"
include: "rules/companions.smk"
include: "rules/checks.smk"
include: "rules/pagination.smk"
include: "rules/stamping.smk"
include: "rules/appendix.smk"
include: "rules/back_matter.smk"
include: "rules/front_matter.smk"
include: "rules/volume.smk"
include: "rules/bibliography.smk"
include: "rules/artifacts.smk"
include: "rules/deposits.smk"
include: "rules/editorial.smk"
include: "rules/findings.smk"
include: "rules/pictures.smk"
include: "rules/proofs.smk"
include: "rules/report.smk"
include: "rules/bundle.smk"


rule all:
    """Build everything: volume, stamped papers, appendix, bibliography, report and, past collecting, the bundles."""
    default_target: True
    input:
        VOLUME,
        REPORT,
        PROOFS,
        CHASE,
        APPENDIX,
        BIBLIOGRAPHY,
        ARTIFACTS,
        DEPOSITS,
        EDITORIAL,
        gate("phase") if COLLECTING else [gate("strict"), *BUNDLES],


rule check:
    """Check the metadata and every PDF, build nothing, and say what blocks."""
    input:
        gate("checks"),


rule volume:
    """Build the volume and the stamped papers, even with errors."""
    input:
        VOLUME,


rule proofs:
    """Write the author's proof and letter for every paper, whatever blocks."""
    input:
        PROOFS,


rule appendix:
    """Typeset the artifact appendix, and write it as data."""
    input:
        APPENDIX,
        ARTIFACTS,


rule bibliography:
    """Write the bibliography index."""
    input:
        BIBLIOGRAPHY,


rule deposits:
    """Write what Crossref, DataCite and dblp take, JATS, and the artifacts as linked data."""
    input:
        DEPOSITS,
        ARTIFACTS,


rule editorial:
    """Write contents, authors and organisation for whoever sets them anew; nothing where nobody does."""
    input:
        EDITORIAL,


rule bundle:
    """Build the publishers' bundles, strict in every phase, and the report that says why there are none."""
    input:
        REPORT,
        BUNDLES,


onstart:
    schedule_without_timers()
    BLOCKED.unlink(missing_ok=True)
    if not EDITORIAL:
        rmtree("output/editorial", ignore_errors=True)
    if (asked := set(workflow.dag_settings.targets)) != {"check"}:
        follow = bundles_that_follow(asked, BUNDLES, collecting=COLLECTING)
        set_aside(Path("output/bundle"), keep=follow)
        set_aside_unfinished(Path("output/bundle"), PACKING)
        rmtree(PACKING, ignore_errors=True)


onsuccess:
    print(closing_words())


onerror:
    set_aside_unfinished(Path("output/bundle"), PACKING)
    print(last_words())
