# What a publisher or an archive receives; refused as long as anything blocks.
rule bundle_publisher:
    """Pack what one publisher receives, with its manifest."""
    input:
        gate("strict"),
        VOLUME,
        FRONT_MATTER,
        "output/work/parts/front_matter.pdf",
        APPENDIX,
        BIBLIOGRAPHY,
        ARTIFACTS,
        DEPOSITS,
        EDITORIAL,
        COMPANIONS,
        METADATA_FILES,
        FACTS,
        edition=EDITION,
        pagination=pagination,
    output:
        update("output/bundle/{publisher}.zip"),
    log:
        "output/logs/bundle_publisher.{publisher}.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
        mark=f"{PACKING.as_posix()}/{{publisher}}.txt",
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/bundle_publisher.py" \
            --publisher {wildcards.publisher:q} \
            --edition {input.edition:q} \
            --pagination {input.pagination:q} \
            --facts-folder output/work/facts \
            --folder output \
            --mark {params.mark:q} \
            --output {output:q} \
            2>&1 | tee {log:q}
        """


rule bundle_changes:
    """Pack the papers that have changed since a delivery, with the list of what is new in each."""
    input:
        gate("strict"),
        VOLUME,
        COMPANIONS,
        delivery="metadata/deliveries/{since}.csv",
        edition=EDITION,
        pagination=pagination,
    output:
        update("output/bundle/changes-since-{since}.zip"),
    log:
        "output/logs/bundle_changes.{since}.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
        blocked=BLOCKED.as_posix(),
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/bundle_changes.py" \
            --since {wildcards.since:q} \
            --edition {input.edition:q} \
            --pagination {input.pagination:q} \
            --blocked {params.blocked:q} \
            --output {output:q} \
            2>&1 | tee {log:q}
        """
