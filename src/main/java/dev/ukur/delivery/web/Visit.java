package dev.ukur.delivery.web;

import dev.ukur.SharedWorkspace;
import dev.ukur.Ukur;
import dev.ukur.delivery.ask.Options;
import dev.ukur.delivery.report.dashboard.Shell;
import dev.ukur.i18n.Language;
import dev.ukur.i18n.Messages;
import dev.ukur.model.Appearance;
import dev.ukur.model.WorkspaceSettings;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One request: who asks, in which language, for what. */
final class Visit {

    private static final String COOKIE = "ukur_lang";

    private final Optional<Context> context;
    private final Asked asked;
    private final Place place;
    private final Caller caller;
    private final Optional<WorkspaceSettings> settings;
    private final Messages say;

    Visit(Context context, Place place, Caller caller) {
        this(Optional.of(context), Asked.by(context), place, caller);
        asked("lang")
                .flatMap(Language::of)
                .ifPresent(chosen -> context.res()
                        .addHeader(
                                "Set-Cookie",
                                COOKIE + "=" + chosen.code() + "; Path=/; Max-Age=31536000; SameSite=Lax"));
    }

    private Visit(Optional<Context> context, Asked asked, Place place, Caller caller) {
        this.context = context;
        this.asked = asked;
        this.place = place;
        this.caller = caller;
        this.settings = place.workspace().map(opened -> opened.shared().ukur().settings());
        Messages words = Messages.of(language());
        this.say = settings.map(own -> words.withCurrency(own.currency())).orElse(words);
    }

    /** A visit by nobody, who may see everything: so that what a page shows is worked out before somebody comes. */
    static Visit ahead(Asked asked, Place place) {
        return new Visit(Optional.empty(), asked, place, Caller.here(""));
    }

    /** The front door of the workspace asked. */
    Ukur ukur() {
        return workspace().ukur();
    }

    SharedWorkspace workspace() {
        return opened().shared();
    }

    Uploads uploads() {
        return opened().uploads();
    }

    /** The front door of another workspace of the server. */
    Ukur ukurOf(Place other) {
        return other.workspace()
                .orElseThrow(() -> new IllegalStateException(other.name() + " is no workspace"))
                .shared()
                .ukur();
    }

    private Place.Opened opened() {
        return place.workspace().orElseThrow(() -> new IllegalStateException("a page of the server asks a workspace"));
    }

    /** What is asked: a workspace, or the server. */
    Place place() {
        return place;
    }

    /** Who asks. */
    Caller caller() {
        return caller;
    }

    /** The context of the request, for cookies and what is sent with it. */
    Context context() {
        return context.orElseThrow(() -> new IllegalStateException("nobody sent this visit"));
    }

    /** What stands around a page at an address. */
    Shell shell(String address, String version) {
        String name = settings.map(WorkspaceSettings::name).orElseGet(() -> say.text("web.server"));
        Shell.Standing standing = new Shell.Standing(
                place.base(),
                place.workspace().isPresent(),
                settings.map(WorkspaceSettings::appearance).orElse(Appearance.PLAIN),
                caller.name(),
                caller.offers(place));
        return new Shell(say, name, address, caller.formToken(), version, standing);
    }

    Messages say() {
        return say;
    }

    /** The whole address asked for, inside its workspace. */
    String address() {
        return asked.query().isEmpty() ? path() : path() + "?" + asked.query();
    }

    /** The address without the choice of language: what is asked, in whichever words. */
    String question() {
        return question(address());
    }

    static String question(String address) {
        return address.replaceAll("([?&])lang=[a-z]*&?", "$1").replaceAll("[?&]$", "");
    }

    /** Whether it sends something to be done. */
    boolean changes() {
        return asked.changes();
    }

    /** The path inside its workspace. */
    String path() {
        String rest = asked.path().substring(place.base().length());
        return rest.isEmpty() ? "/" : rest;
    }

    /** A part of the path. */
    String part(String name) {
        return Optional.ofNullable(asked.parts().get(name))
                .orElseThrow(() -> new IllegalArgumentException("no part " + name));
    }

    /** A parameter of the address; empty when missing or blank. */
    Optional<String> asked(String name) {
        return asked.all(name).stream().findFirst().map(String::strip).filter(text -> !text.isEmpty());
    }

    /** A parameter that may be given several times, or as a list with commas. */
    List<String> askedAll(String name) {
        return asked.all(name).stream()
                .flatMap(text -> List.of(text.split(",")).stream())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** A field of the form sent. */
    Optional<String> sent(String name) {
        return Optional.ofNullable(context().formParam(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** A field with all its blanks, as passwords may have some. */
    Optional<String> sentAsIs(String name) {
        return Optional.ofNullable(context().formParam(name));
    }

    List<String> sentAll(String name) {
        return context().formParams(name);
    }

    List<UploadedFile> files() {
        return context().uploadedFiles();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(asked.headers().get(name.toLowerCase(Locale.ROOT)));
    }

    /** The parameters of the address as options of a question. */
    Options options() {
        return new Options(
                this::asked,
                name -> asked(name).filter(text -> !text.equals("false")).isPresent(),
                name -> name);
    }

    private Language language() {
        return asked("lang")
                .flatMap(Language::of)
                .or(() -> Optional.ofNullable(asked.cookies().get(COOKIE)).flatMap(Language::of))
                .or(() -> settings.flatMap(own -> Language.of(own.language())))
                .orElse(Language.ID);
    }
}
