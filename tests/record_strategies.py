"""People, papers and editions as volumes have them, for properties: names of every kind, titles of every sign.

All texts are as metadata has them: composed, one blank between words and none around them. What they are made of
are words that went wrong somewhere, and words of their signs put together anew.
"""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Sequence

import msgspec
from hypothesis import strategies as st

from proceedings.records.edition import Edition
from proceedings.records.paper import Affiliation, Author, NativeName, Paper, PaperDates
from proceedings.records.programme import Session
from proceedings.records.volume import Event, Volume

Text = st.SearchStrategy[str]


def _each(*lines: str) -> list[str]:
    return [each for line in lines for each in line.split("; ")]


CAPITAL, SMALL = "ABDJOÉÖŁŞİÐĐÅ", "abeiozéöłğıßøñșťảữẽḥā"
HAN, KANA, HANGUL = "王明伟蔡辻々𠮷", "サンプルこむぎ", "김서연이박"
ARABIC, CYRILLIC, DEVANAGARI = "محمدعليأ", "АннаПётрщъй", "अदिति"

GIVEN = _each(
    "Ada; Jean-Pierre; J. R.; J.-P.; A.; Mary Ann; ADA; Ngọc Ánh; Özge; İlkim; Þór; Ælfric; D’Arcy; Conan O'Neil; bell",
    "Ana de los Ríos; Abū ʿAbd Allāh; Ioana-Ștefania; Maria del Mar; Ken’ichi",
)
FAMILY = _each(
    "Sample; O'Brien; O’Brien; Öztürk-Yılmaz; García Márquez; De Bock; Lloyd-Jones; SAMPLE; Đặng; Ó Súilleabháin; Ng",
    "d’Alembert; D'Souza; hooks; al Rashid; Łoś; N’Diaye; Strauß; Saint-Exupéry; Nguyễn; Smith and Sons; 't Hart",
    "Müller-von der Heide",
)
PARTICLES = _each("van der; de la; von; d'; d’; De; al-; Al-; ibn; 't; van ’t; dos; Ó; y")
SUFFIXES = _each("Jr.; Jr; Sr.; II; III; IV; Ph.D.")
MONONYMS = _each(
    "Mausam; Sukarno; محمد; 明; The Sample Team; Team A and B; Sample, Inc.; ATLAS Collaboration",
    "Council on Hearts, Care, and Breath",
)
NATIVE = {"王 明": "zh", "김서연": "ko", "辻 サン": "ja", "محمد علي": "ar", "Анна Щукина": "ru", "अदिति": "hi"}
TITLES = _each(
    "Learning; the; of; BERT; GPUs; $O(n^2)$; $\\alpha$-Fair; C++; 50%; R&D; a_b; x<y>z; {BERT}; #1; user@host",
    '"quoted"; ‘so’; Bayes’; don\'t; naïve; Erdős–Rényi; 深層学習; Обучение; A:; Why?; —; …; $5; $\\{a_i\\}_{i=1}$',
    "a=b; e.g.,; tf.data; rock'n'roll; =1+1; ``so''; a--b; n-gram; ~5; 2^10; µs; 3×4; <b>; &amp;; /",
    "x|y; (x); [y]; “quoted”; ---; <https://example.org/~a_b>; Part II",
)
PLACES = _each(
    "Sample University; Universität Gent; R&D Lab; Institute, of Things; Second Lab: North; 東京サンプル大学",
    "50% Centre; Sample “Labs” (Europe); O’Neil College; Dept. of A/B_C",
)
CITIES = {"Ghent": "BE", "São Paulo": "BR", "Los Angeles": "US", "東京": "JP", "Kraków": "PL", "Paris": "FR"}
SIGNS = "aZé Ö王م'’‘“”\"-–—.,{}$%&#_~^<>=+@:;/|`…ß"
SESSIONS = ("Training at Scale", "R&D: “50%”", "学習")
VOLUME = Volume(
    title="Proceedings of the Sample Workshop", acronym="SW", year=2031, event=Event(name="Sample Workshop")
)
IDS = ("7", "017", "A-1", "12", "paper_3", "s2.1", "DLS31")


def text(*, signs: str = SIGNS, at_most: int = 8) -> Text:
    """A text of these signs in one line, with a letter in it."""
    made = st.text(st.sampled_from(signs), min_size=1, max_size=at_most).map(one_line)
    return made.filter(lambda said: any(map(str.isalpha, said)))


def one_line(said: str) -> str:
    """The text as metadata has it: composed, with single blanks."""
    return unicodedata.normalize("NFC", " ".join(said.split()))


def _latin_word() -> Text:
    return st.builds(str.__add__, st.sampled_from(CAPITAL), st.text(st.sampled_from(SMALL), min_size=1, max_size=5))


def _part(known: Sequence[str]) -> Text:
    """A part of a name in Latin letters: one that is known to be hard, or one or two words of the hard letters."""
    word, joint = _latin_word(), st.sampled_from(" -’'")
    return st.one_of(st.sampled_from(known), word, st.tuples(word, joint, word).map("".join))


def _script(signs: str) -> Text:
    return st.text(st.sampled_from(signs), min_size=1, max_size=4).map(one_line)


def _none_or(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[str | None]:
    return st.none() | strategy


LATIN_NAMES = st.builds(
    Author,
    given=_part(GIVEN),
    family=_part(FAMILY),
    particle=_none_or(st.sampled_from(PARTICLES)),
    suffix=_none_or(st.sampled_from(SUFFIXES)),
    native=st.none() | st.sampled_from(list(NATIVE)).map(lambda name: NativeName(name=name, lang=NATIVE[name])),
)
NATIVE_NAMES = st.sampled_from((HAN, HAN + KANA, HANGUL, ARABIC, CYRILLIC, DEVANAGARI)).flatmap(
    lambda signs: st.builds(Author, given=_script(signs), family=_script(signs))
)
MIXED_NAMES = st.builds(Author, given=_part(GIVEN), family=_script(HAN)) | st.builds(
    Author, given=_script(KANA), family=_part(FAMILY)
)
WHOLE_NAMES = st.builds(Author, literal=st.sampled_from(MONONYMS) | _latin_word())
NAMES = st.one_of(LATIN_NAMES, LATIN_NAMES, NATIVE_NAMES, MIXED_NAMES, WHOLE_NAMES)
"""An author's name alone: in Latin letters, in another script, in both, or whole."""


def every_name() -> list[Author]:
    """Everybody whose name is hard, once."""
    scripts = (HAN, HAN + KANA, HANGUL, ARABIC, CYRILLIC, DEVANAGARI)
    return [
        *(Author(given=given, family="Sample") for given in GIVEN),
        *(Author(given="Ada", family=family) for family in FAMILY),
        *(
            Author(given="Abū", particle=each, family=family)
            for each in PARTICLES
            for family in ("Khwārizmī", "Étoile Bo")
        ),
        *(Author(given="Bo", family="Two", suffix=suffix) for suffix in SUFFIXES),
        Author(given="Bo", particle="van der", family="Two", suffix="Jr."),
        *(Author(given=signs[2:4], family=signs[:2]) for signs in scripts),
        Author(given="明", family="王", suffix="Jr."),
        Author(given="Ada", family="王"),
        *(Author(literal=name) for name in MONONYMS),
    ]


ORCIDS = st.sampled_from((None, "0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-1694-233X"))
EMAILS = st.sampled_from((None, "ada@example.org", "b.o'neil+x@sub.example.org", "C_D@example.org"))
AFFILIATIONS = st.builds(
    Affiliation,
    name=st.sampled_from(PLACES),
    department=st.sampled_from((None, "Computing", "Dept. of R&D, East")),
    city=st.none() | st.sampled_from(list(CITIES)),
    region=st.sampled_from((None, "CA", "Île-de-France")),
).map(lambda place: msgspec.structs.replace(place, country=CITIES.get(place.city or "")))


def sentence(*, most: int = 4) -> Text:
    """Words of titles in any order, with a text of any signs among them at times."""
    known = st.sampled_from(TITLES)
    words = st.one_of(known, known, known, text())
    said = st.lists(words, min_size=1, max_size=most).map(lambda parts: one_line(" ".join(parts)))
    return said.filter(lambda each: any(map(str.isalpha, each)))


ABSTRACTS = st.none() | st.lists(sentence(), min_size=1, max_size=2).map("\n\n".join)
KEYWORDS = st.lists(
    st.sampled_from(_each("deep learning; C++; R&D; I/O; 学習; 50%; e_f; O’Brien")), max_size=3, unique=True
)
DAYS = st.none() | st.dates(datetime.date(2019, 1, 1), datetime.date(2031, 12, 31))


@st.composite
def papers(draw: st.DrawFn, id: str = "017") -> Paper:
    """A paper with one to three authors, who have up to three affiliations each, and the first of whom corresponds."""
    known = draw(st.lists(AFFILIATIONS, max_size=3, unique_by=msgspec.structs.astuple))
    places = {f"place-{number}": each for number, each in enumerate(known)}
    homes = st.lists(st.sampled_from(list(places)), unique=True) if places else st.just([])
    people = [
        msgspec.structs.replace(
            name, email=draw(EMAILS), orcid=draw(ORCIDS), affiliations=tuple(draw(homes)), corresponding=not number
        )
        for number, name in enumerate(draw(st.lists(NAMES, min_size=1, max_size=3)))
    ]
    used = {key for each in people for key in each.affiliations}
    return Paper(
        id=id,
        title=draw(sentence()),
        authors=tuple(people),
        affiliations={key: place for key, place in places.items() if key in used},
        type=draw(st.sampled_from(("full", "short", "extended-abstract"))),
        track=draw(st.sampled_from((None, "Systems & Scale"))),
        abstract=draw(ABSTRACTS),
        keywords=tuple(draw(KEYWORDS)),
        doi=draw(st.sampled_from((None, "10.5555/a_b(1);2-#"))),
        expected_pages=draw(st.integers(1, 20)),
        dates=PaperDates(submitted=draw(DAYS), accepted=draw(DAYS)),
    )


@st.composite
def editions(draw: st.DrawFn, volume: Volume = VOLUME) -> Edition:
    """An edition of one to three papers in one or two sessions."""
    ids = draw(st.lists(st.sampled_from(IDS), min_size=1, max_size=3, unique=True))
    half = draw(st.integers(0, len(ids) - 1))
    titles = draw(st.permutations(SESSIONS))
    groups = [tuple(group) for group in (ids[:half], ids[half:]) if group]
    return Edition(
        volume=volume,
        sessions=tuple(Session(title=title, papers=group) for title, group in zip(titles, groups, strict=False)),
        papers=tuple(draw(papers(id)) for id in ids),
    )


def spelled(paper: Paper) -> dict[str, object]:
    """The paper's fields by name, its authors with their affiliations in the place of their keys."""
    fields = msgspec.structs.asdict(paper)
    del fields["affiliations"]
    fields["authors"] = [
        msgspec.structs.asdict(each)
        | {"affiliations": [paper.affiliations[key] for key in each.affiliations if key in paper.affiliations]}
        for each in paper.authors
    ]
    return fields
