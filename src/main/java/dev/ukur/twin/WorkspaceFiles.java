package dev.ukur.twin;

import dev.ukur.time.Period;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;

/** What the team of the shop would have written: settings, goals, calendar. The faults stand in none of them. */
final class WorkspaceFiles {

    private static final String SETTINGS = """
            # Toko rekaan untuk demo.
            name: Toko Batik Laras
            time_zone: Asia/Jakarta
            currency: IDR
            language: id
            brand_terms: [laras]
            accounts:
              hubspot: {time_zone: Asia/Jakarta}
              mailchimp: {time_zone: Asia/Jakarta, currency: IDR}
              meltwater: {time_zone: Asia/Jakarta}
              shopee: {time_zone: Asia/Jakarta, numbers: comma}
            """;

    private static final String GOALS = """
            goals:
              pertumbuhan-pelanggan:
                goal:
                  id: Tambah pelanggan baru yang layak biayanya
                  en: Win new customers at a cost worth paying
                kpi:
                  metric: new_customers
                  owner: Rani
                  cadence: monthly
                  factors: [visits, conversion_rate, spend]
                  baseline: %1$s
                  targets:
                    - {value: +10%%, due: %2$s}
                    - {value: +30%%, due: %3$s}
                  guardrails: [cac]
                  action:
                    id: Pindahkan sebagian anggaran prospek Meta ke pencarian merek dan email
                    en: Move part of the Meta prospecting budget to brand search and email
              toko-yang-menjual:
                goal:
                  id: Lebih banyak kunjungan berakhir dengan pesanan
                  en: More visits end in an order
                kpi:
                  metric: conversion_rate
                  owner: Bayu
                  cadence: monthly
                  factors: [bounce_rate, checkout_completion, visits]
                  baseline: %1$s
                  targets:
                    - {value: +5%%, due: %2$s}
                    - {value: +15%%, due: %3$s}
                  guardrails: [aov]
                  action:
                    id: Uji halaman pembayaran di ponsel setiap Senin
                    en: Test the checkout on phones every Monday
              seragam-kantor:
                goal:
                  id: Datangkan permintaan penawaran seragam kantor
                  en: Bring in requests for office uniform offers
                kpi:
                  metric: leads
                  owner: Dimas
                  cadence: monthly
                  factors: [form_rate, visits, mql_rate]
                  baseline: %1$s
                  targets:
                    - {value: +25%%, due: %2$s}
                    - {value: +60%%, due: %3$s}
                  guardrails: [sales_to_lead_ratio]
                  action:
                    id: Perluas kata kunci seragam dan tulis dua studi kasus
                    en: Widen the uniform keywords and write two case studies
              biaya-yang-masuk-akal:
                goal:
                  id: Jaga biaya mendapatkan pelanggan
                  en: Keep the cost of winning a customer in check
                kpi:
                  metric: cac
                  owner: Tia
                  cadence: monthly
                  factors: [spend, cpc, new_customers]
                  baseline: %1$s
                  targets:
                    - {value: -5%%, due: %2$s}
                    - {value: -15%%, due: %3$s}
                  guardrails: [new_customers]
                  action:
                    id: Hentikan iklan yang tidak menjual dalam 30 hari
                    en: Stop the ads that sold nothing in 30 days
              anggota-yang-bertahan:
                goal:
                  id: Anggota Klub Laras bertahan
                  en: Klub Laras members stay
                kpi:
                  metric: churn_rate
                  owner: Sari
                  cadence: monthly
                  factors: [active_subscribers, email_click_rate]
                  baseline: %1$s
                  targets:
                    - {value: -10%%, due: %2$s}
                    - {value: -25%%, due: %3$s}
                  guardrails: [mrr]
                  action:
                    id: Hubungi anggota baru pada minggu kedua
                    en: Call new members in their second week
            """;

    private WorkspaceFiles() {}

    /** Writes the three files. */
    static void write(Path folder, TwinOptions options) throws IOException {
        Files.writeString(folder.resolve("ukur.yaml"), SETTINGS, StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("goals.yaml"), goals(options.lastDay()), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("calendar.yaml"), calendar(options.days()), StandardCharsets.UTF_8);
    }

    /** The baseline is the half year that ended some four months before the last day; due at the next quarters' ends. */
    private static String goals(LocalDate lastDay) {
        YearMonth last = YearMonth.from(lastDay);
        YearMonth baseline = last.minusMonths(10);
        String period = new Period(baseline.atDay(1), baseline.plusMonths(5).atEndOfMonth()).toString();
        LocalDate near = last.plusMonths(1).atEndOfMonth();
        return GOALS.formatted(period, near, YearMonth.from(near).plusMonths(6).atEndOfMonth());
    }

    private static String calendar(Period days) {
        Season season = new Season(days);
        StringBuilder text = new StringBuilder("occasions:\n");
        for (LocalDate twin : season.twinDates()) {
            String date = twin.getDayOfMonth() + "." + twin.getMonthValue();
            occasion(text, "kembar-" + twin, "promo", "Tanggal kembar " + date, "Twin date " + date);
            text.append("    days: ").append(twin).append('\n');
        }
        for (LocalDate first : season.lebaran()) {
            occasion(text, "promo-lebaran-" + first.getYear(), "promo", "Promo Lebaran", "Lebaran promotion");
            text.append("    days: ")
                    .append(new Period(first.minusDays(20), first.minusDays(6)))
                    .append('\n');
            occasion(text, "lebaran-" + first.getYear(), "holiday", "Idul Fitri", "Eid al-Fitr");
            text.append("    days: ")
                    .append(new Period(first, first.plusDays(1)))
                    .append('\n');
        }
        return text.toString();
    }

    private static void occasion(StringBuilder text, String name, String kind, String id, String en) {
        text.append("  ").append(name).append(":\n    kind: ").append(kind).append('\n');
        text.append("    title: {id: \"")
                .append(id)
                .append("\", en: \"")
                .append(en)
                .append("\"}\n");
    }
}
