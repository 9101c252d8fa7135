# What lies beside the papers; an edition without sources and forms has no such job.
from proceedings.companions.listing import companion_files

COMPANION_FILES = companion_files(Path("papers"), PAPERS)
COMPANIONS = ["output/work/companions.json"] if COMPANION_FILES else []


rule inspect_companions:
    """Take the facts of what lies beside the papers: the archives of their sources and the signed forms."""
    input:
        [f"papers/{file}" for file in COMPANION_FILES],
    output:
        "output/work/companions.json",
    log:
        "output/logs/inspect_companions.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
        files=COMPANION_FILES,
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/inspect_companions.py" \
            --folder papers \
            --output {output:q} \
            -- {params.files:q} \
            2>&1 | tee {log:q}
        """
