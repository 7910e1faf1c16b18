"""Time expressions, as a table: a sentence with the expression in brackets, its type and its TIMEX3 value.

The reports are published on Friday, 29 March 2024. To add a case, add a line; two pairs of brackets need two
values.
"""

import re
from datetime import date

import pytest

from sayso.dates import resolve
from sayso.extract.times import find_times
from sayso.model import Interval, Marked, Report, Timex
from sayso.nlp import parse
from sayso.periods import Period
from sayso.span import Span

FRIDAY = date(2024, 3, 29)

CASES = [
    # dates
    ("The ferry sank on [October 7, 2023].", "DATE 2023-10-07"),
    ("The mill burned in [May 2021], and a man died [the following June].", "DATE 2021-05", "DATE 2021-06"),
    ("The owner was fined on [March 4] over the blaze, and a guard died [the following June].",
     "DATE 2024-03-04", "DATE XXXX-06"),
    ("The port told of fees since [1 April].", "DATE XXXX-04-01"),
    # what somebody is blamed for is past, what is planned may be still to come
    ("A jury found the guard guilty of killing two clerks in [July].", "DATE 2023-07"),
    ("The guard is accused of burning the mill in [July].", "DATE 2023-07"),
    ("The jury blamed the owner for a fire at a mill in [July].", "DATE 2023-07"),
    ("The guard will be sentenced for arson in [July].", "DATE 2024-07"),
    ("The guard is to be sentenced for arson in [July].", "DATE 2024-07"),
    ("The judge summoned the crews for next [Monday, 1 April].", "DATE 2024-04-01"),
    ("The judge summoned the crews for the next [Monday, 1 April].", "DATE 2024-04-01"),
    ("The judge summoned the crews for [9 April].", "DATE 2024-04-09"),
    ("The judge invited the crews for [26 March].", "DATE 2024-03-26"),
    ("The judge summoned the crews on [9 April].", "DATE 2023-04-09"),
    ("The log of [3. 9. 2023] was lost.", "DATE 2023-09-03"),
    # of which month or period, the text has to say
    ("Arrests fell to 30 over [the same period].", "DATE PAST_REF"),
    ("Guards made 40 arrests in [the same month last year].", "DATE 2023"),
    ("It burned in [May 2021]. [Three years earlier] a dam broke.", "DATE 2021-05", "DATE 2018"),
    ("It burned in [May 2021]. [Three years] earlier than planned, it was opened.", "DATE 2021-05",
     "DURATION P3Y"),
    # the clock, with a stop
    ("A dam broke at [17.40 hours].", "TIME 2024-03-29T17:40"),
    # which Friday, the account says and not the day of the report
    ("He was well on the [Friday], and by the [Monday] he was dead.", "DATE XXXX-WXX-5", "DATE XXXX-WXX-1"),
    ("The [Friday] raid killed two.", "DATE 2024-03-29"),
    ("The toll since [the ninth of last April] is 40.", "DATE 2023-04-09"),
    ("The mayor declared [three days] of mourning starting on [Saturday].", "DURATION P3D",
     "DATE 2024-03-30"),
    ("The mill burned for [three days] starting on [Saturday].", "DURATION P3D", "DATE 2024-03-23"),
    ("The port has asked for fees since [1 April].", "DATE 2023-04-01"),
    ("The union warned on [Sunday] its members would strike.", "DATE 2024-03-24"),
    ("The union said [Sunday] would be quiet.", "DATE 2024-03-31"),
    ("They hope to say that 40 crews will have left by [1 May].", "DATE 2024-05-01"),
    ("The ferry sank on [7 October 2023].", "DATE 2023-10-07"),
    ("The ferry sank on [Oct. 7].", "DATE 2023-10-07"),
    ("The ferry sank on [the 3rd of March].", "DATE 2024-03-03"),
    ("The ferry sank on [Sunday, March 3], officials said.", "DATE 2024-03-03"),
    ("The log of [2024-02-11] was lost.", "DATE 2024-02-11"),
    ("The log of [3/28/2024] was lost.", "DATE 2024-03-28"),
    ("The log of [28.3.2024] was lost.", "DATE 2024-03-28"),
    ("The log of [3/4/2024] was lost.", "DATE 2024"),  # of March or of April?
    ("The log of [4/4/2024] was lost.", "DATE 2024-04-04"),
    ("The summit will be held on [June 14].", "DATE 2024-06-14"),
    ("The law passed in [November].", "DATE 2023-11"),
    ("The law passed in [May 2019].", "DATE 2019-05"),
    ("The law passed in [late October].", "DATE 2023-10"),
    ("The law passed at [the end of January].", "DATE 2024-01"),
    ("The law passed [last August].", "DATE 2023-08"),
    ("The law passed in [July last year].", "DATE 2023-07"),
    ("Elections will be held in [April].", "DATE 2024-04"),
    ("He was born in [1987].", "DATE 1987"),
    ("The bridge closed in [early 2021].", "DATE 2021"),
    ("The bridge closed in [the 1990s].", "DATE 199"),
    ("The bridge closed in [the mid-1980s].", "DATE 198"),
    ("The bridge was built in [the 19th century].", "DATE 18"),
    ("The bridge was built in [241 BC].", "DATE BC0241"),
    ("The harbour froze in [the winter of 1962].", "DATE 1962-WI"),
    ("The harbour froze [last spring].", "DATE 2023-SP"),
    ("Profit fell in [the third quarter of 2023].", "DATE 2023-Q3"),
    ("Profit fell in [the fourth quarter].", "DATE 2023-Q4"),
    ("Profit fell in [Q3 2023].", "DATE 2023-Q3"),
    ("Profit fell in [Q4].", "DATE 2023-Q4"),
    ("They fought from [1939] to [1945].", "DATE 1939", "DATE 1945"),
    ("The fair ran from [March 3]-[5].", "DATE 2024-03-03", "DATE 2024-03-05"),
    ("The fair ran on [3] to [5 March 2024].", "DATE 2024-03-03", "DATE 2024-03-05"),
    ("The fair was held on [March 3] and [4].", "DATE 2024-03-03", "DATE 2024-03-04"),
    ("On [March 3] and 12 people were hurt.", "DATE 2024-03-03"),
    ("In [March] 12 people were hurt.", "DATE 2024-03"),
    ("On [3 March] 12 people were killed.", "DATE 2024-03-03"),
    ("On [Sunday 3 March] 12 people were killed.", "DATE 2024-03-03"),
    ("The fire killed 12 [March 3], police said.", "DATE 2024-03-03"),
    ("Prices rose in [March] the 9,4 percent.", "DATE 2024-03"),
    ("The [May] vote was a draw.", "DATE 2024-05"),
    ("Exports fell in [the first half of the year].", "DATE 2024-H1"),
    ("Exports fell in [the second half of 2023].", "DATE 2023-H2"),
    ("Exports fell in [the second half of last year].", "DATE 2023-H2"),
    ("Profit fell in [the year-ago third quarter].", "DATE 2023-Q3"),
    (
        "Profit rose in [the third quarter], as it did in [the 2021 period].",
        "DATE 2023-Q3", "DATE 2021-Q3",
    ),
    ("A hearing will be held [the week of April 8].", "DATE 2024-W15"),
    ("A summit is set for [June].", "DATE 2024-06"),
    ("The union called a strike for [Saturday].", "DATE 2024-03-30"),
    ("The judge set a hearing for [April 24].", "DATE 2024-04-24"),
    ("The vote was moved to [June].", "DATE 2024-06"),
    ("The board has set [April 10] as the last day for offers.", "DATE 2024-04-10"),
    ("The last week of [February] was cold.", "DATE 2024-02"),
    # weekdays
    ("The minister resigned on [Thursday].", "DATE 2024-03-28"),
    ("The minister resigned on [Friday].", "DATE 2024-03-29"),
    ("The minister resigned [last Friday].", "DATE 2024-03-22"),
    ("The minister resigned [this past Monday].", "DATE 2024-03-25"),
    ("The minister will resign on [Monday].", "DATE 2024-04-01"),
    ("The minister is scheduled to resign on [Monday].", "DATE 2024-04-01"),
    ("The minister will resign [next Friday].", "DATE 2024-04-05"),
    ("He spoke to reporters [late Thursday].", "DATE 2024-03-28"),
    ("He spoke to reporters on [Thursday night].", "TIME 2024-03-28TNI"),
    ("He spoke at [10 p.m. Wednesday].", "TIME 2024-03-27T22:00"),
    ("The offer stands until [midnight on Friday 5 April].", "TIME 2024-04-05T24:00"),
    ("He spoke at [10 p.m. Wednesday].Then he left.", "TIME 2024-03-27T22:00"),
    # hours and minutes without a mark between them
    ("The ferry sank at [1430 GMT on Wednesday].", "TIME 2024-03-27T14:30"),
    ("The port is shut from [2000 hrs on Wednesday].", "TIME 2024-03-27T20:00"),
    ("The ferry sank at [about 1100 hours].", "TIME 2024-03-29T11:00"),
    ("The pilot flew for [1100 hours].", "DURATION PT1100H"),
    ("He spoke at [noon Saturday].", "TIME 2024-03-23T12:00"),
    ("The quake hit at [3:07 a.m. local time (0107 GMT) on Sunday].", "TIME 2024-03-24T03:07"),
    ("It rained [the night before last].", "TIME 2024-03-27TNI"),
    ("The board meets on the first Monday of [each month].", "SET P1M"),
    ("The fair was held on the last Friday of [February].", "DATE 2024-02"),
    ("The deadline was extended until [Tuesday].", "DATE 2024-04-02"),
    ("The tenants have until [9 a.m. Tuesday] to leave.", "TIME 2024-04-02T09:00"),
    ("The strike went on until [Tuesday].", "DATE 2024-03-26"),
    ("The envoy could come as early as [Monday].", "DATE 2024-04-01"),
    ("They had known as early as [Monday].", "DATE 2024-03-25"),
    ("The strike began [three weeks ago Monday].", "DATE 2024-03-04"),
    ("The talks will resume [a week from Tuesday].", "DATE 2024-04-09"),
    ("In [the early hours of Monday], the roof fell in.", "TIME 2024-03-25TMO"),
    ("The march is known as Bloody Sunday.",),
    ("A man from Easter Ford and a boy from Christmas Creek were hurt.",),
    ("Mayor Jan Holt of Kelmouth counted the boats, as did May Reed.",),
    ("At [Christmas] Mayor Holt was away.", "DATE 2023-12-25"),
    ("In [January] Kelmouth had floods.", "DATE 2024-01"),
    ("Dockers have called for a strike on [Monday].", "DATE 2024-04-01"),
    ("Dockers have announced the strike on [Monday].", "DATE 2024-03-25"),
    ("The port has announced the death of a guard on [Monday].", "DATE 2024-03-25"),
    ("Four guards died in the town of March, 12 in Jan district and two in Lower Mar.",),
    ("[The month of May] was dry, [late March] was wet.", "DATE 2023-05", "DATE 2024-03"),
    ("The pact was signed on [Wednesday last week].", "DATE 2024-03-20"),
    ("The pact will be signed on [Wednesday of next week].", "DATE 2024-04-03"),
    ("[Last week on Friday] the pact was signed.", "DATE 2024-03-22"),
    # counted from publication
    ("The dam broke [yesterday].", "DATE 2024-03-28"),
    ("The dam broke [the day before yesterday].", "DATE 2024-03-27"),
    ("The dam broke [this morning].", "TIME 2024-03-29TMO"),
    ("The dam broke [last night].", "TIME 2024-03-28TNI"),
    ("The dam may break [tomorrow].", "DATE 2024-03-30"),
    ("The dam broke [last week].", "DATE 2024-W12"),
    ("The dam broke [earlier this week].", "DATE 2024-W13"),
    ("Envoys will meet [next week].", "DATE 2024-W14"),
    ("The dam broke over [the weekend].", "DATE 2024-W12-WE"),
    ("The dam broke [earlier this month].", "DATE 2024-03"),
    ("The dam broke [last month].", "DATE 2024-02"),
    ("The dam broke [two days ago].", "DATE 2024-03-27"),
    ("The dam broke [three years ago].", "DATE 2021"),
    ("The dam will be ready [next year].", "DATE 2025"),
    ("Fighting in [recent days] has spread.", "DATE PXD"),
    ("The bridge fell [25 years ago this month].", "DATE 1999"),
    ("It rained at [about 4:30 in the morning].", "TIME 2024-03-29T04:30"),
    ("By [mid-afternoon] the fire was out.", "TIME 2024-03-29TAF"),
    ("The port is closed [now] that the ice is back.", "DATE PRESENT_REF"),
    # counted from the date before
    ("It rained on [March 3]. [The next day] the dam broke.", "DATE 2024-03-03", "DATE 2024-03-04"),
    ("It rained on [March 3]. [Two days later] the dam broke.", "DATE 2024-03-03", "DATE 2024-03-05"),
    ("It rained on [March 3]. It had rained [the day before].", "DATE 2024-03-03", "DATE 2024-03-02"),
    ("[A decade later] it was rebuilt.", "DATE XXXX"),  # later than what?
    (
        "Profit rose in [the third quarter], from a loss [a year earlier].",
        "DATE 2023-Q3", "DATE 2022-Q3",
    ),
    # named days
    ("The shop closed on [Christmas Day].", "DATE 2023-12-25"),
    ("The shop closed on [Thanksgiving].", "DATE 2023-11-23"),
    ("The shop closed in [Easter week].", "DATE 2024-W13"),
    ("Roads filled up over the [Memorial Day weekend].", "DATE 2023-W21-WE"),
    ("Roads filled up over the [Thanksgiving weekend].", "DATE 2023-W47-WE"),
    # durations
    ("They talked for [two weeks].", "DURATION P2W"),
    ("They talked for [45 minutes].", "DURATION PT45M"),
    ("A [45-minute] call ended.", "DURATION PT45M"),
    ("A [five-day] walk ended.", "DURATION P5D"),
    ("The [six-month-old] war goes on.", "DURATION P6M"),
    ("They talked for [more than three years].", "DURATION P3Y"),
    ("They talked for [two and a half years].", "DURATION P2Y6M"),
    ("They talked for [a year and a half].", "DURATION P1Y6M"),
    ("They talked for [2 1/2 hours].", "DURATION PT2H30M"),
    ("They talked for [half an hour].", "DURATION PT30M"),
    ("They talked for [twenty-five days].", "DURATION P25D"),
    ("They talked for [a few weeks].", "DURATION PXW"),
    ("They talked for [months].", "DURATION PXM"),
    ("Progress was made in [the past few weeks].", "DURATION PXW"),
    ("Progress was made over [the past two years].", "DURATION P2Y"),
    ("Progress was made over [the past week].", "DURATION P1W"),
    ("Prices doubled in [the last decade].", "DURATION P10Y"),
    ("He got [10 to 15 years] in prison.", "DURATION PXY"),
    ("Sales fell in [the year] ended [January 31].", "DURATION P1Y", "DATE 2024-01-31"),
    ("[The first few days] were quiet.", "DURATION PXD"),
    # sets
    ("Trucks arrive [every day].", "SET P1D"),
    ("Trucks arrive [every Thursday].", "SET XXXX-WXX-4"),
    ("Trucks arrive [every Thursday night].", "SET XXXX-WXX-4TNI"),
    ("Trucks arrive [daily].", "SET P1D"),
    ("Trucks arrive [twice a year].", "SET P1Y"),
    ("Trucks arrive [every two weeks].", "SET P2W"),
    ("Trucks arrive [six days a week].", "SET P1W"),
    ("Forty trucks arrive [per day].", "SET P1D"),
    # now and then
    ("The port is [now] open.", "DATE PRESENT_REF"),
    ("The port [recently] opened.", "DATE PAST_REF"),
    ("The port will open in [the near future].", "DATE FUTURE_REF"),
    # what is, at a day, is to come
    ("The result is due on [Wednesday].", "DATE 2024-04-03"),
    ("The second round is on [Sunday].", "DATE 2024-03-31"),
    ("The result was due on [Wednesday].", "DATE 2024-03-27"),
    ("The crew was on its way to sail to Kelmouth on [Friday].", "DATE 2024-03-29"),
    ("The trial was pencilled in for [October].", "DATE 2024-10"),
    # numbers, and words that only look like dates
    ("Call the harbour at 870-1120.",),
    ("Families can call 0303 555 1113 or 020 7946 1850 for help.",),
    # an hour of four digits
    ("Shares had lost 11% by [1430 GMT].", "TIME 2024-03-29T14:30"),
    ("By 2140 the square was empty.",),
    ("She was hurt during spring practice.",),
    ("They met the visitors at 1830.",),
    ("He spoke of the [Sept. 11] attacks.", "DATE 2001-09-11"),
    ("The ferry sailed on [Valentine's Day in 2012].", "DATE 2012-02-14"),
    # none
    ("The daily Courier reported it.",),
    ("She may march in the spring-cleaned hall.",),
    ("The jury counted 1987 people and $2019 in cash.",),
    ("The fire broke out in the 1900 block of Mill Road.",),
    ("The six-year-old boy had a second ice cream.",),
    ("Shares rose three-quarters of a point.",),
    ("The march was led by April Jones.",),
    ("The team won 3-2 in the fall of the last wicket.",),
    ("He told Sixty Minutes that the Six-Day War was over.",),
]  # fmt: skip


def read(text: str) -> list[Timex]:
    """The times of a text, resolved one after the other as they are in a report of that Friday."""
    report = Report("r", text, "0" * 64, language="en", published=Interval(FRIDAY, FRIDAY))
    found, previous = [], None
    for timex in find_times(parse(report), report):
        told = resolve(timex.expression, report.published, previous)
        previous = told.period or previous
        found.append(
            Timex(timex.id, "r", timex.span, timex.type, timex.expression, told.value, told.interval)
        )
    return found


@pytest.mark.parametrize(("marked", "expected"), [(case[0], list(case[1:])) for case in CASES])
def test_table(marked: str, expected: list[str]) -> None:
    quotes = re.findall(r"\[(.+?)\]", marked)
    text = marked.replace("[", "").replace("]", "")
    found = read(text)
    assert [(t.span.of(text), f"{t.type} {t.value}") for t in found] == list(
        zip(quotes, expected, strict=True)
    )


def test_bounds_and_tense() -> None:
    text = "They have fought since May 3. He resigned on Monday and will leave on Tuesday."
    since, monday, tuesday = (t.expression for t in read(text))
    assert since.bound == "since"
    assert next(t.expression for t in read("The worst flood since May 3, when 40 died.")).bound == "on"
    assert (monday.tense, tuesday.tense) == ("past", "future")


def test_a_clause_and_the_day_in_it() -> None:
    text = "It is the third visit since the strike began on May 3."
    whole, day = read(text)
    assert (whole.span.of(text), whole.expression.bound) == ("since the strike began on May 3", "since")
    assert (day.span.of(text), day.expression.bound) == ("May 3", "on")
    assert whole.interval == Interval(date(2023, 5, 3), FRIDAY)
    for said in ("since the start of the strike on May 3", "since the strike began on Monday"):
        (day,) = read(f"It is the third visit {said}.")
        assert (day.expression.bound, day.expression.tense) == ("since", "past")


def test_ids_follow_the_text_over_passages() -> None:
    text = "It rained on Monday.\n\nIt snowed on Tuesday."
    report = Report("r", text, "0" * 64, language="en")
    times = find_times(parse(report), report)
    assert [(t.id, t.span.of(text)) for t in times] == [("r-t1", "Monday"), ("r-t2", "Tuesday")]


def test_the_day_of_a_dateline_is_a_time() -> None:
    text = "PORTSIDE, March 28 (Coast News) -\nThe dam held on Thursday."
    furniture = (Marked(Span(0, text.index("\n")), "dateline"),)
    for day in (FRIDAY, None):
        report = Report("r", text, "0", language="en", published=Interval(day, day), furniture=furniture)
        assert [t.span.of(text) for t in find_times(parse(report), report)] == ["March 28", "Thursday"]


def test_furniture_gives_the_date_of_the_report_only() -> None:
    text = "date 2024-03-29 example.org\nRead also: fire of 2 May 2020\nThe dam held."
    line, teaser = text.index("\n"), text.index("The dam")
    furniture = (Marked(Span(0, line), "metadata"), Marked(Span(line + 1, teaser), "teaser"))
    report = Report("r", text, "0", language="en", published=Interval(FRIDAY, FRIDAY), furniture=furniture)
    assert [t.span.of(text) for t in find_times(parse(report), report)] == ["2024-03-29"]


def test_the_anchor_period_is_not_needed() -> None:
    [timex] = read("They met the day before.")
    assert timex.value == "2024-03-28"
    previous = Period("2020-05-03", date(2020, 5, 3), date(2020, 5, 3))
    assert resolve(timex.expression, Interval(FRIDAY, FRIDAY), previous).value == "2020-05-02"
