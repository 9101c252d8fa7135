# What the chair reads while a build runs and when it ends.
from proceedings.handover import refusal_lines, set_aside_unfinished
from proceedings.terminal_news import STOPPING, UP_TO_DATE, news, obstacle
from snakemake.logging import logger

BLOCKED = Path("output/work/gates/blocked.txt")
PACKING = Path("output/work/packing")

STOPPED = []


def is_news(record):
    """Whether a log record is worth a line on the chair's terminal; it is put into the chair's words."""
    text = record.getMessage()
    if text.startswith(STOPPING):
        STOPPED.append(text)
    if text.startswith(UP_TO_DATE):
        text = f"Nothing has changed since the last build.\n{closing_words()}"
    record.msg, record.args = news(text), ()
    return record.msg is not None


logger.addFilter(is_news)

if hindrance := obstacle(Path()):
    raise SystemExit(f"Bindery: {hindrance}")


def closing_words():
    """What a good build ends with: the summary of the gate that it has passed."""
    gates = {
        "all": gate("phase" if COLLECTING else "strict"),
        "bundle": gate("strict"),
        "check": gate("checks"),
    }
    asked = sorted(workflow.dag_settings.targets) or ["all"]
    passed = [Path(gates[each]) for each in asked if each in gates]
    summaries = [path.read_text(encoding="utf-8") for path in passed if path.is_file()]
    if not summaries:
        return f"Built: {', '.join(asked)}. `make check` says what blocks, if anything does."
    files = [f"Built: {each}" for each in asked if Path(each).is_file()]
    return "\n".join([summaries[-1].strip(), *files])


def last_words():
    """What a failed build ends with: what blocks, if it came that far, and where to look."""
    if STOPPED:
        return "Stopped. What was finished is kept: run the same command again to go on."
    if BLOCKED.is_file():
        return BLOCKED.read_text(encoding="utf-8").strip()
    if refused := refusal_lines(PACKING):
        return "\n".join(refused)
    return "The build broke off. The lines above name the stage; its full output is in output/logs/."
