"""What is marked as furniture, and what is not: cases as tables, each a page of our own writing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Report
from sayso.read.text import Given, report

TITLE = "Dam at Lower Ostry gives way after a week of rain"
LEAD = "Five people were killed on Tuesday when the dam above Lower Ostry gave way, the mayor said."
NEXT = "Rescuers searched the valley through the night, and the road to Ostry stayed closed."
LAST = "The river is expected to fall on Thursday, according to the water board."


def made(*lines: str) -> Report:
    return report("\n\n".join(lines), Given("0" * 64))


def marked(text: Report) -> list[tuple[str, str]]:
    return [(mark.label, mark.span.of(text.text)) for mark in text.furniture]


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("share", "Facebook Twitter WhatsApp Copy link"),
        ("share", "Share this: Facebook"),
        ("share", "Click to share on Telegram (Opens in new window)"),
        ("follow", "Follow us on Twitter @ostrypost and on Facebook"),
        ("follow", "mira.tolan@ostrypost.example"),
        ("subscribe_box", "Sign up for our morning newsletter"),
        ("subscribe_box", "Discover more from The Ostry Post"),
        ("subscribe_box", "Subscribe to get the latest posts to your email."),
        ("cookie_notice", "This website uses cookies to improve your experience."),
        ("cookie_notice", "We value your privacy"),
        ("cookie_notice", "Cookies: we and our 640 partners store data on your device."),
        ("cookie_notice", f"We and our 1,640 partners store and/or access data.{' You may object.' * 60}"),
        ("subscribe_box", "4,100 people gave last month. Will you?"),
        ("subscribe_box", "Join our 31,000 readers"),
        ("subscribe_box", "Paid subscribers get the letter a day early."),
        ("follow", "Office hours: Monday to Friday 8:30–15:00"),
        ("follow", "Mon – Fri: 9 a.m. to 4 p.m."),
        ("copyright", "© 2031 Ostry Media. All rights reserved."),
        ("copyright", "Copyright 2031 The Ostry Post"),
        ("advertisement", "Advertisement"),
        ("advertisement", "[advertisement]"),
        ("advertisement", "Publicidad"),
        ("player", "Please enable JavaScript to watch this video"),
        ("promo", "CLICK HERE TO GET THE OSTRY POST APP"),
        ("promo", "This is a developing story. Check back for updates."),
        ("syndication_line", "CLICK HERE TO READ MORE FROM THE OSTRY POST"),
        ("syndication_line", "This article was originally published by The Ostry Post."),
        ("syndication_line", "The Associated Press contributed to this report."),
        (
            "syndication_line",
            "A version of this article appears in print on March 7, 2031, Section B, Page 3.",
        ),
        ("syndication_line", "Source: Ostry News Agency"),
        ("related_link", "RELATED: Bridge at Teln closed after crack is found"),
        ("related_link", "Read more: Three hurt in Teln bus crash"),
        ("photo_caption", "Rescuers in the valley of Ostry (Photo: Mira Tolan)"),
        ("photo_caption", "AFP/Mira Tolan"),
        ("timestamp", "3 min"),
        ("share", "Number of readings: 2,310"),
        ("photo_caption", "A flooded street in Ostry. REUTERS/Mira Tolan"),
        ("photo_caption", "FILE - In this 2029 photo, the dam at Lower Ostry is seen from the air."),
        ("byline", "By Mira Tolan and Jory Pell"),
        ("byline", "(Reporting by Mira Tolan; Editing by Jory Pell)"),
        ("timestamp", "LIVE | Updated Mar 5, 2031 6:40 pm PKT"),
        ("timestamp", "Issued on: 05/03/2031 - 19:22"),
        ("timestamp", "Entry Date: 05.03.2031 11:03   Update: 05.03.2031 11:40"),
        ("timestamp", "Added on 05/03/2031 | Modified on 06/03/2031"),
        ("navigation", "LIVE TV  |  World  |  Markets  |  Tech"),
        ("timestamp", "Updated: March 5, 2031, 10:15 a.m. EST"),
        ("syndication_line", "With AP"),
        ("navigation", "Tags: floods, dams, Ostry"),
        ("separator", "___"),
        ("timestamp", "Posted by river_watch 5 March 2031 21:10"),
        ("promo", "($1 = 0.7612 pounds)"),
        ("subscribe_box", "Subscribe | Log in"),
        ("cookie_notice", "Accept cookies? YES / NO / MORE OPTIONS"),
        ("navigation", "HOME POLITICS ECONOMY SPORTS"),
        ("navigation", "WORLD HEALTH CLIMATE BUSINESS"),
        ("navigation", "Ostry Water Board: Press releases"),
        ("syndication_line", "With a report from Reuters"),
        ("syndication_line", "(with AFP)"),
        ("follow", "((mira.tolan@ostrypost.example; +63 2 555 0100))"),
        ("correction", "Correction: An earlier version of this article said seven people were killed."),
        ("correction", "Correction: We have corrected the number of houses in the valley."),
        ("correction", "Correction: The paper has corrected the spelling of the mayor's name."),
        ("correction", "Correction 5 March 15:30: The dam was built in 1931, not 1913."),
        ("correction", "An earlier version of this story said that seven people were killed."),
        ("cookie_notice", "We and our 312 partners store and access information on your device."),
        ("cookie_notice", "Cookie policy · Privacy · Do not sell my info"),
        ("comment_form", "2.3K comments"),
        ("share", "7 shares   Tweet   WhatsApp   Email"),
        ("share", "Visitors: 31,408"),
        ("timestamp", "3 min   Reading time"),
        ("timestamp", "This article is more than 2 years old"),
        ("subscribe_box", "Donate 15 €"),
        ("subscribe_box", "Like what you read? Join 8,000 subscribers"),
        ("navigation", "Sign in   Subscribe from £2 a week"),
        ("navigation", "PRESS RELEASE No. 12/2031"),
        (
            "syndication_line",
            "A version of this article appears in print on March 6, 2031, Section A, Page 4.",
        ),
        ("related_link", "Sponsored: Cheapest boats from 9.90"),
        ("related_link", "Most read today: Two killed in Teln"),
        ("player", "To display this content from YouTube, you must enable advertisement tracking."),
        ("byline", "Text by: Ostry 24 with AFP"),
        ("timestamp", "Posted by admin on March 5, 2031 in Rivers, Top Stories | 31 Comments"),
        ("share", "∙ 12 likes ∙ 4 comments   Share"),
        ("related_link", "Next: Two killed in Teln"),
        ("related_link", "Previous: 7 ways to dry a cellar"),
        ("nav_label", "Also on the theme"),
        ("nav_label", "On the same subject"),
        ("nav_label", "Other news of the day"),
        ("nav_label", "Also to read"),
        ("nav_label", "To read as well"),
        ("nav_label", "To see also:"),
        ("nav_label", "In the same section"),
        ("subscribe_box", "You have read 3 of your 4 free articles this month."),
        ("subscribe_box", "You’ve 1 free story left"),
        ("subscribe_box", "View this email in your browser | Unsubscribe"),
        ("navigation", "[Translated automatically from the Morvanian]"),
        ("navigation", "Press office"),
        ("widget_label", "Related alerts"),
        ("navigation", "PRESS RELEASE 12/2031"),
        ("navigation", "This page was translated automatically. Original language: Morvanian"),
        ("navigation", "WORLD U.S. POLITICS SPORTS FACT CHECK"),
        ("navigation", "You are here: Home > Media > Statements"),
        ("subscribe_box", "The weekly letter on who closed the valley"),
        ("subscribe_box", "A newsletter on water and stone, by Mira Tolan"),
        ("subscribe_box", "If a friend sent you this, subscribe for 4 crowns a month. 900 people have."),
        ("promo", "OST 181.00 -11.2%   TLN 402.10 +1.3%"),
        ("promo", "This is no advice. 71% of retail investor accounts lose money."),
        ("share", "9 likes, 4 comments"),
        ("player", "Picture gallery (14 pictures)"),
        ("timestamp", "Status: 05.03.2031 21:05 o'clock"),
        ("correction", "Clarification: This story has been updated to make clear that two are children."),
    ],
)
def test_a_line_in_the_middle_is_marked_by_its_words(kind: str, line: str) -> None:
    assert marked(made(TITLE, LEAD, line, NEXT, LAST)) == [(kind, line)]


@pytest.mark.parametrize(
    "line",
    [
        "Torrent of mud",
        "A letter on the state of the dam reached the mayor in May, the engineer said.",
        "If a friend had sent for help, the mayor said, nobody would have come.",
        "You have two articles of the plan to read, the engineer told the mayor, and nobody has.",
        "To see also the upper dam, the mayor took the bus.",
        "AFP was unable to verify the tolls independently.",
        "AFP, which saw the dam, counted nine houses.",
        "Eight hurt in the lower town",
        "Published in 2019, the report on the dam said 40 people would have to move.",
        "More details are emerging of the night on which the dam gave way.",
        "Copyright law does not cover the maps of the valley, a court said.",
        "The report was published by the water board on Monday and names three causes.",
        "Related claims by the opposition were dismissed by the mayor as a lie.",
        "Follow-up checks of the dam were never made, the engineer told the paper.",
        "Support for the mayor grows",
        "By Tuesday night all of the bridges in the valley were under water.",
        "Next-door town loses its bridge",
        "Next: the mayor, whose house stood below the dam, will speak.",
        "On the subject of the dam the mayor said nothing at all.",
        "Share prices of the builder fell by 12 percent on the news of the disaster.",
        "“Leave a reply to my letter at last,” the engineer wrote to the board.",
        "The dam, the bridge and the road are the business of the region, the mayor said.",
        "Corrections to the plan of the dam were made in 1931, the engineer told the paper.",
        "This story appears to have begun with a crack in May.",
        "This story has been told by the people of Ostry for a hundred years, she said.",
        "https://waterboard.example/levels",
        "The dead are Mira Tolan, 34, and Jory Pell, 61.",
        "Name: Jory Pell",
        "Comments by the minister angered the families of those who died.",
        "Photo evidence shows that the crack was there in May, the lawyer said.",
        "We and our partners in the valley lost everything, the farmers' union said.",
        "We and our 40 partners use the water of the valley, the farmers' union said.",
        "Paid subscribers fell by 3 percent",
        "4,100 people gave blood last month",
        "By the end of the rains, 5 March 2031",
        "From Monday to Friday the bridge is open from 9 a.m. to 4 p.m., the mayor said.",
        "Correction: the water board has revised the number of houses from 90 to 78.",
        "Correction: Bulletin No. 7 gave 34 houses. The figure as of 5 March is 31.",
        "A version of this dam stood above Teln for a hundred years, she said.",
    ],
)
def test_a_line_of_the_report_is_not(line: str) -> None:
    assert marked(made(TITLE, LEAD, line, NEXT, LAST)) == []


def test_headlines_of_other_articles_follow_a_label() -> None:
    tail = [
        "Read Previous",
        "Nine killed in Teln mine fire",
        "Read Next",
        "Ostry loses cup final 3-1",
        "Most Popular",
    ]
    found = marked(made(TITLE, LEAD, LAST, *tail))
    assert [text for _, text in found] == tail
    assert [kind for kind, _ in found] == ["nav_label", "nav_link_title"] * 2 + ["widget_label"]


def test_a_label_in_the_middle_takes_its_headlines_and_no_paragraph() -> None:
    found = marked(made(TITLE, LEAD, "You may also like", "Nine killed in Teln mine fire", NEXT, LAST))
    assert found == [
        ("widget_label", "You may also like"),
        ("nav_link_title", "Nine killed in Teln mine fire"),
    ]


def test_nothing_after_the_comment_form_is_the_report() -> None:
    comment = "I was there and I saw at least fifty people in the water, no matter what they say."
    found = marked(
        made(TITLE, LEAD, NEXT, LAST, "Leave a Reply", "Your email address will not be published.", comment)
    )
    assert found[-1] == ("comments", comment)


def test_a_comment_link_above_the_report_takes_nothing_with_it() -> None:
    assert marked(made(TITLE, "3 Comments", LEAD, NEXT, LAST)) == [("comment_form", "3 Comments")]


def test_the_title_once_more_before_a_caption_and_a_credit() -> None:
    caption = "The dam in spring"
    found = marked(made("ua en ru", TITLE, f"{TITLE} {caption} (photo: Mira Tolan)", LEAD, NEXT))
    assert found == [
        ("language_selector", "ua en ru"),
        ("repeated_title", TITLE),
        ("photo_caption", caption),
        ("photo_credit", "(photo: Mira Tolan)"),
    ]


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("OSTRY, Ardenia (AP) —", LEAD),
        ("OSTRY, March 5 (Reuters) -", LEAD),
        ("(Reuters) -", LEAD),
        ("OSTRY –", LEAD),
        ("Upper Ostry:", LEAD),
        ("NEW OSTRY:", LEAD),
        ("Ostry, 7 May 2031 –", LEAD),
        ("New Ostry (Ardenia), May 7:", LEAD),
        ("7 May 2031, Upper Ostry –", LEAD),
        ("OSTRY (7 May 2031) –", LEAD),
        ("OSTRY, Ardenia - May 7, 2031 -", LEAD),
        ("OSTRY / ACCESSWIRE / May 7, 2031 /", LEAD),
        ("OSTRY, 7 ago (EFE).-", LEAD),
        ("OSTRY, March 5 (VNA).", LEAD),
        ("Ostry, March 5, VNA -", LEAD),
        ("Lower Ostry (Ardenia) (AFP) –", LEAD),
    ],
)
def test_datelines(dateline: str, rest: str) -> None:
    assert marked(made(TITLE, f"{dateline} {rest}", "People in Upper Ostry and in New Ostry fled.")) == [
        ("dateline", dateline)
    ]


@pytest.mark.parametrize(
    "start",
    [
        "Police: five people were killed when the dam above Lower Ostry gave way.",
        "Tolan: We shall rebuild the dam and every house that it took with it, I swear.",
        "UPDATE: Five people were killed when the dam above Lower Ostry gave way.",
        "Published, 7 May 2031 – Five people were killed when the dam above Lower Ostry gave way.",
        "Ostry Aid Network (OAN) – a group of 14 bodies – wants the dam to be closed at once.",
        "Ostry — the town below the dam — was under water on Tuesday, the mayor said.",
    ],
)
def test_no_dateline(start: str) -> None:
    assert marked(made(TITLE, start, "Tolan said so. The mayor of Ostry spoke on Tuesday night.")) == []


def test_a_header_line_is_metadata() -> None:
    header = "date 2031-03-05 https://www.reuters.com/world/20310305/dam-at-lower-ostry"
    found = made(f" {header}", TITLE, LEAD)
    assert marked(found) == [("metadata_header", header)]
    assert found.publisher is not None
    assert (found.publisher.name, found.publisher.span and found.publisher.span.of(found.text)) == (
        "Reuters",
        "www.reuters.com",
    )
    assert str(found.published.earliest) == str(found.published.latest) == "2031-03-05"
    assert found.published.basis == "header line"
    assert found.url == header.split()[-1]


@pytest.mark.parametrize(
    "name",
    [
        "Ostry Post",
        "The Ostry Advertiser",
        "Ostry Courier (English version)",
        "Radio Ostry News",
        "Radio Ostry Internacional",
        "CBS News",
        "Ostry Radio 98.4 FM | from the valley",
        "Ostry Wire Service",
        "OSTRY POST",
        "OSTRY TODAY",
        "Ostry Ledger  |  Business",
        "Northern Watch (blog)",
        "ONA - Ostry News Agency",
        "KSTV World Service",
        "OstryActu.info",
        "Ostry 24 | The news in direct | Economy",
        "Ostry Dockers (machine translation from the original)",
        "Ostry Dockers / press release",
        "Ostry Public (OP) | op.example",
        "Radio Ostry Libre - daily news",
        "The Valley Letter",
        "PREFECTURE OF LOWER OSTRY",
        "Office of the Mayor",
    ],
)
def test_the_name_of_the_paper_above_the_title(name: str) -> None:
    found = made(name, "Menu  Home  Region  Sport", TITLE, LEAD)
    assert marked(found) == [("masthead", name), ("navigation", "Menu  Home  Region  Sport")]
    assert found.publisher is not None
    assert name.startswith(found.publisher.name)
    assert found.title is not None
    assert found.title.of(found.text) == TITLE


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["The Valley", "News  Opinion  Sport"], "The Valley"),
        (["OTV News English", "Live  |  Shows  |  Weather 17°C Ostry"], "OTV News English"),
        (["OSTRY VOICE", "Voice of the valley since 1921", "Home  Nation  Faith  Columns"], "OSTRY VOICE"),
        (["Ostry Desk | The valley, told", "AR EN FR RU"], "Ostry Desk"),
        (["Al-Ostry al-Yawm", "Naslovnica · Crna kronika · Sport"], "Al-Ostry al-Yawm"),
        (["OSTRY DAMS AG", "Media Center > Statements"], "OSTRY DAMS AG"),
        (["Nuri Aid Network (NAN)", "who we are / what we do / donate"], "Nuri Aid Network"),
        (["OTV", "OTV.no  News  Weather  TV guide"], "OTV"),
        (["THE CLEAR VALLEY", "Loud. Free. All they hide.", "Home  Shop  Donate"], "THE CLEAR VALLEY"),
        (["Ostry Watch", "A weekly letter on the rivers of Ostry", "Subscribe   Sign in"], "Ostry Watch"),
        (["The Ostry Pilot", "HOME » NEWS » Dam at Lower Ostry gives way after rain"], "The Ostry Pilot"),
        (["Ostry Post", "NEWS ANALYSIS | VALLEYS"], "Ostry Post"),
        (["Republic of Morvania", "MINISTRY OF PORTS", "Home | Laws | Contact"], "MINISTRY OF PORTS"),
        (["Kingdom of Morvania", "Home | Laws | Contact"], "Kingdom of Morvania"),
        (["The Ostry Rock", "HOME NEWS TV SPORT"], "The Ostry Rock"),
        (["Ostry Heute 9", "Start - Politics - Abroad"], "Ostry Heute 9"),
        (["MORNINGTIDE", "Top stories | Video | Live"], "MORNINGTIDE"),
        (["THE NATIONAL GAZETTE OF OSTRY", "Sections  Search  My account"], "THE NATIONAL GAZETTE OF OSTRY"),
        (["Glas Ostry [automatic translation]", "Main | Region | World | Photo"], "Glas Ostry"),
        (["ANALYSIS", "Home | Laws | Contact"], None),
        (["POLITICS", "Home | Laws | Contact"], None),
        (["BLUE LANTERN", "a letter from the docks of Ostry", "About | Archive | Donate"], "BLUE LANTERN"),
        (["Notes from Ostry", "By post, weekly", "Subscribe   Sign in"], "Notes from Ostry"),
        (["Ministry of Ports", "Press Service", "Home / Releases / 2031"], "Ministry of Ports"),
        (["My News", "Register   Sign in", "World | Nation | Sport"], None),
        (["Voice of the valley since 1921", "World | Nation | Sport"], None),
        (["Mira Tolan"], None),
        (["OSTRY WATCH #87", "The weekly letter on who closed the valley"], "OSTRY WATCH"),
        (["Menu", "Live TV"], None),
        (["RiverLine", "Africa Asia Europe Americas"], "RiverLine"),
        (["Weather", "News Sport Culture"], None),
        (
            ["Ostry Portal West | translated automatically", "Start page Foreign countries Panorama"],
            "Ostry Portal West",
        ),
        (["TRENDING: Rail fares | Heat | Cup draw"], None),
    ],
)
def test_the_name_above_the_menu_of_the_page(lines: list[str], name: str | None) -> None:
    found = made(*lines, TITLE, LEAD, NEXT)
    assert (found.publisher.name if found.publisher else None) == name
    assert found.title is not None
    assert found.title.of(found.text) == TITLE
    assert found.credits == ()


ANY = [
    TITLE, LEAD, "Reuters", "OSTRY HERALD", "Nation | 05.03.2031", "Home | News | Sport | Weather",
    "By Ana Quill", "Most read", "1. Rail fares to rise again", "5 March 2031",
    "OSTRY, March 5 (Reuters) - It rained.",
]  # fmt: skip


@given(st.lists(st.sampled_from(ANY), min_size=1, max_size=6))
def test_lines_of_a_page_are_read_in_any_order(lines: list[str]) -> None:
    assert made(*lines).text == "\n\n".join(lines)


def test_a_writer_his_day_and_an_hour_date_the_report() -> None:
    line = "Mira Tolan | Wednesday 5 March 2031, 08:35 | Updated 14:20"
    found = made(TITLE, line, LEAD)
    assert (marked(found), str(found.published.latest)) == ([("date_line", line)], "2031-03-05")


def test_a_section_and_a_day_date_the_report() -> None:
    found = made("Nation | 05.03.2031", TITLE, LEAD)
    assert (marked(found), str(found.published.latest)) == (
        [("date_line", "Nation | 05.03.2031")],
        "2031-03-05",
    )


@pytest.mark.parametrize(
    ("lines", "kinds", "name"),
    [
        (["Ostry Herald  |  Wednesday, March 5, 2031  |  13°C"], ["masthead", "date_line"], "Ostry Herald"),
        (["Newsletter 211 · Wednesday 5 March 2031"], ["date_line"], None),
        (["Upper Ostry, March 5, 2031, 21:00 CET"], ["date_line"], None),
        (["5. 3. 2031 at 7:15, Upper Ostry, mt, ONA"], ["date_line"], None),
        (["5. 3. 2031"], ["date_line"], None),
        (["Published 5 March 2031 | Reading time: 4 min | Mira Tolan"], ["timestamp"], None),
        (["Date of issue: 5 March 2031"], ["timestamp"], None),
        (["05.03.2031 7:15, editorial office"], ["date_line"], None),
        (["5 March 2031 – For immediate release"], ["date_line"], None),
        (["by the Blue Lantern collective, 5 March 2031"], ["byline"], None),
    ],
)
def test_what_else_dates_a_page_beside_its_day(lines: list[str], kinds: list[str], name: str | None) -> None:
    for menu in ([], ["Menu  Home  Region  Sport"]):
        found = made(*lines, *menu, TITLE, LEAD)
        assert [kind for kind, _ in marked(found)] == [*kinds, *(["navigation"] if menu else [])]
        assert (found.publisher.name if found.publisher else None) == name
        assert (found.published.is_day, str(found.published.latest)) == (True, "2031-03-05")


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["THE OSTRY PATRIOT", "Truth. Valley. Water."], "THE OSTRY PATRIOT"),
        (["UPPER VALLEY NEWS AGENCY"], "UPPER VALLEY NEWS AGENCY"),
        (["LOCK 27 - a newsletter about dams, mostly when they break"], "LOCK 27"),
        (
            ["Radio Ostry (translated automatically from the original)", "Main page / News / Live"],
            "Radio Ostry",
        ),
    ],
)
def test_what_a_page_calls_itself_above_its_title(lines: list[str], name: str) -> None:
    found = made(*lines, TITLE, "5 March 2031", LEAD)
    assert found.title is not None
    assert (found.publisher and found.publisher.name, found.title.of(found.text)) == (name, TITLE)


def test_what_is_said_in_a_word_is_no_motto() -> None:
    assert marked(made(TITLE, LEAD, "Never. Ever.", NEXT)) == []


def test_a_body_that_the_report_names_without_its_initials() -> None:
    found = made(
        "Joint Aid Mission in Morvania (JAMM)",
        "Home  Reports",
        TITLE,
        f"{LEAD} The Joint Aid Mission in Morvania flew in.",
    )
    assert found.publisher is not None
    assert found.publisher.name == "Joint Aid Mission in Morvania"


def test_a_name_right_above_the_writer_and_the_day() -> None:
    found = report(
        "\n".join(["The Clear Slate", "by Mira Tolan", "5 March 2031", "", TITLE, "", LEAD]), Given("0" * 64)
    )
    assert found.title is not None
    assert found.title.of(found.text) == TITLE


def test_the_house_rules_of_an_agency_name_it() -> None:
    found = made(TITLE, LEAD, NEXT, "Our Standards: The Valley Wire Trust Principles.")
    assert found.publisher is not None
    assert found.publisher.name == "Valley Wire"


def test_the_dateline_below_the_points_that_sum_up() -> None:
    points = ["Summary", "Dam gives way above Lower Ostry", "Mayor blames the builder", "Road stays closed"]
    found = made(TITLE, *points, f"OSTRY, March 5 (Reuters) - {LEAD}", NEXT)
    assert marked(found) == [("dateline", "OSTRY, March 5 (Reuters) -")]
    assert [mark.label for mark in found.credits] == ["Reuters"]


def test_numbered_headlines_above_the_title() -> None:
    listed = ["Most read", "1. Two killed in Teln", "2. Fares to rise by 4 percent"]
    found = made(*listed, "By Mira Tolan", TITLE, LEAD)
    assert found.title is not None
    assert found.title.of(found.text) == TITLE


def test_the_name_of_the_paper_below_the_title_and_above_its_date() -> None:
    found = made(TITLE, "Ostry Echo - from the valley", "5 March 2031", LEAD)
    assert marked(found) == [("masthead", "Ostry Echo - from the valley"), ("date_line", "5 March 2031")]
    assert found.publisher is not None
    assert found.publisher.name == "Ostry Echo"


@pytest.mark.parametrize(
    ("entries", "kinds"),
    [
        (["World", "Politics", "The Arts"], ["navigation"] * 3),
        (["World", "Politics"], []),  # too few for a menu
    ],
)
def test_the_entries_of_a_menu_above_the_title(entries: list[str], kinds: list[str]) -> None:
    found = made(*entries, TITLE, f"OSTRY (AP) — {LEAD}")
    assert [kind for kind, _ in marked(found)] == [*kinds, "dateline"]


def test_what_a_wire_puts_above_its_report() -> None:
    slug, note = "BC-Ardenia-Dam,5th Ld-Writethru", "Eds: UPDATES with mayor. ADDS byline."
    found = made(slug, note, f"OSTRY, March 5 (Reuters) - {LEAD}")
    assert marked(found) == [
        ("metadata_header", slug),
        ("metadata_header", note),
        ("dateline", "OSTRY, March 5 (Reuters) -"),
    ]


def test_a_title_that_ends_like_the_name_of_a_paper_is_a_title() -> None:
    found = made("Mayor Attacks The Press", LEAD, NEXT)
    assert found.title is not None
    assert marked(found) == []


def test_a_stray_verb_at_the_end_of_a_paragraph() -> None:
    found = made(TITLE, LEAD, "The board says enough bread is arriving Is.", LAST)
    assert marked(found) == [("mt_residue", "Is.")]
    assert marked(made(TITLE, LEAD, "Nobody in Ostry could say who he was.", LAST)) == []
