# What the chair reads while a build runs and when it ends.
from snakemake.logging import logger

BLOCKED = Path("output/work/gates/blocked.txt")

# The scheduler's own chatter says nothing to a chair, and a gate that closes says why in its summary.
CHATTER = (
    "Assuming unrestricted",
    "At least one job did not complete",
    "Complete log(s)",
    "Conda environments",
    "DAG of jobs will be",
    "Elapsed time",
    "Execute ",
    "Exiting because a job",
    "Select jobs to execute",
    "Updating checkpoint",
    "Using shell",
    "Using workflow specific profile",
    "WorkflowError:\nAt least one job did not complete",
)


def is_news(record):
    """Whether a log record is worth a line on the chair's terminal."""
    text = record.getMessage().strip()
    gate_closed = "CalledProcessError" in text and "require_camera_ready.py" in text
    return not gate_closed and not text.startswith(CHATTER)


logger.addFilter(is_news)


def closing_words():
    """What a good build ends with: the last gate's summary."""
    gates = [Path(gate(strictness)) for strictness in ("strict", "phase", "checks")]
    passed = [path for path in gates if path.is_file()]
    return max(passed, key=lambda path: path.stat().st_mtime).read_text(encoding="utf-8") if passed else ""


def last_words():
    """What a failed build ends with: what blocks, if it came that far, and where to look."""
    if BLOCKED.is_file():
        return BLOCKED.read_text(encoding="utf-8")
    return "The build broke off. The lines above name the stage; its full output is in output/logs/."
