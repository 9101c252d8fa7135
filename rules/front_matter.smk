# Before the papers, between the sessions, and in the place of papers that are not there.
rule typeset_front_matter:
    """Typeset cover, title page, imprint, preface, organisation and contents."""
    input:
        PICTURED,
        edition=EDITION,
        pagination=pagination,
        appendix="output/work/parts/artifact_appendix.json",
        index="output/work/parts/author_index.json",
        keywords="output/work/parts/keyword_index.json",
    output:
        pdf="output/work/parts/front_matter.pdf",
        record="output/work/parts/front_matter.json",
        findings="output/work/findings/typeset_front_matter.json",
    log:
        "output/logs/typeset_front_matter.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/typeset_front_matter.py" \
            --edition {input.edition:q} \
            --pagination {input.pagination:q} \
            --appendix {input.appendix:q} \
            --index {input.index:q} \
            --keywords {input.keywords:q} \
            --metadata metadata \
            --findings {output.findings:q} \
            --output {output.pdf:q} \
            --record {output.record:q} \
            2>&1 | tee {log:q}
        """


rule typeset_placeholders:
    """Typeset a page for every paper that has not arrived or cannot be used."""
    input:
        edition=EDITION,
        pagination=pagination,
    output:
        pdf="output/work/parts/placeholders.pdf",
        record="output/work/parts/placeholders.json",
    log:
        "output/logs/typeset_placeholders.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/typeset_placeholders.py" \
            --edition {input.edition:q} \
            --pagination {input.pagination:q} \
            --output {output.pdf:q} \
            --record {output.record:q} \
            2>&1 | tee {log:q}
        """


rule typeset_session_pages:
    """Typeset the pages that open the sessions."""
    input:
        edition=EDITION,
        pagination=pagination,
    output:
        pdf="output/work/parts/session_pages.pdf",
        record="output/work/parts/session_pages.json",
    log:
        "output/logs/typeset_session_pages.log",
    conda:
        "../environment.yml"
    params:
        code=CODE,
    shell:
        r"""
        "$PYTHON" "$SCRIPTS/typeset_session_pages.py" \
            --edition {input.edition:q} \
            --pagination {input.pagination:q} \
            --output {output.pdf:q} \
            --record {output.record:q} \
            2>&1 | tee {log:q}
        """
