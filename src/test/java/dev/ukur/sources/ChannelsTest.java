package dev.ukur.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.model.ChannelRules;
import dev.ukur.problem.Problems;
import dev.ukur.workspace.ChannelRulesReader;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelsTest {

    private static final ChannelRules RULES = ChannelRulesReader.builtIn(new Problems());

    @ParameterizedTest(name = "{0} / {1} / {2} is {3}")
    @CsvSource({
        "google, cpc, '', Paid Search, true",
        "google, organic, '', Organic Search, false",
        "bing, organic, '', Organic Search, false",
        "facebook, paid_social, '', Paid Social, true",
        "instagram, paid_social, '', Paid Social, true",
        "tiktok, paid_social, '', Paid Social, true",
        "ig, social, '', Organic Social, false",
        "buletin, social, '', Organic Social, false",
        "mailchimp, email, '', Email, false",
        "blog.example, referral, '', Referral, false",
        "'', '', '', Direct, false",
        "(direct), (none), '', Direct, false",
        "(other), (other), '', (other), false",
        "(not set), '', '', Unassigned, false",
        "whatsapp, whatsapp, '', WhatsApp, false",
        "chatgpt.com, referral, '', AI Assistant, false",
        "gemini.google.com, referral, '', AI Assistant, false",
        "mail.google.com, referral, '', Email, false",
        "shopee.co.id, referral, '', Marketplace, false",
        "youtube.com, referral, '', Organic Video, false",
        "google, cpc, belanja shopping 9.9, Paid Shopping, true",
        "iklan, cpm, '', Display, true",
        "iklan, ppc, '', Paid Other, true",
        "mitra, affiliate, '', Affiliates, false",
        "sms, sms, '', SMS, false"
    })
    void source_medium_and_campaign_give_the_channel(
            String source, String medium, String campaign, String channel, boolean paid) {
        ChannelRules.Channel found = RULES.classify(source, medium, campaign);
        assertThat(found.name() + " " + found.paid().orElseThrow()).isEqualTo(channel + " " + paid);
    }

    @ParameterizedTest(name = "{0} from {1} comes from {2} / {3}")
    @CsvSource({
        "https://toko.example/?gclid=1, '', google, cpc",
        "https://toko.example/?fbclid=1, '', facebook, social",
        "https://toko.example/?utm_source=news&utm_medium=email&gclid=1, '', news, email",
        "https://toko.example/?utm_campaign=a%20b, https://www.google.com/, google, organic",
        "https://toko.example/, https://l.instagram.com/x, instagram, social",
        "https://toko.example/, https://m.facebook.com/, facebook, social",
        "https://toko.example/, https://www.toko.example/keranjang, '', ''",
        "https://www.toko.example/, https://blog.toko.example/, '', ''",
        "https://toko.example/, https://www.blog.example/a, blog.example, referral",
        "https://toko.example/?x=%zz, '', '', ''",
        "'', google.com/search, google, organic"
    })
    void an_address_and_its_referrer_give_source_and_medium(String url, String referrer, String source, String medium) {
        Map<String, String> parts = Map.of("url", url, "referrer", referrer);
        Trace trace = new TraceReader(RULES, RULES.traces().repairs()).read(part -> parts.getOrDefault(part, ""));
        assertThat(trace.source() + " / " + trace.medium()).isEqualTo(source + " / " + medium);
    }
}
