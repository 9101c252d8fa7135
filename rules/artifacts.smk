# What the papers declare about reproducibility, for programs.
rule write_artifacts:
    """Write all algorithms, software, datasets, systems and artifacts as tables and linked data."""
    input:
        edition=EDITION,
        pagination=pagination,
    output:
        table=update("output/artifacts.csv"),
        listing=update("output/artifacts.json"),
        crate=update("output/deposits/ro-crate-metadata.json"),
        linked=update("output/deposits/schema-org.jsonld"),
        software=update(directory("output/deposits/artifacts")),
    log:
        "output/logs/write_artifacts.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
        folder=subpath(output.table, parent=True),
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/write_artifacts.py" \
            --edition {input.edition:q} \
            --pagination {input.pagination:q} \
            --folder {params.folder:q} \
            2>&1 | tee {log:q}
        """
