# A checkpoint with one small file a batch: every rule behind it asks for it in an input function,
# or unchanged batches would be stamped again, and a parameter instead would go stale in silence.
# What else those rules take of the papers is there before it: what came later would run them whether it is new or not.
checkpoint assign_pages:
    """Give every paper its first and last page in the volume, and its stamps."""
    input:
        edition=EDITION,
        facts=FACTS,
        sections="output/work/artifact_sections.json",
    output:
        pagination=PAGINATION,
        findings="output/work/findings/assign_pages.json",
        orders=expand("output/work/stamp_orders/{batch}.json", batch=BATCHES),
    log:
        "output/logs/assign_pages.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/assign_pages.py" \
            --edition {input.edition:q} \
            --facts {input.facts:q} \
            --pagination {output.pagination:q} \
            --findings {output.findings:q} \
            --orders {output.orders:q} \
            2>&1 | tee {log:q}
        """


def pagination(wildcards):
    """The pagination, once it is known."""
    return checkpoints.assign_pages.get().output.pagination


def orders_of_batch(wildcards):
    """What is stamped on the papers of a batch, once it is known."""
    checkpoints.assign_pages.get()
    return f"output/work/stamp_orders/{wildcards.batch}.json"


def stamped_batches(wildcards):
    """The manifests of all stamped papers, once it is known what is stamped."""
    checkpoints.assign_pages.get()
    return expand("output/work/stamped/{batch}.json", batch=BATCHES)


def all_stamp_orders(wildcards):
    """What is stamped on all papers, once it is known."""
    checkpoints.assign_pages.get()
    return expand("output/work/stamp_orders/{batch}.json", batch=BATCHES)
