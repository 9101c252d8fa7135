"""Running text of our own for made papers: title, people, sections, sentences, captions, references."""

from __future__ import annotations

TITLE = "Waiting for the Slowest Rank in Synchronous Training"
AUTHORS = ("Ada Sample", "María de la Cruz", "Björn Håkansson-Vogel", "Mausam")
AFFILIATION = "Sample University, Ghent, Belgium"
EMAIL = "ada@example.org"
HEAD_AUTHORS = "A. Sample et al."
HEAD_TITLE = "Waiting for the Slowest Rank"

ABSTRACT = (
    "Synchronous training on many nodes spends much of its time where nobody looks, in waiting for the slowest rank. "
    "We measure how long the ranks of three machines wait, explain two thirds of it by the input pipeline and the rest "
    "by the network, and show a placement of ranks that halves it. The method needs no change to the training code and "
    "costs less than one percent of the run time. All traces and scripts are available, and every figure of the paper "
    "can be made again from them."
)

KEYWORDS = ("synchronous training", "stragglers", "collective communication")

SECTIONS = (
    "Introduction",
    "Background",
    "How Long Ranks Wait",
    "Placement of Ranks",
    "Measurements",
    "Related Work",
    "Conclusion",
)

SENTENCES = (
    "Every step of synchronous training ends with a collective operation that all ranks must reach.",
    "A rank that is late makes all others wait, and the machine pays for the time of each of them.",
    "On a small cluster the loss is hard to see, because the slowest of eight ranks is seldom very slow.",
    "On a thousand nodes somebody is always late, and the mean of a step follows its slowest part.",
    "We took traces of forty jobs, each of at least six hours, on three machines of different age.",
    "The traces hold one record for each step and rank, with the times at which input and exchange began.",
    "Two thirds of the waiting begins in the input pipeline, long before the first message is sent.",
    "A shared file system answers most requests within a millisecond and a few of them after a second.",
    "Whoever reads ahead by a fixed number of batches hides the usual delay and not the rare one.",
    "The network adds its own share when neighbouring jobs exchange gradients at the same time.",
    "Messages of a few kilobytes suffer most, since they queue behind the long ones of other jobs.",
    "We place ranks that share input on the same leaf switch, so that late data makes fewer groups late.",
    "The placement is found by a greedy search that looks at pairs of ranks and swaps them while the cost falls.",
    "It ends after a few hundred swaps, which takes about a second on the login node.",
    "No line of the training code changes, because the launcher alone decides where a rank runs.",
    "Measured over ten runs the time of a step fell from 412 to 361 milliseconds, and its spread by half.",
    "The gain is larger at the end of an epoch, when the readers have to open new files.",
    "Accuracy after ninety epochs is the same within the spread of five seeds.",
    "We repeated the runs with a larger batch and found the same order of the placements.",
    "What remains of the waiting is due to the operating system, which we did not touch.",
    "Earlier work hides late ranks by dropping their gradients, which changes what is computed.",
    "Others copy the work of a slow rank to an idle one and need spare nodes for it.",
    "Asynchronous methods do not wait at all and need more steps to the same accuracy.",
    "Our method keeps the arithmetic as it is and can be combined with each of these.",
    "It is less useful where all input fits into the memory of the nodes.",
    "The model of the cost is simple, and a better one would have to know the jobs of others.",
    "We see no reason why the method should not work for inference in batches as well.",
    "The tables give medians, since means are governed by the rare and very long steps.",
    "A job that shares its switch with a second one waits a fifth longer than alone.",
    "All of it can be seen in the traces, which a script turns into the figures of this paper.",
)

FIGURE_CAPTION = "Waiting time of a step against the number of ranks, measured on three machines."
TABLE_CAPTION = "Median time of a step in milliseconds before and after the placement."
TABLE = (
    ("Machine", "Ranks", "Before", "After"),
    ("Alder", "256", "412", "361"),
    ("Birch", "1024", "498", "402"),
    ("Cedar", "4096", "655", "471"),
)
FOOTNOTE = "The traces hold no names of users and no paths."

DISCLOSURE = "The authors have no competing interests to declare that are relevant to the content of this article."
LIMITATIONS = (
    "The traces come from three machines of one vendor. Jobs of other sizes may wait in other places, and the cost "
    "model knows nothing of file systems that keep their data on the nodes."
)
GENERATIVE_AI = "The authors have not employed any generative AI tools."
ARTIFACTS = (
    "Traces, scripts and the container are archived under https://doi.org/10.5281/zenodo.1234567 with a licence that "
    "allows their use."
)

REFERENCES = (
    "Alder, J., Birch, K.: Collective operations on fat trees. Journal of Sample Systems 12(3), 101-118 (2018)",
    "Cedar, L.: What a file system does in its rare moments. In: Sample Storage Workshop, pp. 11-20 (2019)",
    "Elm, M., Fir, N., Gorse, O.: Reading ahead of the batch. In: Sample Conference on Input, pp. 1-12 (2020)",
    "Hazel, P.: Late ranks and how to count them. Transactions on Sample Computing 7, 33-51 (2017)",
    "Ivy, Q., Juniper, R.: Swaps that end. Annals of Sample Search 4(1), 5-19 (2016)",
    "Larch, S., Maple, T.: Neighbours on the network. In: Sample Network Symposium, pp. 71-80 (2021)",
    "Oak, U., Pine, V., Rowan, W.: Dropping gradients with care. In: Sample Learning, pp. 201-210 (2019)",
    "Spruce, X.: Spare nodes in training. Sample Reports 31, 1-9 (2020)",
    "Teak, Y., Willow, Z.: Steps and seeds. Journal of Sample Statistics 2(2), 77-90 (2015)",
    "Yew, A., Zelkova, B.: A launcher that knows its switches. In: Sample Tools, pp. 41-48 (2022)",
)


def paragraph(number: int, sentences: int = 6) -> str:
    """The n-th paragraph; the same number gives the same words, and neighbours begin differently."""
    start = number * 7
    return " ".join(SENTENCES[(start + each) % len(SENTENCES)] for each in range(sentences))


def section(number: int, paragraphs: int) -> list[str]:
    """The paragraphs of the n-th section."""
    return [paragraph(number * 3 + each, 5 + (number + each) % 3) for each in range(paragraphs)]
