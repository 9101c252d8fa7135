# The volume, the stamped papers as they are handed over, and the proof of both.

# Snakemake does not look into a folder: without this, what was deleted or added there by hand would stay so,
# and a volume that somebody has overwritten would fail its proof for ever.
if workflow.is_main_process and not is_as_bound(Path("output")):
    Path(ASSEMBLED).unlink(missing_ok=True)


rule assemble_volume:
    """Assemble front matter, papers and back matter into one PDF whose links all work."""
    input:
        expand(
            "output/work/parts/{part}.{ending}",
            part=PART_STEMS,
            ending=["pdf", "json"],
        ),
        front_matter=FRONT_MATTER,
        edition=EDITION,
        pagination=pagination,
        stamped=stamped_batches,
    output:
        volume=update("output/proceedings.pdf"),
        papers=update(directory("output/papers")),
        table=update("output/papers.csv"),
        findings=ASSEMBLED,
    log:
        "output/logs/assemble_volume.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
        parts=subpath(input.front_matter, parent=True),
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/assemble_volume.py" \
            --edition {input.edition:q} \
            --pagination {input.pagination:q} \
            --parts {params.parts:q} \
            --volume {output.volume:q} \
            --papers {output.papers:q} \
            --table {output.table:q} \
            --findings {output.findings:q} \
            {input.stamped:q} \
            2>&1 | tee {log:q}
        """


rule verify_volume:
    """Read the finished PDFs back with other code than wrote them, and prove that all agree."""
    input:
        expand("output/work/parts/{part}.json", part=PART_STEMS),
        FACTS,
        front_matter=FRONT_MATTER,
        edition=EDITION,
        pagination=pagination,
        volume="output/proceedings.pdf",
        papers="output/papers",
        table="output/papers.csv",
        bibliography="output/proceedings.bib",
        references=["output/proceedings.ris", "output/proceedings.csl.json"],
        assembly=ASSEMBLED,
    output:
        proof=update("output/proof.json"),
        findings="output/work/findings/verify_volume.json",
    log:
        "output/logs/verify_volume.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
        parts=subpath(input.front_matter, parent=True),
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/verify_volume.py" \
            --edition {input.edition:q} \
            --pagination {input.pagination:q} \
            --volume {input.volume:q} \
            --papers {input.papers:q} \
            --table {input.table:q} \
            --bibliography {input.bibliography:q} \
            --facts-folder output/work/facts \
            --parts {params.parts:q} \
            --assembly {input.assembly:q} \
            --proof {output.proof:q} \
            --findings {output.findings:q} \
            2>&1 | tee {log:q}
        """
