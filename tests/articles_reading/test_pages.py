"""Web pages of the usual builds: the article is read, and nothing of what stands around it."""

import pytest

from kg.articles.asked import Asked
from kg.errors import DataError

pytest.importorskip("trafilatura", reason="newskg[formats] is not installed")
from kg.articles.pages import article

P1 = "Mayor Greta Holm opened a bridge in Estrand on Monday, after ten years of work and many delays."
P2 = "“We have waited long,” she told a crowd of several hundred people on the quay, many of them with flags."
P3 = "The bridge cost 40 million and was built by Tolland, a company of the town that employs 300 people."
PAGES = {
    "divs": f"""<html><head><title>Bridge opens - Gazette</title></head><body><div id="header">
<ul class="menu"><li><a href="/a">Home</a></li><li><a href="/b">News</a></li></ul></div>
<div class="content"><h1>Bridge opens</h1><div class="meta">By Lena Fisk | 4 May 2021</div>
<div class="story-body"><p>{P1}</p><p>{P2}</p><p>{P3}</p></div></div>
<div class="sidebar"><h3>Most read</h3><ol><li><a href="/c">Ten walks by the sea</a></li></ol></div>
<div id="footer">© Gazette</div></body></html>""",
    "breaks": f"""<html><head><title>Bridge opens</title></head><body><div class="post">{P1}<br><br>{P2}<br>
<br>{P3}</div></body></html>""",
    "related inside": f"""<html><head><title>Bridge opens</title></head><body><main><article>
<h1>Bridge opens</h1><p>{P1}</p><div class="related-links"><h4>Related</h4><ul><li>
<a href="/x">Bo Day resigns as mayor of Leeds</a></li></ul></div><p>{P2}</p><aside class="newsletter">
<p>Sign up to our newsletter</p></aside><p>{P3}</p></article></main></body></html>""",
    "comments": f"""<html><head><title>Bridge opens</title></head><body><article><h1>Bridge opens</h1>
<p>{P1}</p><p>{P2}</p><p>{P3}</p></article><section id="comments" class="comments"><h3>2 comments</h3>
<div class="comment"><p>Bo Day: I was born in Leeds and hate this bridge very much indeed.</p></div></section>
</body></html>""",
    "cookies": f"""<html><head><title>Bridge opens</title></head><body><div class="cookie-banner">
<p>We use cookies to make this site better. Accept all cookies or manage your settings.</p></div><article>
<p>{P1}</p><p>{P2}</p><p>{P3}</p></article></body></html>""",
    "figure": f"""<html><head><title>Bridge opens</title></head><body><article><h1>Bridge opens</h1><figure>
<img src="a.jpg" alt="x"><figcaption>Bo Day in Leeds. Photograph: Ann Lee/Wire</figcaption></figure><p>{P1}</p>
<p>{P2}</p><p>{P3}</p></article></body></html>""",
    "tweet": f"""<html><head><title>Bridge opens</title></head><body><article><h1>Bridge opens</h1><p>{P1}</p>
<blockquote class="twitter-tweet">
<p>The plan is a fairy tale.</p>— Tomas Okoro (@tokoro) <a href="https://twitter.com/x">May 4, 2021</a>
</blockquote><p>{P2}</p><p>{P3}</p></article></body></html>""",
    "list": f"""<html><head><title>Who is who</title></head><body><article><h1>Who is who</h1><p>{P1}</p><ul>
<li>Arno Silva - police chief, Velmora</li><li>Clara Ndiaye - chief executive, Northwind Energy</li></ul>
<table><tr><th>Candidate</th><th>Party</th></tr><tr><td>Ilse Brandt</td><td>Civic Union</td></tr></table>
<p>{P3}</p></article></body></html>""",
    "json": f"""<!doctype html><html amp lang="en"><head><title>Bridge opens</title>
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle","headline":"Bridge
opens in Estrand","datePublished":"2020-05-01T09:00:00Z","author":{{"@type":"Person","name":"Lena
Fisk"}}}}</script></head><body><amp-sidebar><ul><li>Home</li></ul></amp-sidebar><main><p>{P1}</p><p>{P2}</p>
<p>{P3}</p></main></body></html>""",
    "live": f"""<html><head><title>Live: bridge opens</title></head><body><article><h1>Live: bridge opens</h1>
<div class="entry"><time>16.12 GMT</time><h2>Crowds gather</h2><p>{P1}</p></div><div class="entry">
<time>16.40 GMT</time><p>{P2}</p></div><div class="entry"><time>17.02</time><p>{P3}</p></div></article></body>
</html>""",
}

#: What a page has beside the three paragraphs.
BESIDE = {
    "tweet": ["The plan is a fairy tale.", "— Tomas Okoro (@tokoro) May 4, 2021"],
    "list": [
        "Arno Silva - police chief, Velmora",
        "Clara Ndiaye - chief executive, Northwind Energy",
        "Candidate",
        "Party",
        "Ilse Brandt",
        "Civic Union",
    ],
    "live": ["Crowds gather"],
}


@pytest.mark.parametrize("name", PAGES)
def test_the_article_of_a_page(name):
    found = article(PAGES[name].encode(), name, Asked(), name=name)
    paragraphs = found.text.split("\n\n")
    assert [each for each in paragraphs if each in {P1, P2, P3}] == [
        each for each in (P1, P2, P3) if each in PAGES[name]
    ]
    assert [each for each in paragraphs if each not in {P1, P2, P3}] == BESIDE.get(name, [])


def test_what_tells_of_a_page_is_read():
    found = article(PAGES["json"].encode(), "a", Asked(), name="a")
    assert (found.title, found.byline, found.published) == ("Bridge opens in Estrand", "Lena Fisk", "2020-05-01")
    assert found.dated_by == "a tag of the page"
    assert found.language == "en"


FRONT = "".join(
    f'<li><a href="/{n}">{title}</a></li>' for n, title in enumerate(["Bridge opens", "Ferry sold", "Ten walks"])
)


LINKS = f"<html><body><ul>{FRONT}</ul></body></html>"


@pytest.mark.parametrize("page", [LINKS, "<html></html>", "<p></p>", "", "{}"])
def test_a_page_of_links_is_no_article(page):
    with pytest.raises(DataError, match="no text of an article"):
        article(page.encode(), "a", Asked())
