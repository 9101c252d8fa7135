# The pages that findings name, shown. Pictures that are still right are kept, so the folder is updated.

# Snakemake does not look into a folder: what was deleted or added there by hand is put right by the next build.
if workflow.is_main_process and not are_as_recorded(Path(PICTURES), Path(PICTURED_PAGES)):
    Path(PICTURES).unlink(missing_ok=True)


rule picture_pages:
    """Draw every page that a finding names, with the place marked on it."""
    input:
        FACTS,
        edition=EDITION,
        findings="output/findings.json",
    output:
        folder=update(directory(PICTURED_PAGES)),
        record=update(PICTURES),
    log:
        "output/logs/picture_pages.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
        facts=FACTS,
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/picture_pages.py" \
            --edition {input.edition:q} \
            --findings {input.findings:q} \
            --papers papers \
            --folder {output.folder:q} \
            --output {output.record:q} \
            {params.facts:q} \
            2>&1 | tee {log:q}
        """
