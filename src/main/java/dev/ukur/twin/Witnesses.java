package dev.ukur.twin;

import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Tells each happening to several witnesses, in their order. */
final class Witnesses implements Witness {

    private final List<Witness> all;

    Witnesses(List<Witness> all) {
        this.all = List.copyOf(all);
    }

    private void tell(Consumer<Witness> happening) {
        for (Witness witness : all) {
            happening.accept(witness);
        }
    }

    @Override
    public void visit(Visit visit) {
        tell(witness -> witness.visit(visit));
    }

    @Override
    public void order(WebOrder order, Visit visit, boolean firstOfPerson) {
        tell(witness -> witness.order(order, visit, firstOfPerson));
    }

    @Override
    public void marketplaceOrder(MarketplaceOrder order) {
        tell(witness -> witness.marketplaceOrder(order));
    }

    @Override
    public void lead(Lead lead) {
        tell(witness -> witness.lead(lead));
    }

    @Override
    public void membership(Membership membership) {
        tell(witness -> witness.membership(membership));
    }

    @Override
    public void ad(AdDay ad) {
        tell(witness -> witness.ad(ad));
    }

    @Override
    public void keyword(KeywordDay keyword) {
        tell(witness -> witness.keyword(keyword));
    }

    @Override
    public void mailing(Mailing mailing) {
        tell(witness -> witness.mailing(mailing));
    }

    @Override
    public void query(QueryMonth query) {
        tell(witness -> witness.query(query));
    }

    @Override
    public void searchDay(SearchDay day) {
        tell(witness -> witness.searchDay(day));
    }

    @Override
    public void rank(Rank rank) {
        tell(witness -> witness.rank(rank));
    }

    @Override
    public void listing(ListingPlace place) {
        tell(witness -> witness.listing(place));
    }

    @Override
    public void mention(Mention mention) {
        tell(witness -> witness.mention(mention));
    }

    @Override
    public void cost(Cost cost) {
        tell(witness -> witness.cost(cost));
    }

    @Override
    public void rate(ExchangeRate rate) {
        tell(witness -> witness.rate(rate));
    }

    @Override
    public void dayEnds(LocalDate day) {
        tell(witness -> witness.dayEnds(day));
    }

    @Override
    public void finish(Period days) {
        tell(witness -> witness.finish(days));
    }
}
