# Behind the appendix: the indexes of authors and keywords.
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
