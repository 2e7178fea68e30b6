package org.rostrum.system.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rostrum.platform.objectstore.Sha256;

/**
 * What a client sends under a key. Its text names key and variant, so that whatever is found in the store or the log tells
 * which request it belongs to.
 *
 * @param key the Idempotency-Key
 * @param variant 1 for what the client means; other numbers for other bodies under the same key
 * @param target where it goes
 */
record Sending(String key, int variant, Target target, List<File> files) {
    private static final Pattern MARK = Pattern.compile("^\\[key ([0-9a-zA-Z-]+) variant ([0-9]+)].*", Pattern.DOTALL);

    Sending {
        files = List.copyOf(files);
    }

    /** What the request is about. */
    sealed interface Target {
        /** A submission that did not exist before. */
        record New() implements Target {}

        /** The next version of one that its sender holds a receipt of. */
        record NextVersion(String reference, String secret) implements Target {}

        /** The end of one that its sender holds a receipt of. */
        record Withdrawal(String reference, String secret) implements Target {}

        /** A new submission as the line of a batch; its sender has that bearer token. */
        record Line(String token) implements Target {}
    }

    /** An attachment: a text file. */
    record File(String name, String text) {
        byte[] content() {
            return text.getBytes(UTF_8);
        }

        String sha256() {
            return Sha256.of(content()).hex();
        }
    }

    /** Which request something belongs to. */
    record Mark(String key, int variant) {}

    static Sending fresh(String key, List<File> files) {
        return new Sending(key, 1, new Target.New(), files);
    }

    /** As a batch of one line. */
    String batch() {
        return "{\"key\":\"%s\",\"submission\":%s}%n".formatted(key, json());
    }

    Sending otherBody() {
        return new Sending(key, variant + 1, target, files);
    }

    Mark mark() {
        return new Mark(key, variant);
    }

    String text() {
        return "[key " + key + " variant " + variant + "] " + "Fibre to every school first. ".repeat(8);
    }

    static Optional<Mark> markIn(String text) {
        var match = MARK.matcher(text);
        return match.matches()
                ? Optional.of(new Mark(match.group(1), Integer.parseInt(match.group(2))))
                : Optional.empty();
    }

    String json() {
        return """
                {"respondent":{"organisation":"Lakeside Network Cooperative","country":"CH"},\
                "language":"en","publication":"public","declaration":true,\
                "answers":[{"item":"2.e","text":"%s"}]}""".formatted(text());
    }

    List<String> fingerprints() {
        return files.stream().map(File::sha256).toList();
    }

    /** As multipart/form-data with this boundary. */
    byte[] multipart(String boundary) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"submission\"\r\n"
                        + "Content-Type: application/json\r\n\r\n" + json() + "\r\n")
                .getBytes(UTF_8));
        for (var file : files) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"attachment\"; filename=\""
                            + file.name() + "\"\r\nContent-Type: text/plain\r\n\r\n")
                    .getBytes(UTF_8));
            body.writeBytes(file.content());
            body.writeBytes("\r\n".getBytes(UTF_8));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(UTF_8));
        return body.toByteArray();
    }
}
