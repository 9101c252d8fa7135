# The authors' proofs, built whatever blocks. One job: a paper costs milliseconds, and a job a second.

# Snakemake does not look into a folder: what was deleted or added there by hand is put right by the next build.
if workflow.is_main_process and not are_as_recorded(Path(PROOFS_RECORD), Path(PROOFS), "proofs"):
    Path(PROOFS_RECORD).unlink(missing_ok=True)


rule write_proofs:
    """Write a page and a letter to the authors of every paper: how it will appear, and what is open."""
    input:
        edition=EDITION,
        facts=FACTS,
        pagination=pagination,
        orders=all_stamp_orders,
        findings="output/findings.json",
        proof="output/proof.json",
        pictures=PICTURES,
    output:
        folder=update(directory(PROOFS)),
        record=update(PROOFS_RECORD),
    log:
        "output/logs/write_proofs.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/write_proofs.py" \
            --edition {input.edition:q} \
            --findings {input.findings:q} \
            --pagination {input.pagination:q} \
            --proof {input.proof:q} \
            --pictures {input.pictures:q} \
            --facts {input.facts:q} \
            --orders {input.orders:q} \
            --folder {output.folder:q} \
            --record {output.record:q} \
            2>&1 | tee {log:q}
        """
