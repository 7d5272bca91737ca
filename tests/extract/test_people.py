"""People: each mention with the office exactly as printed at that mention; what is no person is none."""

from dataclasses import replace

import pytest

from generator.extract import extract
from generator.model import Byline, Doubt, Kind
from tests.extract.made import article, issue


def people(*paragraphs: str) -> list[tuple[str, str | None]]:
    found = extract(article(*paragraphs), issue("2023-06-16")).mentions
    return [(m.text.value, m.role.value if m.role else None) for m in found if m.type == "person" and not m.doubt]


@pytest.mark.parametrize(
    ("words", "name", "office"),
    [
        ("县委副书记李文斌出席活动并讲话。", "李文斌", "县委副书记"),
        ("农业农村部副部长王华表示，要抓紧。", "王华", "农业农村部副部长"),
        ("专程赶来的省医院主任医师欧阳静说。", "欧阳静", "省医院主任医师"),
        ("昨日上午，市教育局局长周平带队检查。", "周平", "市教育局局长"),
        ("国务委员兼外交部部长张远主持会议。", "张远", "国务委员兼外交部部长"),
        ("清华大学教授、中国工程院院士何明认为，条件成熟。", "何明", "清华大学教授、中国工程院院士"),
        ("“一把手”总经理李志远接听热线。", "李志远", "“一把手”总经理"),
        ("法国总统埃马纽埃尔·马克龙表示欢迎。", "埃马纽埃尔·马克龙", "法国总统"),
        ("德国某公司董事长斯特凡诺说。", "斯特凡诺", "德国某公司董事长"),
        ("日本铃木公司社长铃木俊宏说，很好。", "铃木俊宏", "日本铃木公司社长"),
        ("作为新任商会会长，刘志强介绍，明年再来。刘志强说。", "刘志强", "新任商会会长"),
        ("全场认真学习习近平总书记的讲话。", "习近平", "总书记"),
        ("图为比赛现场。本报记者王小川摄", "王小川", "本报记者"),
        ("演员赵铭和新锐歌手胡灵参加。", "胡灵", "新锐歌手"),
        ("他说，赵铭和新锐歌手胡灵参加。", "胡灵", "新锐歌手"),
        ("会见法国外长后，同德国总理王明举行会谈。", "王明", "德国总理"),
        ("，张杰、曹卫星同志不再担任。", "张杰", None),
        ("市人大常委会党组书记、副主任李明出席。", "李明", "市人大常委会党组书记、副主任"),
        ("县委常委、组织部长、统战部长李明参加。", "李明", "县委常委、组织部长、统战部长"),
        ("国际组织主席考文垂和终身名誉主席巴赫出席。", "巴赫", "终身名誉主席"),
        ("中国驻埃及大使宋爱国说，很好。", "宋爱国", "中国驻埃及大使"),
        ("她嫁给厂长李明。", "李明", "厂长"),
        ("群众爱戴县委书记李明。", "李明", "县委书记"),
        ("新华社记者丁林摄", "丁林", "新华社记者"),
        ("本报记者李明通讯员王大强报道。", "王大强", "通讯员"),
        ("汤加国王图普六世到访。", "图普六世", "汤加国王"),
        ("副市长李明受委托到场。", "李明", "副市长"),
        ("费穆先生说，好。", "费穆", None),
        ("商某已被抓。", "商某", None),
        ("从事养殖的杨文东告诉记者，好。", "杨文东", None),
        ("他叫张海涛，是一名司机。", "张海涛", None),
        ("“时代楷模”张桂梅来到现场。", "张桂梅", None),
        ("伤者李娜（女，35岁）已出院。张娜（女，3岁）没事。", "张娜", None),
        ("村民陈大勇说，路通了。", "陈大勇", None),
        ("“好！”林小燕说。", "林小燕", None),
        ("家住朝阳区的刘先生每天送孩子。", "刘先生", None),
        ("犯罪嫌疑人李某在逃。", "李某", None),
        ("环保局应急处张处长告诉记者。", "张处长", None),
        ("他有个中文名字：李德龙。", "李德龙", None),
    ],
)
def test_a_person_has_the_office_printed_there(words: str, name: str, office: str | None) -> None:
    assert (name, office) in people(words)


def test_where_the_name_alone_is_printed_there_is_no_office() -> None:
    assert people("市长吴晓晖出席。", "吴晓晖强调，要抓紧。") == [("吴晓晖", "市长"), ("吴晓晖", None)]


def test_a_row_shares_an_office_that_several_can_have() -> None:
    words = "市领导王明、李文斌、张远，县长刘志强参加。"
    assert people(words) == [("王明", "市领导"), ("李文斌", "市领导"), ("张远", "市领导"), ("刘志强", "县长")]


def test_where_the_end_of_a_name_is_only_possible_it_is_doubted() -> None:
    found = extract(article("矿业公司副总裁何治军早有所料。"), issue("2023-06-16")).mentions
    assert [(m.text.value, m.doubt) for m in found if m.type == "person"] == [("何治军", "people.possible")]


def test_a_pen_name_of_an_office_is_doubted() -> None:
    found = extract(article("通讯员江税宣来稿。"), issue("2023-06-16")).mentions
    assert [(m.text.value, m.doubt) for m in found if m.type == "person"] == [("江税宣", "people.pen_name")]


def test_an_office_does_not_go_on_to_who_comes_next() -> None:
    words = "新华社记者丁林摄丁薛祥表示，要抓紧。丁薛祥出席。"
    assert ("丁薛祥", "新华社记者") not in people(words)


def test_a_row_of_nothing_but_names_is_a_row_of_persons() -> None:
    assert people("陈文清、刘金国、王小洪、张升民出席座谈会。") == [
        ("陈文清", None),
        ("刘金国", None),
        ("王小洪", None),
        ("张升民", None),
    ]


@pytest.mark.parametrize(
    "words", ["荔枝、龙眼、黄皮、柚子等。", "江门、阳江、梅州、惠州参加。", "高州、化州、信宜、电白等地。"]
)
def test_a_row_of_fruit_or_places_is_none(words: str) -> None:
    assert people(words) == []


def test_a_row_does_not_share_the_office_of_one() -> None:
    assert people("市长王明、李文斌出席。") == [("王明", "市长")]


def test_each_of_two_leaders_has_his_own_office() -> None:
    assert people("市委书记陈少荣担任总指挥，市长吴晓晖担任第一副总指挥。") == [
        ("陈少荣", "市委书记"),
        ("吴晓晖", "市长"),
    ]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("记者李平说，路通了。", "李平"),
        ("记者李平安说，路通了。", "李平安"),
        ("韩国外长康京和认为，应当合作。", "康京和"),
        ("主席王建和李文斌出席。", "王建"),
        ("局长周向阳主持会议。", "周向阳"),
    ],
)
def test_a_name_ends_where_words_go_on(words: str, name: str) -> None:
    assert [found for found, _ in people(words)][:1] == [name]


@pytest.mark.parametrize(
    "words",
    [
        "各级党委书记高度重视。",
        "市长热线电话开通。",
        "全国人大代表大会召开。",
        "村民房前屋后干干净净。",
        "商协会全覆盖结对帮扶，全覆盖对接。",
        "有关单位负责同志参加会议。",
        "医生和护士都说好。",
        "弘扬雷锋精神，举办“梁思成杯”大赛。",
        "乌拉圭总统到访，会见德国总理。",
        "，公司表示，方案指出，双方认为。",
        "运动员打破世界纪录。",
        "康师傅回应。",
        "贯彻习近平生态文明思想。",
        "主任医师查房，局长田间地头走访。",
        "村民强奸案。市民顾虑。群众文体旅生活。",
        "省工商联副主席到场。",
        "班主任、区长、公安局长到场。",
        "福州长乐国际机场扩建。",
        "首相官邸前再度举行抗议。",
    ],
)
def test_what_is_no_person_is_none(words: str) -> None:
    assert people(words) == []


def test_a_name_that_the_page_contradicts_is_doubted() -> None:
    made = article("会上，陈岸明向获奖镇颁发了奖牌。")
    doubt = Doubt(made.body[0].text[3:6], "doubts.whose_name", near=("陈少荣",))
    (told,) = [m for m in extract(replace(made, doubts=(doubt,)), issue("2023-06-16")).mentions if m.type == "person"]
    assert (told.text.value, told.doubt) == ("陈岸明", "doubts.whose_name")
    (told,) = [m for m in extract(made, issue("2023-06-16")).mentions if m.type == "person"]
    assert told.doubt == ""


def test_who_wrote_it_is_named_once_in_a_line_of_its_own() -> None:
    made = article("■记者 梁雪玲 通讯员 胡东", "全市开展检查。", kinds=[Kind.BYLINE, Kind.PARAGRAPH])
    line = made.blocks[0].text
    byline = Byline(reporters=(line[4:7],), correspondents=(line[12:14],))
    found = extract(replace(made, byline=byline), issue("2023-06-16")).mentions
    told = [(m.text.value, m.role.value if m.role else None) for m in found if m.type == "person"]
    assert told == [("梁雪玲", "记者"), ("胡东", "通讯员")]
