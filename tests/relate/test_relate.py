"""Links and subjects: what articles share and why; neither the order of the pages nor a common campaign decides."""

import re

import pytest

from generator.model import Article, Block, Facts, Kind, Library, Mention
from generator.relate import relate
from generator.relate.slugs import slug_of
from generator.text import Text

BAIHUI = ("initiative", "百会帮百镇")
CAMPAIGN = ("initiative", "百千万工程")
MAOMING = ("place", "广东省/茂名市")
GAOZHOU = ("place", "广东省/茂名市/高州市")
CHANGPO = ("place", "广东省/茂名市/高州市/长坡镇")
GENZI = ("place", "广东省/茂名市/高州市/根子镇")


def library(named: dict[str, list[tuple[str, str]]], paragraph: int | None = 0) -> Library:
    """A collection in which each article prints the names that are listed for it, all in one paragraph."""
    articles, facts = [], {}
    for id_, names in named.items():
        text = Text.of(id_, "一二三四五六七八九十")
        articles.append(Article(id_, (Block(Kind.PARAGRAPH, text, "made.by_hand"),)))
        facts[id_] = Facts(mentions=tuple(Mention(type_, text, name, paragraph) for type_, name in names))
    return relate((), articles, facts, dict.fromkeys(facts, ()))


def pairs(made: Library) -> dict[tuple[str, str], tuple[str, ...]]:
    return {(link.a, link.b): link.why for link in made.links}


def test_articles_that_name_one_campaign_or_town_are_linked_and_say_why() -> None:
    made = library({"a-0": [BAIHUI, CHANGPO], "b-0": [CHANGPO, BAIHUI], "c-0": [GENZI]})
    assert pairs(made) == {("a-0", "b-0"): ("长坡镇", "百会帮百镇")}
    assert made.links_of("a-0") == made.links_of("b-0") == made.links


def ranked(made: Library, article: str) -> list[str]:
    found = sorted(made.links_of(article), key=lambda link: -link.weight)
    return [link.b if link.a == article else link.a for link in found]


def test_a_campaign_that_all_print_links_them_and_comes_last() -> None:
    made = library({f"a-{n}": [CAMPAIGN] for n in range(5)} | {"b-0": [BAIHUI, CAMPAIGN], "c-0": [BAIHUI]})
    assert pairs(made)["a-0", "a-1"] == ("百千万工程",)
    assert ranked(made, "b-0")[0] == "c-0"


def test_a_campaign_printed_everywhere_does_not_link_all_with_all() -> None:
    made = library({f"a-{n:03}": [CAMPAIGN] for n in range(200)})
    assert all(made.links_of(article.id) for article in made.articles)
    assert len(made.links) < 200 * 9


def test_a_city_links_only_those_that_have_it_in_their_heads() -> None:
    named = {"a-0": [MAOMING], "b-0": [MAOMING]}
    assert library(named).links == ()
    assert pairs(library(named, paragraph=None)) == {("a-0", "b-0"): ("茂名市",)}


def test_articles_of_one_city_come_first() -> None:
    elsewhere = ("place", "广东省/江门市/台山市/海宴镇")
    made = library({"a-0": [CAMPAIGN, GAOZHOU], "b-0": [CAMPAIGN, elsewhere], "c-0": [CAMPAIGN, GENZI]})
    assert ranked(made, "a-0") == ["c-0", "b-0"]


def test_a_name_printed_once_in_passing_says_little() -> None:
    assert library({"a-0": [GENZI], "b-0": [GENZI]}, 3).links[0].weight < (
        library({"a-0": [GENZI], "b-0": [GENZI]}, 0).links[0].weight
    )


def test_a_town_says_more_than_its_county_and_that_more_than_its_city() -> None:
    everything = [MAOMING, GAOZHOU, CHANGPO]
    made = library({"a-0": everything, "b-0": everything})
    assert pairs(made)["a-0", "b-0"] == ("长坡镇", "高州市", "茂名市")


def test_one_word_that_means_two_places_links_by_each() -> None:
    both = ("place", f"{GAOZHOU[1]};广东省/茂名市/信宜市")
    assert pairs(library({"a-0": [both], "b-0": [GAOZHOU]})) == {("a-0", "b-0"): ("高州市",)}


def test_a_province_is_no_reason() -> None:
    assert library({"a-0": [("place", "广东省")], "b-0": [("place", "广东省")]}).links == ()


def test_the_order_of_the_articles_does_not_matter() -> None:
    names = [BAIHUI, CAMPAIGN, MAOMING, GAOZHOU, CHANGPO, GENZI]
    named = {f"s{n}-0": [names[n % 6], names[n * n % 5], names[n // 7]] for n in range(40)}
    turned = library(dict(reversed(named.items())))
    made = library(named)
    assert made.links == turned.links == tuple(sorted(made.links))
    assert [(s.type, s.name, s.slug) for s in made.subjects] == [(s.type, s.name, s.slug) for s in turned.subjects]
    assert all(link.a < link.b and link.why for link in made.links)


def test_a_county_gathers_its_towns_and_a_town_named_once_has_no_file() -> None:
    made = library({"a-0": [GAOZHOU, CHANGPO], "b-0": [GENZI], "c-0": [GENZI]})
    subjects = {subject.name: [article for article, _ in subject.mentions] for subject in made.subjects}
    assert subjects == {GAOZHOU[1]: ["a-0", "a-0", "b-0", "c-0"], GENZI[1]: ["b-0", "c-0"]}


def test_unread_pages_are_handed_on() -> None:
    assert relate((), (), {}, {}, ()).unread == ()


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        (GENZI[1], "maoming-gaozhou-genzi"),
        (CHANGPO[1], "maoming-gaozhou-changpo"),
        ("广东省/茂名市/化州市/石湾街道", "maoming-huazhou-shiwan-jiedao"),
        ("广东省/佛山市", "foshan"),
        ("重庆市", "chongqing"),
        ("安徽省/宿州市/砀山县", "suzhou-anhui-dangshan-xian"),
        ("江苏省/苏州市", "suzhou"),
    ],
)
def test_a_place_is_spelt_by_its_chain(name: str, slug: str) -> None:
    assert slug_of("place", name) == slug


@pytest.mark.parametrize("name", ["百千万工程", "5G+智能", "../../etc", "CON", "。。。", "长" * 200, "<b>", "a/b\\c"])
def test_a_slug_is_safe_wherever_it_is_written(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug_of("initiative", name))
    assert len(slug_of("initiative", name)) <= 80
    assert slug_of("initiative", name) != "con"


def test_names_of_one_sound_have_files_of_their_own() -> None:
    names = [("initiative", "侨心工程"), ("initiative", "桥心工程")]
    made = library({"a-0": names, "b-0": names})
    assert len({subject.slug for subject in made.subjects}) == 2
