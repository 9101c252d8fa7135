# Running heads, folios and first-page lines; destinations renamed into the paper's own namespace.
rule stamp_papers:
    """Stamp a batch of papers."""
    input:
        pdfs_of_batch,
        repairs_of_batch,
        orders=orders_of_batch,
    output:
        folder=directory("output/work/stamped/{batch}"),
        manifest="output/work/stamped/{batch}.json",
    log:
        "output/logs/stamp_papers.{batch}.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/stamp_papers.py" \
            --orders {input.orders:q} \
            --papers papers \
            --folder {output.folder:q} \
            --output {output.manifest:q} \
            2>&1 | tee {log:q}
        """
