package dev.ukur.twin;

import dev.ukur.time.Period;
import java.time.LocalDate;

/**
 * Sees everything that happens in the shop, day by day: an export writes it down, the truth counts it, a market answers
 * with happenings of its own. A witness ignores what it does not care for.
 */
interface Witness {

    /** A visit, also one that web analytics did not see. */
    default void visit(Visit visit) {}

    /** An order of the web shop, and the visit it was placed in. */
    default void order(WebOrder order, Visit visit, boolean firstOfPerson) {}

    /** An order of the marketplace store. */
    default void marketplaceOrder(MarketplaceOrder order) {}

    /** A request for an office uniform offer, with all that will come of it until the last day. */
    default void lead(Lead lead) {}

    /** A club membership, with its end if it has one. */
    default void membership(Membership membership) {}

    /** A day of an advertising campaign or ad. */
    default void ad(AdDay ad) {}

    /** A day of a keyword; its campaign's {@link #ad} holds the same again. */
    default void keyword(KeywordDay keyword) {}

    /** A mailing, when its numbers are final. */
    default void mailing(Mailing mailing) {}

    /** A search query over a month, as the search engine reports it. */
    default void query(QueryMonth query) {}

    /** A day of search results, anonymised queries included. */
    default void searchDay(SearchDay day) {}

    /** A tracked keyword's place on a day. */
    default void rank(Rank rank) {}

    /** Where a good stood in the marketplace on a day. */
    default void listing(ListingPlace place) {}

    /** Someone wrote about the brand, or about another. */
    default void mention(Mention mention) {}

    /** Money spent outside of ad platforms. */
    default void cost(Cost cost) {}

    /** A day's rate of exchange. */
    default void rate(ExchangeRate rate) {}

    /** The day is over: nothing more that began on it. */
    default void dayEnds(LocalDate day) {}

    /** The last day is over. Files are completed. */
    default void finish(Period days) {}
}
