# What a publisher or an archive receives; refused as long as anything blocks.
rule bundle_publisher:
    """Pack what one publisher receives, with its manifest."""
    input:
        gate("strict"),
        VOLUME,
        APPENDIX,
        BIBLIOGRAPHY,
        METADATA_FILES,
        edition=EDITION,
    output:
        update("output/bundle/{publisher}.zip"),
    log:
        "output/logs/bundle_publisher.{publisher}.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/bundle_publisher.py" \
            --publisher {wildcards.publisher:q} \
            --edition {input.edition:q} \
            --folder output \
            --output {output:q} \
            2>&1 | tee {log:q}
        """
