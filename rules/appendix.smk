# The artifact appendix: a part of the volume, and a file of its own.
rule find_artifact_sections:
    """Find where papers speak of their artifacts themselves."""
    input:
        edition=EDITION,
        facts=FACTS,
    output:
        "output/work/artifact_sections.json",
    log:
        "output/logs/find_artifact_sections.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/find_artifact_sections.py" \
            --edition {input.edition:q} \
            --output {output:q} \
            -- {input.facts:q} \
            2>&1 | tee {log:q}
        """


rule typeset_artifact_appendix:
    """Typeset the artifact appendix."""
    input:
        edition=EDITION,
        pagination=pagination,
        sections="output/work/artifact_sections.json",
    output:
        pdf="output/work/parts/artifact_appendix.pdf",
        record="output/work/parts/artifact_appendix.json",
        outside="output/work/parts/artifact_appendix_outside.json",
    log:
        "output/logs/typeset_artifact_appendix.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/typeset_artifact_appendix.py" \
            --edition {input.edition:q} \
            --pagination {input.pagination:q} \
            --sections {input.sections:q} \
            --output {output.pdf:q} \
            --record {output.record:q} \
            --outside {output.outside:q} \
            2>&1 | tee {log:q}
        """


rule detach_appendix:
    """Make of the artifact appendix a file that stands alone."""
    input:
        part="output/work/parts/artifact_appendix.pdf",
        outside="output/work/parts/artifact_appendix_outside.json",
    output:
        update("output/artifact-appendix.pdf"),
    log:
        "output/logs/detach_appendix.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/detach_appendix.py" \
            --part {input.part:q} \
            --outside {input.outside:q} \
            --output {output:q} \
            2>&1 | tee {log:q}
        """
