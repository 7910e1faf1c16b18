"""Titles, dates, publishers, credits, languages and damaged passages of plain text."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.model import EITHER
from sayso.read.published import address_day, given_day, stated_day
from sayso.read.publisher import of_url
from sayso.read.text import Given, report

LEAD = "Five people were killed on Tuesday when the dam above Lower Ostry gave way, the mayor said."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            f"Harbourpost.example » World\n\nDam gives way above Lower Ostry\n\n{LEAD}",
            "Dam gives way above Lower Ostry",
        ),
        (f"Dam gives way in Ostry - mayor\n\n{LEAD}", "Dam gives way in Ostry - mayor"),
        (f"en fr\n\nDam gives way: who is to blame?\n{LEAD}", "Dam gives way: who is to blame?"),
        (f"Dam money came from U.S.\n{LEAD}", "Dam money came from U.S."),
        (f"By Mira Tolan\n\nDam gives way\n\n{LEAD}", "Dam gives way"),
        (LEAD, None),
        (f"Dam gives way in Ostry | The Guardian\n\n{LEAD}", "Dam gives way in Ostry"),
        (f"Dam gives way in Ostry | Ostry Observer\n\n{LEAD}", "Dam gives way in Ostry"),
        (f"Mira Tolan\n\nDam gives way in Ostry\n\n{LEAD}", "Dam gives way in Ostry"),
        (f"Mira Tolan\n\n{LEAD}", None),
        (f"AP March 5, 2031, 10:35 PM\n\nDam gives way\n\n{LEAD}", "Dam gives way"),
        (f"/ Source: Associated Press\n\nOSTRY — {LEAD}", None),
        (f"FacebookEmail Twitter Google+\n\nDam gives way\n\n{LEAD}", "Dam gives way"),
        (f"Dam gives way in Ostry - CNN\n\n{LEAD}", "Dam gives way in Ostry"),
        (f"Dam gives way in Ostry - Reuters\n\n{LEAD}", "Dam gives way in Ostry - Reuters"),
        (f"Five people were killed on Tuesday when the\ndam gave way.\n\n{LEAD}", None),
        (f"FIVE PEOPLE WERE KILLED WHEN THE\nDAM GAVE WAY.\n\n{LEAD}", None),
        (f"The dam of Ostry pic.twitter.com/x — Mira (@mira)\n\n{LEAD}", None),
        (f"OSTRY, March 7 (Reuters) - Five people were\nKilled, police say.\n{LEAD}", None),
        (f"The mayor said:\n{LEAD}", None),
        (f"{LEAD}\nDam gives way", None),
        (f"The Ostry Post\nSubscribe | Log in\n\nDam gives way\n\n{LEAD}", "Dam gives way"),
        (f"Ostry Wire world edition (translated)\n\nDam gives way\n\n{LEAD}", "Dam gives way"),
        (f"OSTRY RADIO 101.3 — THE MORNING\n\nDam gives way\n\n{LEAD}", "Dam gives way"),
        # what the outlet says of itself shares no word with the report, or is a name that it uses
        (f"Local news since 1921\n\nDam kills five people\n\n{LEAD}", "Dam kills five people"),
        (f"Weather | Traffic | Watch live\n\nDam kills five people\n\n{LEAD}", "Dam kills five people"),
        (f"Hill News > world > floods\n\nDam kills five people\n\n{LEAD}", "Dam kills five people"),
        (
            f"Friends of Lower Ostry\n\nFive people dead\n\n{LEAD} Friends of Lower Ostry wept.",
            "Five people dead",
        ),
        (f"Velland Union of Hospital Doctors\n\nFive people dead\n\n{LEAD}", "Five people dead"),
        (f"Two Shot Dead in Ostry: Police\n\nFive people dead\n\n{LEAD}", "Two Shot Dead in Ostry: Police"),
        (f"Government of Velland\n\nPRESS RELEASE No. 7\n\nFive people dead\n\n{LEAD}", "Five people dead"),
        (
            f"Dam gives way in Ostry\n\n5 March 2031\n\nNews | Sport | Arts\n\nKey points so far\n\n{LEAD}",
            "Dam gives way in Ostry",
        ),
        (f"Statement\n\nFOR IMMEDIATE USE\n\nFive people dead\n\n{LEAD}", "Five people dead"),
        (f"Dam above Lower Ostry gives way\n\nMayor speaks\n\n{LEAD}", "Dam above Lower Ostry gives way"),
    ],
)
def test_title(text: str, title: str | None) -> None:
    found = report(text, Given("0" * 64)).title
    assert (found.of(text) if found else None) == title


def test_a_body_names_itself_above_its_statement() -> None:
    found = report(
        f"Friends of Lower Ostry\n\nFive people dead\n\n{LEAD} Friends of Lower Ostry wept.", Given("0" * 64)
    )
    assert found.publisher is not None
    assert found.publisher.name == "Friends of Lower Ostry"


def test_an_agency_names_itself_above_its_dateline() -> None:
    found = report(f"ONA - Ostry News Agency\nOSTRY, March 7 (ONA) - {LEAD}", Given("0" * 64))
    assert found.title is None
    assert found.publisher is not None
    assert found.publisher.name == "ONA"


def test_a_given_title_is_a_span_only_where_the_text_holds_it() -> None:
    held = report(f"Dam gives way\n\n{LEAD}", Given("0" * 64, title="Dam  gives way "))
    assert held.title is not None
    assert (held.title.of(held.text), held.heading) == ("Dam gives way", None)
    beside = report(LEAD, Given("0" * 64, title="Dam gives way"))
    assert (beside.title, beside.heading) == (None, "Dam gives way")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Published: 5 March 2031 at 10:15", date(2031, 3, 5)),
        ("Issued on: 25/03/2031", date(2031, 3, 25)),
        ("Updated March 5th, 2031", date(2031, 3, 5)),
        ("Posted on 2031-03-05T23:30:00Z", date(2031, 3, 5)),
        ("05.03.2031", date(2031, 3, 5)),
        ("25/03/2031", date(2031, 3, 25)),
        ("03/25/2031", date(2031, 3, 25)),
        ("Published March 5, 2031 | Updated March 9, 2031", date(2031, 3, 5)),
        ("05/03/2031", None),
        ("25/03/31", date(2031, 3, 25)),
        ("03/04/31", None),
        ("Saturday 05/04/2031 10:15", date(2031, 4, 5)),
        ("Monday 05/04/2031", None),
        ("Sunday, March 2 - 2031 at 16:12", date(2031, 3, 2)),
        ("31 February 2031", None),
        ("March 5", None),
        ("Thursday 23-01-2031", date(2031, 1, 23)),
        ("03-05-2031", None),
    ],
)
def test_stated_day(words: str, day: date | None) -> None:
    assert stated_day(words) == day


def test_where_day_and_month_may_change_places_both_are_kept() -> None:
    found = report(f"Published: 05/03/2031 10:15\n\n{LEAD}", Given("0" * 64)).published
    assert (found.earliest, found.latest, found.basis) == (date(2031, 3, 5), date(2031, 5, 3), EITHER)


@pytest.mark.parametrize(
    ("line", "more", "day"),
    [
        ("Updated: 13/03/2031", "", date(2031, 3, 5)),
        ("Updated: 03/13/2031", "", date(2031, 5, 3)),
        ("", "He takes over on 9 April.", date(2031, 3, 5)),
        ("", "He takes over on April 9.", None),  # stands beside "05/03/2031", too
        ("", "He takes over on 9 April, the mayor said on April 2.", None),
        ("", "From 12 Marches on, all counted.", None),
    ],
)
def test_the_order_of_day_and_month_is_that_of_other_dates_of_the_page(
    line: str, more: str, day: date | None
) -> None:
    text = f"Dam gives way\n\nPublished: 05/03/2031 10:15\n{line}\n\n{LEAD} {more}"
    found = report(text, Given("0" * 64)).published
    assert (found.earliest if found.is_day else None) == day
    assert found.basis.startswith(EITHER)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://ostrypost.example/2031/03/05/dam", date(2031, 3, 5)),
        ("https://ostrypost.example/20310305/dam-1117625171.html", date(2031, 3, 5)),
        ("https://ostrypost.example/news/2031/mar/05/dam", date(2031, 3, 5)),
        ("https://web.archive.org/web/20310924093615/http://ostrypost.example/dam", None),
        ("https://ostrypost.example/dam-11176251714", None),
        ("https://20310305.example/dam", None),
        ("ostrypost.example/news/20310305/dam", date(2031, 3, 5)),
        ("web.archive.org/web/20310924093615/ostrypost.example/dam", None),
        ("https://ostrypost.example/2031/13/45/dam", None),
    ],
)
def test_address_day(url: str, day: date | None) -> None:
    assert address_day(url) == day


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2031-03-05", date(2031, 3, 5)),
        ("2031-03-05T23:30:00+02:00", date(2031, 3, 5)),
        ("2031-03-05T23:30:00Z", date(2031, 3, 5)),
        ("2031-03-05t23:30:00.123456789z", date(2031, 3, 5)),
        ("2031-03-05 23:30:00 +0200", date(2031, 3, 5)),
        ("2031-02-30", None),
        ("2031-03-05, at night", None),
        ("0001-01-01", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_given_day(value: str | None, day: date | None) -> None:
    assert given_day(value) == day


def test_a_date_with_a_byline_behind_it_dates_the_report() -> None:
    found = report(f"Dam gives way\n\nPublished 5 March 2031 — By Mira Tolan\n\n{LEAD}", Given("0" * 64))
    assert found.published.earliest == date(2031, 3, 5)


@pytest.mark.parametrize(
    "line",
    [
        "March 5, 2031 10:42 AM GMT+4 Updated 2 hours ago",
        "By Mira Tolan, in News · 05 Mar 2031, 19:30 · 4 Comments",
        "05.03.2031, 13:02 (edited at 15:30)",
        "Valleys | 05.03.2031",
        "Dams and Rivers · Wed, 5 March 2031, 10:15 GMT",
        "5 March 2031 Dams and Rivers",
        "5 March 2031 11:05   A- A+   Print",
        "05.03.2031 - 21:05 clock",
        "Status: 05.03.2031 21:05 o'clock",
        "05.03.2031 13:05 | Editor: M.T.",
    ],
)
def test_a_line_with_more_than_the_date_dates_the_report(line: str) -> None:
    found = report(f"Dam gives way above Lower Ostry\n\n{line}\n\n{LEAD}", Given("0" * 64))
    assert found.published.earliest == found.published.latest == date(2031, 3, 5)


@pytest.mark.parametrize(
    ("line", "basis"),
    [
        ("Ostry, 5 March 2031", "date line of the page"),
        ("ANP / Ostry Post, 5 March 2031", "date line of the page"),
        ("OSTRY (ANP) - 5 March 2031", "date line of the page"),
        ("Wed 5 March 2031, our correspondent", "date line of the page"),
        ("Upper Ostry, Velland, Wednesday, March 5, 2031", "date line of the page"),
        ("Water Board press statement, 5 March 2031", "date line of the page"),
        ("For immediate release: 5 March 2031", "date line of the page"),
        ("LAST UPDATE 05.03.2031 21:05", "date line of the page"),
        ("ostrypost.com/news/20310305/dam", "address"),
        ("The Ostry Post | ostrypost.com/news/20310305/dam", "address"),
    ],
)
def test_a_header_line_dates_the_report(line: str, basis: str) -> None:
    found = report(f"{line}\n\nDam gives way above Lower Ostry\n\n{LEAD}\n\n{LEAD}", Given("0" * 64))
    assert (found.published.earliest, found.published.basis) == (date(2031, 3, 5), basis)


def test_a_day_beside_a_section_dates_no_report_where_it_lists_other_articles() -> None:
    title, own, other = "Dam gives way above Lower Ostry", "Valleys | 5 March 2031", "Harbours | 3 March 2031"
    for parts in (
        (title, own, other, LEAD, LEAD),
        (title, LEAD, LEAD, "Read also", other),
        (title, LEAD, other),
    ):
        assert report("\n\n".join(parts), Given("0" * 64)).published.earliest is None


def test_place_and_day_date_the_report_at_its_end_not_within() -> None:
    title, line = "Dam gives way above Lower Ostry", "Ostry, 5 March 2031"
    for parts, day in (
        ((title, LEAD, LEAD, line), date(2031, 3, 5)),
        ((title, LEAD, LEAD, line, "Contact: 555 0100"), date(2031, 3, 5)),
        ((title, LEAD, line, LEAD), None),
        ((title, LEAD, LEAD, line, "Ostry, 7 March 2031"), None),
        ((title, LEAD, "In Ostry, 5 March 2031 is a day of mourning.", LEAD), None),
    ):
        assert report("\n\n".join(parts), Given("0" * 64)).published.earliest == day


def test_a_full_date_in_the_dateline_dates_the_report() -> None:
    found = report(f"OSTRY, March 5, 2031 (Reuters) - {LEAD}", Given("0" * 64))
    assert (found.published.earliest, found.published.basis) == (date(2031, 3, 5), "dateline")
    menu = "Menu\nHome\nWorld\nSport\nLive scores\nSearch\nSubscribe | Sign in"
    text = (
        f"{menu}\n\nDam gives way above Ostry\n\nBy Ana Sorel\nOSTRY, March 5, 2031 (Ostry Press)\n\n{LEAD}"
    )
    assert report(text, Given("0" * 64)).published == found.published


def test_a_dateline_may_be_a_line_of_its_own() -> None:
    text = f"OSTRY -\n\n{LEAD}"
    found = report(text, Given("0" * 64))
    assert [(mark.label, mark.span.of(text)) for mark in found.furniture] == [("dateline", "OSTRY -")]


def test_a_day_alone_before_the_report_dates_it() -> None:
    text = f"March 5, 2031 - {LEAD}"
    found = report(text, Given("0" * 64))
    assert [(mark.label, mark.span.of(text)) for mark in found.furniture] == [("dateline", "March 5, 2031 -")]
    assert (found.published.earliest, found.title) == (date(2031, 3, 5), None)


def test_a_day_below_the_standfirst_dates_the_report() -> None:
    head, small = "Who let the dam of Lower Ostry fall?", "Forty are home. Nobody agrees on who is not."
    for lines, day in (
        ([head, small, "Ruth Abell", "Mar 5, 2031", LEAD], date(2031, 3, 5)),
        ([head, small, "15.03.2031, 17:40 o'clock", LEAD], date(2031, 3, 15)),
        ([head, LEAD, LEAD, "Mar 5, 2031", LEAD], None),  # within the report
        ([head, "March 3, 2031", LEAD, "March 5, 2031", LEAD], date(2031, 3, 3)),
    ):
        assert report("\n\n".join(lines), Given("0" * 64)).published.earliest == day


def test_of_several_days_before_a_line_none_dates_the_report() -> None:
    found = report(f"March 5, 2031 - {LEAD}\n\nMarch 7, 2031 - {LEAD}", Given("0" * 64))
    assert (found.published.earliest, found.furniture) == (None, ())


@pytest.mark.parametrize(
    "line",
    [
        "5 March 2031 Last updated at 14:39 GMT",
        "12:48PM BST 05 Mar 2031",
        "WEDNESDAY, MARCH 5, 2031, 9:53 PM",
        "March 5th, 2031, 09:11 GMT",
        "Posted: Mar 5, 2031 8:20 AM ET Last Updated: Mar 6, 2031 8:10 PM ET",
    ],
)
def test_a_line_with_day_and_hour_dates_the_report(line: str) -> None:
    for text in (f"Dam gives way\n{line}\n{LEAD}", f"Dam gives way\n{LEAD}\n{line}\n{LEAD}"):
        assert report(text, Given("0" * 64)).published.earliest == date(2031, 3, 5)


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("OSTRY, 7 MAR 89 (ANP) -- [TEXT]", date(1989, 3, 7)),
        ("UPPER OSTRY (ARDENIA), 7 MAR 89 -- [SPEECH]", date(1989, 3, 7)),
        ("NEW OSTRY, 17 DEC 09 (RADIO OSTRY) --", date(2009, 12, 17)),
        ("OSTRY, 7 MAR 55 (ANP) --", None),
        ("OSTRY, 31 FEB 89 (ANP) --", None),
        ("OSTRY, March 7 (Xinhua) --", None),
        ("OSTRY, NO DATE (RADIO OSTRY) --", None),
    ],
)
def test_a_day_as_wires_write_it(dateline: str, day: date | None) -> None:
    text = f"   {dateline} FIVE PEOPLE WERE KILLED WHEN THE DAM\nABOVE OSTRY GAVE WAY."
    found = report(text, Given("0" * 64))
    assert [(mark.label, mark.span.of(text)) for mark in found.furniture] == [("dateline", dateline)]
    assert (found.published.earliest, found.title) == (day, None)


def test_what_is_not_stated_stays_unknown() -> None:
    found = report(f"{LEAD}\n\nThe dam was built on 5 March 1931.\n\n{LEAD}", Given("0" * 64))
    assert (found.published.earliest, found.published.latest) == (None, None)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.reuters.com/world/x", "Reuters"),
        ("https://edition.cnn.com/x", "CNN"),
        ("https://news.ostrypost.co.uk/x", "ostrypost.co.uk"),
        ("http://web.archive.org/web/20310305/http://www.ostrypost.com:80/x", "ostrypost.com"),
        ("www.ostrypost.com/dam", "ostrypost.com"),
        ("http://[broken/x", None),
        ("not an address", None),
        (None, None),
    ],
)
def test_publisher_of_an_address(url: str | None, name: str | None) -> None:
    assert of_url(url) == name


@pytest.mark.parametrize(
    ("line", "name", "words"),
    [
        ("CLICK HERE TO READ MORE FROM THE OSTRY POST", "OSTRY POST", "THE OSTRY POST"),
        ("The Associated Press contributed to this report.", "Associated Press", "The Associated Press"),
        ("Copyright 2031 The Associated Press. All rights reserved.", "Associated Press", "Associated Press"),
        ("© Copyright 2031 The Associated Press.", "Associated Press", "Associated Press"),
        ("/ Source: AFP", "Agence France-Presse", "AFP"),
        (
            "Copyright 2031 by OstryWire. It may not be published, broadcast or rewritten.",
            "OstryWire",
            "OstryWire",
        ),
        ("Source: AFP", "Agence France-Presse", "AFP"),
        ("This article was originally published by The Ostry Post.", "Ostry Post", "The Ostry Post"),
        ("The river rose again. (Xinhua)", "Xinhua", "Xinhua"),
        ("By The Associated Press", "Associated Press", "The Associated Press"),
        ("The river rose, Arden Press (AP) says. (AP)", "Arden Press", "AP"),
        ("The river rose again, says the Associated Press. AP", "Associated Press", "AP"),
        ("The river rose again, says Anna Petrova. AP", "Associated Press", "AP"),
        ("The river rose again. AP", "Associated Press", "AP"),
        ("“The river rose again.” – AFP", "Agence France-Presse", "AFP"),
        ("(with AFP)", "Agence France-Presse", "AFP"),
    ],
)  # fmt: skip
def test_credits(line: str, name: str, words: str) -> None:
    found = report(f"{LEAD}\n\n{line}", Given("0" * 64))
    assert [(mark.label, mark.span.of(found.text)) for mark in found.credits] == [(name, words)]


def test_an_agency_between_title_and_day_is_credited() -> None:
    for name in ("Reuters", "Ostry News Agency"):
        found = report(f"Dam bursts above the town\n\n{name}\n\n5 March 2031\n\n{LEAD}", Given("0" * 64))
        assert [(mark.label, mark.span.of(found.text)) for mark in found.credits] == [(name, name)]
        assert found.publisher is None
        below = f"Dam bursts above the town\n\n{name}\nPublished: 5 March 2031, 18:42\nShare\n\n{LEAD}"
        found = report(f"Home | News | Sport\n\nOstry Herald\n\nWorld > Dams\n\n{below}", Given("0" * 64))
        assert [mark.label for mark in found.credits] == [name]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Mira Tolan, Bloomberg", "Bloomberg"),
        ("Mira Tolan and J.P. Osk, Associated Press", "Associated Press"),
        ("The Associated Press", "Associated Press"),
        ("Ostry News Agency", "Ostry News Agency"),
        ("Home | World | Sport\n\nMira Tolan, Ostry Press Agency", "Ostry Press Agency"),
        ("The Ostry News", None),
        ("Ostry Environment Agency", None),
        ("AP", None),
        ("Mira Tolan, Ostry", None),
        ("Mira Tolan met the Associated Press", None),
    ],
)
def test_an_agency_below_the_title(line: str, words: str | None) -> None:
    found = report(f"Dam bursts above the town\n\n{line}\n\n{LEAD}\n", Given("0" * 64))
    assert [mark.span.of(found.text) for mark in found.credits] == ([words] if words else [])


@pytest.mark.parametrize(
    ("bracket", "credited"),
    [
        ("Ostry News Agency", True),
        ("Lower Vale Press", True),
        ("Vale News Service", True),
        ("Vale Court", False),
        ("Press", False),
    ],
)
def test_an_agency_that_no_list_knows_in_a_dateline(bracket: str, credited: bool) -> None:
    found = report(f"Dam bursts above the town\n\nOSTRY, March 5 ({bracket}) - {LEAD}", Given("0" * 64))
    assert [mark.label for mark in found.credits] == [bracket] * credited


def test_agencies_joined_by_and_are_both_credited() -> None:
    found = report(f"{LEAD}\n\nWith information from EFE and AFP", Given("0" * 64))
    assert [mark.span.of(found.text) for mark in found.credits] == ["EFE", "AFP"]


@pytest.mark.parametrize(
    "line",
    [
        "Five people were killed, according to Xinhua.",
        "Mira Tolan contributed to this report.",
        "SOURCE: OSTRY HERALD AND NEWS AGENCIES",
        "The river is watched by the IAEA. UNESCO",
        "The Associated Press (AP) said so on Tuesday night in a long report.",
    ],
)
def test_no_credit(line: str) -> None:
    assert report(f"{LEAD}\n\n{line}", Given("0" * 64)).credits == ()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Discover more from ostrypost.example", "ostrypost.example"),
        ("© ostrypost.example 2031", "ostrypost"),
        ("© 2031 Ostry Post", "Ostry Post"),
        ("Copyright © Ostry Post 2031", "Ostry Post"),
    ],
)
def test_the_publisher_of_a_subscribe_box_and_of_a_copyright_line(line: str, name: str) -> None:
    found = report(f"{LEAD}\n\n{line}", Given("0" * 64)).publisher
    assert found is not None
    assert found.name == name


def test_whose_right_is_reserved_is_no_publisher() -> None:
    assert report(f"{LEAD}\n\n© Riproduzione riservata", Given("0" * 64)).publisher is None


@pytest.mark.parametrize(
    ("text", "given", "language"),
    [
        (LEAD, None, "en"),
        (LEAD, "fr-CA", "fr"),
        ("Cinq personnes ont été tuées mardi lorsque le barrage a cédé, a déclaré le maire.", None, "fr"),
        ("Пять человек погибли во вторник после прорыва плотины, сообщил мэр города.", None, "ru"),
        ("5", None, "und"),
    ],
)
def test_language(text: str, given: str | None, language: str) -> None:
    assert report(text, Given("0" * 64, language=given)).language == language


@pytest.mark.parametrize(
    ("line", "kind", "words"),
    [
        ("The mayor said the dam â€™s wall was sound and would stand.", "mojibake", "â€™s"),
        ("The mayor said the dam was sou\ufffdd and would stand.", "undecodable", "sou\ufffdd"),
        ("The board said it could be done.” This week.", "unbalanced_quotation",
         "The board said it could be done.”"),
        ('The mayor said: "We were warned.', "unbalanced_quotation", '"We were warned.'),
        ('The board said it could be done." This week.', "unbalanced_quotation",
         'The board said it could be done."'),
        ("The mayor Said on Friday that the dam was sound.", "stray_capital", "Said"),
        ("The mayor said the the dam was sound.", "doubled_word", "the the"),
        ("Many people were injured. of flood and hunger in the valley.", "fragment",
         "of flood and hunger in the valley."),
        ("It came without immediate notice. Change.", "fragment", "Change."),
        ("| Town | Dead | Hurt |\n|---|---|\n| Kelmouth | 14 | 7 |\n| Orrin | 1,200 | 40 % |", "unread_table",
         "| Kelmouth | 14 | 7 |\n| Orrin | 1,200 | 40 % |"),
        ("Town\tDead\tHurt\nOrrin\t5\t7\nKelmouth\t14\t7", "unread_table", "Orrin\t5\t7\nKelmouth\t14\t7"),
    ],
)  # fmt: skip
def test_damage_is_shown(line: str, kind: str, words: str) -> None:
    found = report(f"{LEAD}\n\n{line}", Given("0" * 64))
    assert (kind, words) in [(mark.label, mark.span.of(found.text)) for mark in found.warnings]


@pytest.mark.parametrize(
    "line",
    [
        "“We were warned,” she said. “Nobody listened.”",
        '"We were warned," she said. "Nobody listened."',
        '" We were warned , " she said . " Nobody listened . "',
        "The wave was 6’2” high, and “the class of 2019” fled.",
        'A wave of 6\'2", the mayor said, met the "class of 2019" on the dam.',
        "The wave was 6'2\" high, the mayor said.",
        '"The water came at night," she said. "We ran.\n\n"Then we saw the bridge go."',
        'He had been "warned of\nthe dam." She said that "nobody\nhad listened to him." He\nsaid no more.',
        '"We were warned.\nNobody listened, "she said. "We ran.\n"We saw the bridge go."',
        "He had had enough of it, and said that that was all.",
        "The company, Ostry Inc. said, will pay for the damage done.",
        "“The water came at night,” she said. “We ran.\n\n“Then we saw the bridge go.”",
    ],
)
def test_sound_text_has_no_warning(line: str) -> None:
    assert report(f"{LEAD}\n\n{line}", Given("0" * 64)).warnings == ()
