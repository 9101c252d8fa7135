# Behind the papers: the artifact appendix and the indexes of authors and keywords.
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
    """Typeset the artifact appendix, for the volume and alone."""
    input:
        edition=EDITION,
        pagination=pagination,
        sections="output/work/artifact_sections.json",
    output:
        pdf="output/work/parts/artifact_appendix.pdf",
        record="output/work/parts/artifact_appendix.json",
        alone=update("output/artifact-appendix.pdf"),
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
            --alone {output.alone:q} \
            2>&1 | tee {log:q}
        """


rule typeset_author_index:
    """Typeset the author index."""
    input:
        edition=EDITION,
        pagination=pagination,
        appendix="output/work/parts/artifact_appendix.json",
    output:
        pdf="output/work/parts/author_index.pdf",
        record="output/work/parts/author_index.json",
    log:
        "output/logs/typeset_author_index.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/typeset_author_index.py" \
            --edition {input.edition:q} \
            --pagination {input.pagination:q} \
            --appendix {input.appendix:q} \
            --output {output.pdf:q} \
            --record {output.record:q} \
            2>&1 | tee {log:q}
        """


rule typeset_keyword_index:
    """Typeset the keyword index."""
    input:
        edition=EDITION,
        pagination=pagination,
        appendix="output/work/parts/artifact_appendix.json",
        index="output/work/parts/author_index.json",
    output:
        pdf="output/work/parts/keyword_index.pdf",
        record="output/work/parts/keyword_index.json",
    log:
        "output/logs/typeset_keyword_index.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/typeset_keyword_index.py" \
            --edition {input.edition:q} \
            --pagination {input.pagination:q} \
            --appendix {input.appendix:q} \
            --index {input.index:q} \
            --output {output.pdf:q} \
            --record {output.record:q} \
            2>&1 | tee {log:q}
        """
