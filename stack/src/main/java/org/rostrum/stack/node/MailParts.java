package org.rostrum.stack.node;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reader sees of a mail: its plain text, its HTML, its attachments in order. */
final class MailParts {
    @Nullable
    private String text;

    @Nullable
    private String html;

    private final List<Attached> files = new ArrayList<>();

    /** One file. */
    @SuppressWarnings("ArrayRecordComponent") // never compared: it only carries one part to the page
    record Attached(String name, byte[] content) {}

    private MailParts() {}

    static MailParts of(Part mail) {
        MailParts parts = new MailParts();
        try {
            parts.read(mail);
        } catch (MessagingException e) {
            throw new IllegalStateException("The mail's parts cannot be told apart", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The mail's parts cannot be read", e);
        }
        return parts;
    }

    private void read(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                read(several.getBodyPart(i));
            }
        } else if (part.getFileName() != null) {
            files.add(new Attached(part.getFileName(), part.getInputStream().readAllBytes()));
        } else if (part.isMimeType("text/html")) {
            html = part.getContent().toString();
        } else if (part.isMimeType("text/plain")) {
            text = part.getContent().toString();
        }
    }

    String text() {
        return text == null ? "" : text;
    }

    String html() {
        return html == null ? "" : html;
    }

    List<Attached> files() {
        return files;
    }
}
