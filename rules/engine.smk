# What Snakemake does for every workflow and ours has no use for: a second of a small build, most of its time in a large one.
import sys

# To find tables among the parameters of jobs it imports pandas wherever that is installed. No parameter of ours is one.
sys.modules.setdefault("pandas", None)


def schedule_without_timers():
    """Let the scheduler wake when a job has ended, and at no other time.

    For its limit of 100 jobs a second it sets itself a timer in every round, and in every round it asks for the size of
    every input of all waiting jobs: while jobs wait, rounds multiply. On this machine the cores are the limit.
    """
    if workflow.local_exec:
        workflow.scheduler.job_rate_limiter = None
