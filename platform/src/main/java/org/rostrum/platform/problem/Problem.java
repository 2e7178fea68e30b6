package org.rostrum.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A problem detail (RFC 9457) with three members of our own: {@code kept}, {@code next} and {@code errors}. Every text is
 * shown to a stranger: never an answer, a token, a personal field or the name of a class.
 *
 * @param type {@code urn:rostrum:problem:} and a kebab-case name; the same for every occurrence
 * @param title short, the same for every occurrence of the type
 * @param status the HTTP status, 400 to 599
 * @param detail what happened this time
 * @param instance names this occurrence, for example {@code urn:rostrum:incident:...}
 * @param kept what was kept of what the respondent sent
 * @param next what to do next
 * @param errors every wrong field at once; empty when no field is to blame
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        URI type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable URI instance,
        @Nullable String kept,
        @Nullable String next,
        List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPE_PREFIX = "urn:rostrum:problem:";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public Problem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("A problem has a status from 400 to 599, not %d.".formatted(status));
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("A problem has a title.");
        }
        errors = List.copyOf(errors);
    }

    /**
     * One wrong field.
     *
     * @param pointer JSON Pointer (RFC 6901) into what was sent, for example {@code /answers/0/item}
     * @param field the field's name as a person knows it
     * @param detail what is wrong with it and what would be right
     */
    public record FieldError(String pointer, String field, String detail) {}

    /** Begins a problem whose type is {@code urn:rostrum:problem:NAME}. */
    public static Problem of(int status, String name, String title) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'%s' is no kebab-case name of a problem.".formatted(name));
        }
        return new Problem(URI.create(TYPE_PREFIX + name), title, status, null, null, null, null, List.of());
    }

    public Problem detail(String text) {
        return new Problem(type, title, status, text, instance, kept, next, errors);
    }

    public Problem instance(URI uri) {
        return new Problem(type, title, status, detail, uri, kept, next, errors);
    }

    public Problem kept(String text) {
        return new Problem(type, title, status, detail, instance, text, next, errors);
    }

    public Problem next(String text) {
        return new Problem(type, title, status, detail, instance, kept, text, errors);
    }

    public Problem error(String pointer, String field, String text) {
        List<FieldError> more = new ArrayList<>(errors);
        more.add(new FieldError(pointer, field, text));
        return errors(more);
    }

    public Problem errors(List<FieldError> all) {
        return new Problem(type, title, status, detail, instance, kept, next, all);
    }

    /** As an exception, for the edge only: a use case returns its refusals as values. */
    public ProblemException asException() {
        return new ProblemException(this);
    }
}
