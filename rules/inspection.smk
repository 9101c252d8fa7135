# One pass over every PDF that has arrived; facts are kept by content, so only a changed PDF is looked at again.
rule inspect_papers:
    """Take the facts of a batch of papers: pages, boxes, fonts, ink, links, anomalies."""
    input:
        pdfs_of_batch,
        repaired=repairs_of_batch,
    output:
        "output/work/facts/{batch}.json",
    log:
        "output/logs/inspect_papers.{batch}.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
        papers=members_of_batch,
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/inspect_papers.py" \
            --folder papers \
            --output {output:q} \
            --kept output/work/inspected \
            --repaired {input.repaired:q} \
            -- {params.papers:q} \
            2>&1 | tee {log:q}
        """
