"""Related articles: those that say most come first, and never more than can be read."""

from generator.model import Kind, Library, Link
from generator.publish.article import article_view
from generator.publish.desk import Desk
from generator.publish.words import words
from tests.publish.made import bound, made_page


def collection(count: int, weights: list[float]) -> Library:
    """The first of so many articles, linked to each of the others."""
    page = made_page("a.txt", [(n, Kind.HEADLINE, f"第{n:02}条新闻的题目") for n in range(count)])
    first, *others = (article.id for article in page.articles)
    links = [
        Link(min(first, other), max(first, other), "shares", ("名",), weight)
        for other, weight in zip(others, weights, strict=True)
    ]
    return bound([page], links=tuple(sorted(links)))


def test_the_strongest_links_are_shown_first_and_at_most_eight() -> None:
    library = collection(13, [float(n) for n in range(12)])
    related = article_view(Desk(library, words("zh")), library.articles[0])["related"]
    assert len(related) == 8
    assert [f"第{n:02}条" in related[12 - n]["link"] for n in range(12, 4, -1)] == [True] * 8
