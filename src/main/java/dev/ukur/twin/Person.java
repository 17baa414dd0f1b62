package dev.ukur.twin;

import java.util.List;
import java.util.Locale;

/** Someone the shop may come to know: by an order, a form or a membership. Lives through several visits. */
final class Person {

    private static final List<String> FIRST = List.of(
            "Sari", "Budi", "Dewi", "Agus", "Rina", "Joko", "Putri", "Hendra", "Maya", "Eko", "Wulan", "Rizky", "Intan",
            "Bayu", "Nur", "Dian");
    private static final List<String> LAST = List.of(
            "Wulandari",
            "Santoso",
            "Lestari",
            "Pratama",
            "Hidayat",
            "Saputra",
            "Utami",
            "Nugroho",
            "Kusuma",
            "Siregar",
            "Hutapea",
            "Wijaya");

    private final int number;
    private boolean known;
    private boolean customer;
    private boolean asked;
    private boolean member;

    Person(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    String userId() {
        return "u" + number;
    }

    String firstName() {
        return FIRST.get(number % FIRST.size());
    }

    String lastName() {
        return LAST.get(number / FIRST.size() % LAST.size());
    }

    String email() {
        return (firstName() + "." + lastName() + "." + number).toLowerCase(Locale.ROOT) + "@surel.example";
    }

    /** Whether the shop knows who this is: later events carry the user id. */
    boolean known() {
        return known;
    }

    void becomeKnown() {
        known = true;
    }

    /** Whether an order that was not cancelled has been placed. */
    boolean customer() {
        return customer;
    }

    void becomeCustomer() {
        customer = true;
    }

    /** Whether an office uniform offer has been asked for. */
    boolean asked() {
        return asked;
    }

    void ask() {
        asked = true;
    }

    /** Whether the club has ever been joined. */
    boolean member() {
        return member;
    }

    void join() {
        member = true;
    }
}
