# The bibliography index, for every paper that is in the volume.
rule write_bibliography:
    """Write the bibliography index as BibTeX, RIS and CSL-JSON."""
    input:
        edition=EDITION,
        pagination=pagination,
    output:
        bibtex=update("output/proceedings.bib"),
        ris=update("output/proceedings.ris"),
        csl=update("output/proceedings.csl.json"),
    log:
        "output/logs/write_bibliography.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/write_bibliography.py" \
            --edition {input.edition:q} \
            --pagination {input.pagination:q} \
            --output {output.bibtex:q} \
            2>&1 | tee {log:q}
        """
