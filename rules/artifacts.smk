# What the papers declare about reproducibility, for programs.
rule write_artifacts:
    """Write all algorithms, software, datasets, systems and artifacts as a table and as JSON."""
    input:
        edition=EDITION,
        pagination=pagination,
    output:
        table=update("output/artifacts.csv"),
        listing=update("output/artifacts.json"),
    log:
        "output/logs/write_artifacts.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/write_artifacts.py" \
            --edition {input.edition:q} \
            --pagination {input.pagination:q} \
            --table {output.table:q} \
            2>&1 | tee {log:q}
        """
