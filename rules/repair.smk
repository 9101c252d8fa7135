# Repairs on request: a chair who asks for none under `repair` in proceedings.yml has no such jobs.
import msgspec


rule repair_papers:
    """Repair a batch of papers as the edition allows, and prove that no page looks different."""
    input:
        pdfs_of_batch,
    output:
        folder=directory("output/work/repaired/{batch}"),
        record="output/work/repaired/{batch}.json",
    log:
        "output/logs/repair_papers.{batch}.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
        order=msgspec.json.encode(REPAIR_ORDER, order="sorted").decode(),
        papers=members_of_batch,
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/repair_papers.py" \
            --order {params.order:q} \
            --papers papers \
            --folder {output.folder:q} \
            --output {output.record:q} \
            {params.papers:q} \
            2>&1 | tee {log:q}
        """
