"""Names: taken for one where a rule says so, kept apart where they merely sound alike."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import build
from generator.model import (
    Article,
    Basis,
    Block,
    Byline,
    Claim,
    Facts,
    Issue,
    Kind,
    Library,
    Mention,
    Page,
    Seed,
    Subject,
)
from generator.relate import relate
from generator.relate.slugs import reading
from generator.text import Text

ROOT = Path(__file__).parents[2]
CITIES = {"茂名日报": "广东省/茂名市", "江门日报": "广东省/江门市", "远方日报": ""}
Named = tuple[str, str, str]  # type, name, office or doubt
Printed = tuple[str, str]  # name, office


def printed(told: dict[str, tuple[str, list[Named]]], bylines: dict[str, str] | None = None) -> Library:
    """A collection: for each article, its paper and the names that it prints, in this order."""
    pages, articles, facts = [], [], {}
    for id_, (paper, names) in told.items():
        city = CITIES[paper].rpartition("/")[2]
        words = [name for _, name, _ in names]
        roles = [office if type_ == "person" else "" for type_, _, office in names]
        source = (
            "。".join([city, *(office + word for office, word in zip(roles, words, strict=True))])
            + "。"
            + (bylines or {}).get(id_, "")
        )
        seed = Seed(id_, f"{id_}.txt", source)
        mentions = [Mention("place", seed.text[: len(city)], CITIES[paper], 0)] if city else []
        at = len(city) + 1
        for (type_, word, more), office in zip(names, roles, strict=True):
            role = seed.text[at : at + len(office)] if office else None
            at += len(office)
            doubt = more if type_ != "person" else ""
            mentions.append(Mention(type_, seed.text[at : at + len(word)], word, 0, role=role, doubt=doubt))
            at += len(word) + 1
        signed = seed.text[at:] if bylines and id_ in bylines else None
        article = Article(
            f"{id_}-0", (Block(Kind.PARAGRAPH, seed.text, "made.by_hand"),), Byline((signed,)) if signed else Byline()
        )
        articles.append(article)
        facts[article.id] = Facts(mentions=tuple(mentions))
        pages.append(Page(seed, article.blocks, (article,), (), Issue(Claim(paper, Basis.PRINTED))))
    return relate(pages, articles, facts, dict.fromkeys(facts, ()))


def groups(made: Library, type_: str) -> list[list[str]]:
    """Of each subject of a type, the articles that name it."""
    listed = [one for one in (*made.subjects, *made.names) if one.type == type_]
    return sorted([article[0] for article, _ in one.mentions] for one in listed)


def two(type_: str, one: Printed, other: Printed, papers: str = "mm") -> list[list[str]]:
    """Which of two articles, a and b, name the same, each with a name and an office; papers by their first letter."""
    of = {"m": "茂名日报", "j": "江门日报", "x": "远方日报"}
    told = {
        "a": (of[papers[0]], [(type_, *one)]),
        "b": (of[papers[1]], [(type_, *other)]),
    }
    return groups(printed(told), type_)


ONE, APART = [["a", "b"]], [["a"], ["b"]]


@pytest.mark.parametrize(
    ("one", "other", "papers", "are"),
    [
        ("市委", "市委", "mm", ONE),
        ("市委", "市委", "mj", APART),
        ("市委", "茂名市委", "mm", ONE),
        ("市委", "茂名市委", "jm", APART),
        ("市政府", "茂名市人民政府", "mm", ONE),
        ("省委", "省委", "mj", ONE),
        ("茂名海关", "茂名海关", "mj", ONE),
        ("茂名海关", "湛江海关", "mm", APART),
        ("“百千万工程”指挥部", "“百千万工程”指挥部", "mj", APART),
        ("教育局", "教育局", "mm", APART),
        ("第一人民医院", "第一人民医院", "mm", APART),
        ("市委", "市委", "xx", APART),
        ("五邑大学", "五邑大学", "mj", ONE),
    ],
)
def test_a_body_is_one_by_its_full_name_and_home(one: str, other: str, papers: str, are: list[list[str]]) -> None:
    assert two("organisation", (one, ""), (other, ""), papers) == are


@pytest.mark.parametrize(
    ("one", "other", "papers", "are"),
    [
        (("李强", "市长"), ("李强", "市长"), "mm", ONE),
        (("李强", "市长"), ("李强", "市长"), "mj", APART),
        (("李强", "市长"), ("李强", ""), "mm", ONE),
        (("李强", "市长"), ("李强", ""), "mj", APART),
        (("李强", "市长"), ("李强", "教育局局长"), "mm", APART),
        (("李强", "村民"), ("李强", "村民"), "mj", APART),
        (("李强", "村民"), ("李强", "村民"), "xx", APART),
        (("李强", "高州市根子镇党委书记"), ("李强", "高州市根子镇党委书记"), "mj", ONE),
        (("李强", "市政协副主席"), ("李强", "市政协党组成员"), "mm", ONE),
        (("李强", ""), ("李强", ""), "xx", APART),
        (("李强", "总书记"), ("李强", "主席"), "xx", ONE),
        (("李强", "主席"), ("李强", "主席"), "xx", APART),
        (("李强", "中共中央总书记、国家主席、中央军委主席"), ("李强", "总书记"), "mj", ONE),
        (("李强", "市长"), ("李蔷", "市长"), "mm", APART),
    ],
)
def test_a_person_is_one_by_name_and_office_or_city(
    one: Printed, other: Printed, papers: str, are: list[list[str]]
) -> None:
    assert two("person", one, other, papers) == are


def test_somebody_without_an_office_is_neither_of_two_namesakes() -> None:
    told = {
        "a": ("茂名日报", [("person", "李强", "市长")]),
        "b": ("茂名日报", [("person", "李强", "教育局局长")]),
        "c": ("茂名日报", [("person", "李强", "")]),
    }
    assert groups(printed(told), "person") == [["a"], ["b"], ["c"]]


def test_who_only_signs_is_a_reporter_of_the_paper_and_no_person() -> None:
    told: dict[str, tuple[str, list[Named]]] = {
        name: (paper, []) for name, paper in (("a", "茂名日报"), ("b", "茂名日报"), ("c", "江门日报"))
    }
    made = printed(told, dict.fromkeys(told, "梁雪玲"))
    assert groups(made, "reporter") == [["a", "b"], ["c"]]
    assert groups(made, "person") == []


@pytest.mark.parametrize(
    ("one", "other", "papers", "are"),
    [
        ("百会帮百镇", "百会帮百镇", "mj", ONE),
        ("一二三四五工作机制", "一二三四五工作机制", "mm", ONE),
        ("一二三四五工作机制", "一二三四五工作机制", "mj", APART),
        ("百千万工程", "百千万工程", "mj", ONE),
        ("千万工程", "百千万工程", "mm", APART),
        ("侨心工程", "桥心工程", "mm", APART),
    ],
)
def test_a_campaign_is_one_by_its_name(one: str, other: str, papers: str, are: list[list[str]]) -> None:
    assert two("initiative", (one, ""), (other, ""), papers) == are


SECRETARY = "{city}日报\n2023年6月2日 星期五 第1版\n\n城区建设会议召开\n\n■{city}日报记者 王伟\n\n{city}日报讯 {told}\n"


def papers(folder: Path, told: list[tuple[str, str]]) -> Library:
    """A collection of pages, each of a city's paper, with what it tells."""
    for number, (city, words) in enumerate(told):
        (folder / f"{number}.txt").write_text(SECRETARY.format(city=city, told=words), encoding="utf-8")
    return build(folder)


def named_by(made: Library, type_: str, name: str) -> list[list[str]]:
    """For each subject of a name, the pages (by number) that surely name it."""
    listed = [one for one in (*made.subjects, *made.names) if one.type == type_ and one.name == name and one.mentions]
    number = {article.id: int(article.id[0]) for article in made.articles}
    return sorted([str(seen) for seen in sorted({number[article] for article, _ in one.mentions})] for one in listed)


@pytest.mark.parametrize(
    ("city", "office", "are"),
    [
        ("福州", "鼓楼区委书记", [["0"], ["1"]]),
        ("徐州", "鼓楼区委书记", [["0", "1"]]),
        ("福州", "区委书记", [["0"], ["1"]]),
        ("徐州", "区委书记", [["0"], ["1"]]),
    ],
)
def test_an_office_of_a_county_is_that_countys(tmp_path: Path, city: str, office: str, are: list[list[str]]) -> None:
    """鼓楼区 is a district of Xuzhou and one of Fuzhou; and every county has a 区委书记."""
    words = f"鼓楼区召开城区建设会议。{office}张伟出席会议并讲话。"
    assert named_by(papers(tmp_path, [("徐州", words), (city, words)]), "person", "张伟") == are


OURS = "鼓楼区实施“幸福家园”行动，全区改造老旧小区130个。“幸福家园”行动是我区一项民生工程。"


@pytest.mark.parametrize(
    ("told", "are"),
    [
        ([("徐州", OURS), ("福州", OURS)], [["0"], ["1"]]),
        ([("徐州", OURS), ("徐州", OURS)], [["0", "1"]]),
        ([("徐州", OURS), ("福州", OURS), ("福州", "全国推进“幸福家园”行动。")], [["0", "1", "2"]]),
        ([("徐州", OURS), ("福州", OURS), ("福州", "徐州市、福州市推进“幸福家园”行动。")], [["0", "1", "2"]]),
    ],
)
def test_a_campaign_of_two_cities_is_two_unless_a_page_knows_it_wider(
    tmp_path: Path, told: list[tuple[str, str]], are: list[list[str]]
) -> None:
    assert named_by(papers(tmp_path, told), "initiative", "幸福家园") == are


def test_a_doubtful_name_is_listed_as_such_and_has_no_dossier() -> None:
    made = printed({name: ("茂名日报", [("initiative", "一条鱼", "initiatives.only_marks")]) for name in "ab"})
    (listed,) = [one for one in made.names if one.type == "initiative"]
    assert (listed.mentions, len(listed.unsure), listed.slug) == ((), 2, "")


@pytest.mark.parametrize(
    ("type_", "name", "read"),
    [
        ("person", "单田芳", "shan tian fang"),
        ("person", "曾金妍", "zeng jin yan"),
        ("person", "解晓东", "xie xiao dong"),
        ("person", "尉迟恭", "yu chi gong"),
        ("initiative", "“百会帮百镇”行动", "bai hui bang bai zhen xing dong"),
        ("place", "广东省/茂名市/高州市/长坡镇", "chang po zhen"),
        ("place", "安徽省/六安市", "luan"),
    ],
)
def test_names_are_read_as_names(type_: str, name: str, read: str) -> None:
    assert reading(type_, name) == read


@pytest.fixture(scope="module")
def five() -> Library:
    return build(ROOT / "seeds")


def called(made: Library) -> list[tuple[object, ...]]:
    return [
        (one.type, one.name, one.slug, one.home, sorted(mention.text.runs for _, mention in one.mentions))
        for one in (*made.subjects, *made.names)
    ]


def told(made: Library) -> list[tuple[object, ...]]:
    """What the dossiers hold, whatever the order of the articles."""
    return [
        (
            one.subject.slug,
            [saying.sentence for saying in one.defined[:1]],
            one.figures,
            *(sorted(str(fact) for fact in facts) for facts in (one.pairings, one.roles, one.quotes, one.setups)),
        )
        for one in made.dossiers
    ]


def test_the_order_of_the_pages_does_not_matter(five: Library) -> None:
    turned = relate(five.pages[::-1], five.articles[::-1], dict(reversed(list(five.facts.items()))), five.summaries)
    assert called(turned) == called(five)
    assert told(turned) == told(five)


def test_pages_of_strangers_change_nothing_among_the_others(five: Library) -> None:
    """A paper of another city that prints names of the same sound: 市委, 一二三四五, a 李强, a 南海."""
    names = [("organisation", "市委", ""), ("initiative", "一二三四五工作机制", ""), ("person", "肖军", "副市长")]
    other = printed({"zz": ("远方日报", [*names, ("place", "广东省/佛山市/南海区", "")])})
    with_them = relate(
        (*five.pages, *other.pages),
        (*five.articles, *other.articles),
        {**five.facts, **other.facts},
        {**five.summaries, **other.summaries},
    )

    def among_the_five(made: Library) -> list[tuple[object, ...]]:
        left = [_without(one, other) for one in (*made.subjects, *made.names)]
        return sorted(
            (one.type, one.name, one.home, len(one.mentions), len(one.unsure))
            for one in left
            if one.mentions or one.unsure
        )

    assert among_the_five(with_them) == among_the_five(five)


def _without(subject: Subject, other: Library) -> Subject:
    strangers = {article.id for article in other.articles}
    sure = tuple(pair for pair in subject.mentions if pair[0] not in strangers)
    return replace(subject, mentions=sure, unsure=tuple(pair for pair in subject.unsure if pair[0] not in strangers))


def test_a_text_of_nobody_is_no_trouble() -> None:
    """A name that a person put in has no place on the page."""
    made = printed({"a": ("茂名日报", [])})
    article = made.articles[0]
    mention = Mention("person", Text.by("编者", "李强", "a", 0), "李强", 0)
    facts = {article.id: Facts(mentions=(mention,))}
    assert groups(relate(made.pages, made.articles, facts, {article.id: ()}), "person") == [["a"]]


def test_that_a_place_is_one_of_several_is_no_word_of_what_it_is(tmp_path: Path) -> None:
    told = "徐州市是律师执业试点的九个城市之一，符合条件的律师可以执业。徐州市是一座煤城，工业门类齐全。"
    made = papers(tmp_path, [("徐州", told), ("徐州", told)])
    (place,) = [one for one in made.dossiers if one.subject.name == "江苏省/徐州市"]
    assert {saying.sentence.value for saying in place.defined} == {"徐州市是一座煤城，工业门类齐全。"}
