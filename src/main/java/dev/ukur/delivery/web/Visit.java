package dev.ukur.delivery.web;

import dev.ukur.SharedWorkspace;
import dev.ukur.Ukur;
import dev.ukur.delivery.ask.Options;
import dev.ukur.i18n.Language;
import dev.ukur.i18n.Messages;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.UploadedFile;
import java.util.List;
import java.util.Optional;

/** One request: who asks, in which language, for what. */
final class Visit {

    private static final String COOKIE = "ukur_lang";

    private final Context context;
    private final SharedWorkspace workspace;
    private final String token;
    private final Messages say;

    Visit(Context context, SharedWorkspace workspace, String token) {
        this.context = context;
        this.workspace = workspace;
        this.token = token;
        this.say =
                Messages.of(language()).withCurrency(workspace.ukur().settings().currency());
    }

    Ukur ukur() {
        return workspace.ukur();
    }

    SharedWorkspace workspace() {
        return workspace;
    }

    Messages say() {
        return say;
    }

    /** The token that forms of this server carry. */
    String token() {
        return token;
    }

    /** The whole address asked for, after the host. */
    String address() {
        String query = context.queryString();
        return query == null ? context.path() : context.path() + "?" + query;
    }

    /** Whether it sends something to be done. */
    boolean changes() {
        return context.method() == HandlerType.POST;
    }

    String path() {
        return context.path();
    }

    /** A part of the path. */
    String part(String name) {
        return context.pathParam(name);
    }

    /** A parameter of the address; empty when missing or blank. */
    Optional<String> asked(String name) {
        return Optional.ofNullable(context.queryParam(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** A parameter that may be given several times, or as a list with commas. */
    List<String> askedAll(String name) {
        return context.queryParams(name).stream()
                .flatMap(text -> List.of(text.split(",")).stream())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** A field of the form sent. */
    Optional<String> sent(String name) {
        return Optional.ofNullable(context.formParam(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    List<String> sentAll(String name) {
        return context.formParams(name);
    }

    List<UploadedFile> files() {
        return context.uploadedFiles();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(context.header(name));
    }

    /** The parameters of the address as options of a question. */
    Options options() {
        return new Options(
                this::asked,
                name -> asked(name).filter(text -> !text.equals("false")).isPresent(),
                name -> name);
    }

    private Language language() {
        Optional<Language> chosen = asked("lang").flatMap(Language::of);
        chosen.ifPresent(language -> context.res()
                .addHeader("Set-Cookie", COOKIE + "=" + language.code() + "; Path=/; Max-Age=31536000; SameSite=Lax"));
        return chosen.or(() -> Optional.ofNullable(context.cookie(COOKIE)).flatMap(Language::of))
                .or(() -> Language.of(workspace.ukur().settings().language()))
                .orElse(Language.ID);
    }
}
