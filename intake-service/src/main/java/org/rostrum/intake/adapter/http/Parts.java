package org.rostrum.intake.adapter.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;
import org.rostrum.intake.usecase.Attachments.Upload;
import org.rostrum.platform.problem.Problem;
import org.rostrum.platform.problem.ProblemException;

/** The parts of a multipart body. Files lie in temporary places that Quarkus deletes with the request, come what may. */
final class Parts {
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final MultipartFormDataInput form;

    Parts(MultipartFormDataInput form) {
        this.form = form;
    }

    void requireOnly(String... known) {
        var names = Set.of(known);
        var unknown = form.getValues().keySet().stream()
                .filter(name -> !names.contains(name))
                .map(name -> new Problem.FieldError(
                        "/" + name,
                        name,
                        "There is no such part here; leave it out or name it " + String.join(" or ", known) + "."))
                .toList();
        if (!unknown.isEmpty()) {
            throw wrong("The form has parts that nobody reads").errors(unknown).asException();
        }
    }

    /**
     * The content of the only part of that name, with or without a type or file name of its own.
     *
     * @param room asked for the size before anything is read
     */
    byte[] bytes(String name, BodiesInMemory.Room room) throws IOException {
        var values = values(name).toList();
        if (values.size() != 1) {
            throw missing(name);
        }
        var value = values.getFirst();
        if (value.isFileItem()) {
            room.take(value.getFileItem().getFileSize());
        }
        return value.isFileItem()
                ? value.getFileItem().getInputStream().readAllBytes()
                : value.getValue().getBytes(StandardCharsets.UTF_8);
    }

    @Nullable
    String text(String name) {
        return values(name)
                .filter(value -> !value.isFileItem())
                .map(FormValue::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Every text of that name. */
    List<String> texts(String name) {
        return values(name)
                .filter(value -> !value.isFileItem())
                .map(FormValue::getValue)
                .toList();
    }

    Stream<String> names() {
        return form.getValues().keySet().stream();
    }

    /** Files in the order in which they were sent. What a browser sends for a file input left empty is not one. */
    List<Upload> files(String name) {
        return values(name)
                .filter(value -> !isLeftEmpty(value))
                .map(value -> upload(name, value))
                .toList();
    }

    private static boolean isLeftEmpty(FormValue value) {
        var name = value.getFileName();
        return (name == null || name.isBlank()) && size(value) == 0;
    }

    private static long size(FormValue value) {
        try {
            return value.isFileItem()
                    ? value.getFileItem().getFileSize()
                    : value.getValue().length();
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary file cannot be read back; check the disk", e);
        }
    }

    private static Upload upload(String name, FormValue value) {
        if (!value.isFileItem()) {
            throw wrong("A part that should be a file has no file name")
                    .error("/" + name, name, "Send it as a file, as curl does with -F attachment=@paper.pdf")
                    .asException();
        }
        return SeenFile.of(
                fileName(value),
                mediaType(value),
                size(value),
                value.getFileItem().getFile());
    }

    private static String fileName(FormValue value) {
        var name = value.getFileName();
        return name == null || name.isBlank() ? "attachment" : name;
    }

    private static String mediaType(FormValue value) {
        var headers = value.getHeaders();
        var type = headers == null ? null : headers.getFirst("Content-Type");
        return type == null ? UNKNOWN_TYPE : type;
    }

    private Stream<FormValue> values(String name) {
        Collection<FormValue> values = form.getValues().get(name);
        return values == null ? Stream.of() : values.stream();
    }

    private static ProblemException missing(String name) {
        return wrong("The form must have exactly one part of this name")
                .error("/" + name, name, "Send the JSON in it, as curl does with -F 'submission=@answer.json'")
                .asException();
    }

    private static Problem wrong(String title) {
        return Problem.of(400, "wrong-parts", title)
                .kept("Nothing of this submission was kept.")
                .next("Correct the form and send it again; the API's description is at /openapi.");
    }
}
