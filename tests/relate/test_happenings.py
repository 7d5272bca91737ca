"""What makes several articles one happening, and what does not: a false one would cost a reader's trust."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from generator.model import Library
from generator.relate.happenings_named import ink_of
from tests.recover.strangers import strangers
from tests.relate.printed import collection, named, page

SEEDS = {file.stem: file.read_bytes().decode() for file in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))}

FAIR = page(
    21,
    "荔枝大会在高州开幕",
    "本报讯（记者 李文）5月20日，第三届高州荔枝产业发展大会在高州市根子镇举行，客商三百多人参加。",
    "大会签约项目12个，总投资35亿元。",
)
AFTER = page(
    22,
    "根子镇忙发货",
    "本报讯（记者 陈明）第三届高州荔枝产业发展大会在高州市举行，根子镇的果农忙着发货。",
    "全镇今年产荔枝5万吨。",
)
LAST_YEAR = page(
    22, "去年的荔枝大会", "本报讯（记者 陈明）去年6月8日，第二届高州荔枝产业发展大会在高州市举行，客商云集。"
)
PUT_OFF = page(22, "荔枝大会推迟", "本报讯（记者 陈明）第三届高州荔枝产业发展大会推迟举行，高州市另行通知。")
EVERY_YEAR = page(22, "荔枝之乡", "本报讯（记者 陈明）高州市每年举行第三届高州荔枝产业发展大会那样的盛会。")
MEETING = page(21, "茂名开会", "本报讯（记者 李文）5月20日，全市乡村振兴工作推进会召开，茂名市电白区作了发言。")
SAME_DAY = page(
    22, "电白连夜部署", "本报讯（记者 何文）5月20日，全市乡村振兴工作推进会召开，电白区连夜部署，茂名市派人到场。"
)
OTHER_CITY = page(
    21,
    "江门开会",
    "本报讯（记者 何文）5月20日，全市乡村振兴工作推进会召开，江门市新会区作了发言。",
    paper="江门日报",
)
WEEKLY = page(21, "防汛有备", "本报讯（记者 李文）5月20日，茂名市委常委会会议召开，研究防汛工作。")
NEXT_WEEK = page(28, "高考在即", "本报讯（记者 何文）5月27日，茂名市委常委会会议召开，研究高考工作。")
NO_DAY = page(28, "抓好落实", "本报讯（记者 何文）茂名市委常委会会议召开，电白区行动快。")
ENLARGED = page(21, "防汛有备", "本报讯（记者 李文）5月20日，中共茂名市委常委会（扩大）会议召开，研究茂名市防汛工作。")
SOME_DAY = page(28, "抓好落实", "本报讯（记者 何文）中共茂名市委常委会（扩大）会议召开，茂名市电白区行动快。")
THIRD = page(
    21, "荔枝大会开幕", "本报讯（记者 李文）5月20日，第三届荔枝产业大会暨乡村振兴发展论坛在高州市举行，客商云集。"
)
FOURTH = page(
    22, "荔枝大会落幕", "本报讯（记者 何文）5月20日，第四届荔枝产业大会暨乡村振兴发展论坛在高州市举行，客商散去。"
)
FRANCE = page(21, "高州荔枝首次出口法国", "本报讯（记者 李文）5月20日，在茂名海关监管下，高州市的荔枝首次出口法国。")
PARIS = page(22, "荔枝走出国门", "本报讯（记者 何文）今年茂名海关忙。高州市的荔枝首次进入法国市场，农民高兴。")
AMERICA = page(22, "高州荔枝首次出口美国", "本报讯（记者 何文）在茂名海关监管下，高州市的荔枝首次出口美国。")
NORTH = page(21, "高州荔枝首次出口北美", "本报讯（记者 李文）5月20日，在茂名海关监管下，高州市的荔枝首次出口北美。")
LONGAN = page(22, "高州龙眼首次出口法国", "本报讯（记者 何文）在茂名海关监管下，高州市的龙眼首次出口法国。")


@pytest.mark.parametrize(
    ("pages", "why"),
    [
        ((FAIR, AFTER), "links.named"),
        ((MEETING, SAME_DAY), "links.named"),
        ((FRANCE, PARIS), "links.first"),
    ],
    ids=["name", "name and day", "first time"],
)
def test_two_reports_of_one_happening_are_told_together(tmp_path: Path, pages: tuple[str, ...], why: str) -> None:
    library = named(tmp_path / "seeds", pages)
    (happening,) = library.happenings
    assert len(happening.articles) == 2
    assert [proof.why for _, _, proof in happening.ties] == [why]
    assert happening.date is not None
    assert happening.date.start == date(2023, 5, 20)


@pytest.mark.parametrize(
    "pages",
    [
        (FAIR, LAST_YEAR),
        (FAIR, PUT_OFF),
        (FAIR, EVERY_YEAR),
        (MEETING, OTHER_CITY),
        (THIRD, FOURTH),
        (WEEKLY, NEXT_WEEK, NO_DAY),
        (ENLARGED, SOME_DAY),
        (FRANCE, AMERICA),
        (NORTH, AMERICA),
        (FRANCE, LONGAN),
        (FAIR, MEETING, WEEKLY),
    ],
    ids=[
        "editions",
        "put off",
        "every year",
        "two cities",
        "numbers",
        "weekly",
        "often",
        "whither",
        "how far",
        "what",
        "one day",
    ],
)
def test_what_is_two_happenings_or_none_is_not_told_together(tmp_path: Path, pages: tuple[str, ...]) -> None:
    assert named(tmp_path / "seeds", pages).happenings == ()


HELD = (
    "全市部署农村工作",
    (
        "茂名日报讯（记者 李文）5月20日，茂名市委农村工作会议暨乡村振兴推进大会召开，提出一件事一件事办好、"
        "一个村一个村抓实，让田头渠尾都见得着水，让山上山下都走得了车，全面贯彻党的二十大精神，为电白区鼓劲。"
    ),
    "茂名市电白区作了发言。",
)
REST = (
    "▲上接01版 要加强组织领导，把责任落到人头。",
    "会上，张大年为获奖的镇颁发了奖牌，还播放了茂名市委农村工作会议暨乡村振兴推进大会专题片。",
)
REST_OF_ANOTHER = ("▲上接01版 要把防汛的责任落到人头。", "会上，张大年讲了电白区农村工作和乡村振兴。")
COMMENTARY = (
    "把路走实",
    "■茂名日报评论员 何文",
    "做农村工作，就要一件事一件事办好、一个村一个村抓实，急不得也慢不得。",
    "让田头渠尾都见得着水，让山上山下都走得了车，农民心里才踏实。我们要相信，功夫到了，路就通了。",
    "茂名日报记者 李文",
)
OWN_COMMENTARY = (
    *COMMENTARY[:2],
    "做农村工作，就要全面贯彻党的二十大精神，一件事一件事办好，急不得也慢不得。",
    "田头渠尾都有了水，农民心里才踏实。我们要相信，功夫到了，路就通了。",
    COMMENTARY[-1],
)


def test_the_rest_of_a_report_belongs_to_the_meeting_whose_name_it_prints(tmp_path: Path) -> None:
    (happening,) = named(tmp_path / "one", [page(21, *HELD, *REST)]).happenings
    assert [proof.why for _, _, proof in happening.ties] == ["links.tail"]
    assert sorted(happening.borrows(telling) for telling in happening.tellings) == [False, True]
    assert named(tmp_path / "other", [page(21, *HELD, *REST_OF_ANOTHER)]).happenings == ()


def test_a_commentary_belongs_to_a_meeting_of_its_issue_whose_words_it_prints_and_borrows_no_day(
    tmp_path: Path,
) -> None:
    (happening,) = named(tmp_path / "one", (page(21, *HELD), page(21, *COMMENTARY, number=2))).happenings
    assert [proof.why for _, _, proof in happening.ties] == ["links.echo"]
    assert not any(map(happening.borrows, happening.tellings))
    assert named(tmp_path / "slogan", (page(21, *HELD), page(21, *OWN_COMMENTARY, number=2))).happenings == ()
    assert named(tmp_path / "later", (page(21, *HELD), page(22, *COMMENTARY))).happenings == ()


def test_whoever_prints_no_day_borrows_it_and_is_told_whose_it_is(tmp_path: Path) -> None:
    (happening,) = named(tmp_path / "seeds", (FAIR, AFTER)).happenings
    borrowing = {telling.article: happening.borrows(telling) for telling in happening.tellings}
    assert borrowing == {"a-29": False, "b-29": True}
    assert happening.lender == "a-29"


def test_each_article_alone_has_what_the_other_lacks(tmp_path: Path) -> None:
    (happening,) = named(tmp_path / "seeds", (FAIR, AFTER)).happenings
    alone = {telling.article: "".join(text.value for text in telling.alone) for telling in happening.tellings}
    assert "35亿元" in alone["a-29"]
    assert "5万吨" in alone["b-29"]
    assert "5万吨" not in alone["a-29"]


def test_an_undated_report_that_may_mean_either_of_two_is_given_to_none(tmp_path: Path) -> None:
    bare = AFTER.replace("第三届", "")
    both = [FAIR.replace("第三届", ""), LAST_YEAR.replace("第二届", ""), bare]
    assert named(tmp_path / "seeds", both).happenings == ()


def test_the_names_of_the_pages_decide_nothing_but_the_address(tmp_path: Path) -> None:
    one = collection(tmp_path / "one", {"a": FAIR, "b": AFTER, "c": MEETING, "d": SAME_DAY})
    other = collection(tmp_path / "two", {"d": FAIR, "c": AFTER, "b": MEETING, "a": SAME_DAY})
    said = [
        sorted((h.name.value, str(h.date and h.date.start), len(h.articles)) for h in library.happenings)
        for library in (one, other)
    ]
    assert said[0] == said[1]
    assert len(said[0]) == 2


def test_every_proof_stands_in_its_article(tmp_path: Path) -> None:
    library = collection(
        tmp_path / "seeds", {"a": FAIR, "b": AFTER, "c": MEETING, "d": SAME_DAY, "e": FRANCE, "f": PARIS}
    )
    articles = {article.id: article for article in library.articles}
    proofs = [(link, proof) for link in library.links for proof in link.proofs]
    assert {link.kind for link, _ in proofs} == {"same_event", "shares"}
    for link, proof in proofs:
        assert articles[link.a].holds(proof.a)
        assert articles[link.b].holds(proof.b)
        if proof.why == "links.named":
            assert ink_of(proof.a.value) == ink_of(proof.b.value)


def between(library: Library, own: frozenset[str]) -> set[tuple[str, str, str, tuple[str, ...]]]:
    return {(link.a, link.b, link.kind, link.why) for link in library.links if {link.a, link.b} <= own}


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return collection(tmp_path_factory.mktemp("seeds") / "alone", SEEDS)


def added(folder: Path, pages: Mapping[str, str]) -> Library:
    return collection(folder / "among", SEEDS | dict(pages))


def test_pages_of_other_places_change_no_link_and_no_happening(
    alone: Library, tmp_path_factory: pytest.TempPathFactory
) -> None:
    apart = {name.removesuffix(".txt"): printed for name, printed in strangers(5, 16).items()}
    among = added(tmp_path_factory.mktemp("apart"), apart)
    own = frozenset(article.id for article in alone.articles)
    assert len(among.articles) > len(own) + 10
    assert between(among, own) == between(alone, own)
    assert among.happenings == alone.happenings


def test_pages_of_the_same_county_take_no_link_away_and_add_their_own(
    alone: Library, tmp_path_factory: pytest.TempPathFactory
) -> None:
    among = added(tmp_path_factory.mktemp("county"), {"y": FAIR, "z": FRANCE})
    own = frozenset(article.id for article in alone.articles)
    pairs = {(a, b, kind) for a, b, kind, _ in between(alone, own)}
    assert {(a, b, kind) for a, b, kind, _ in between(among, own)} >= pairs
    assert len(among.links) > len(alone.links)
    assert among.happenings == alone.happenings
