package org.rostrum.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.stream.MimeConfig;
import org.rostrum.extraction.Response.Status;

/** Reads a mail (RFC 5322): what it says, then each of its attachments as a part. Addresses and subject are no answer. */
final class MailReader implements Reader {

    private static final int DEEPEST = 10;
    private static final int MOST_HEADERS = 1_000;
    private static final int LONGEST_HEADER = 100_000;

    private final Members members;

    MailReader(Members members) {
        this.members = members;
    }

    @Override
    public void read(Path file, Part part, Blocks blocks) throws IOException {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(new MimeConfig.Builder()
                .setMaxHeaderCount(MOST_HEADERS)
                .setMaxHeaderLen(LONGEST_HEADER)
                .setMaxLineLen(-1)
                .build());
        try (InputStream content = Files.newInputStream(file)) {
            Message message = builder.parseMessage(content);
            try {
                List<Entity> attached = new ArrayList<>();
                says(message, attached, blocks, 0);
                for (Entity each : attached) {
                    attachment(each, attached.indexOf(each) + 1, part, blocks);
                }
            } finally {
                message.dispose();
            }
        }
    }

    private static void says(Entity entity, List<Entity> attached, Blocks blocks, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new Refused(Status.UNSAFE, "parts within parts");
        }
        Body body = entity.getBody();
        if (body instanceof Multipart multipart) {
            List<Entity> parts = multipart.getBodyParts();
            boolean oneOfThem = "multipart/alternative".equalsIgnoreCase(entity.getMimeType());
            for (Entity each : oneOfThem ? best(parts) : parts) {
                says(each, attached, blocks, depth + 1);
            }
        } else if (isText(entity) && body instanceof SingleBody text) {
            text(entity, text, blocks);
        } else if (!isDecoration(entity)) {
            attached.add(entity);
        }
    }

    /** Of several forms of one text, the plain one; it is what its sender's program made of the other, too. */
    private static List<Entity> best(List<Entity> forms) {
        return forms.stream()
                .filter(form -> "text/plain".equalsIgnoreCase(form.getMimeType()))
                .findFirst()
                .or(() -> forms.stream().reduce((_, last) -> last))
                .map(List::of)
                .orElse(List.of());
    }

    private static boolean isText(Entity entity) {
        String type = String.valueOf(entity.getMimeType()).toLowerCase(Locale.ROOT);
        boolean isAttached = "attachment".equalsIgnoreCase(entity.getDispositionType()) || entity.getFilename() != null;
        return !isAttached && (type.equals("text/plain") || type.equals("text/html"));
    }

    /** A picture of a signature, and the signature of a program. */
    private static boolean isDecoration(Entity entity) {
        String type = String.valueOf(entity.getMimeType()).toLowerCase(Locale.ROOT);
        boolean isInline = "inline".equalsIgnoreCase(entity.getDispositionType())
                || entity.getHeader().getField("Content-ID") != null;
        return (type.startsWith("image/") && isInline)
                || type.startsWith("application/pgp-")
                || type.contains("pkcs7-signature");
    }

    private static void text(Entity entity, SingleBody body, Blocks blocks) throws IOException {
        byte[] bytes;
        try (InputStream content = body.getInputStream()) {
            bytes = content.readAllBytes();
        }
        String text = decoded(bytes, entity.getCharset());
        if ("text/html".equalsIgnoreCase(entity.getMimeType())) {
            HtmlReader.read(text, blocks);
        } else {
            TextReader.emit(text, blocks);
        }
    }

    private static String decoded(byte[] bytes, String charset) {
        try {
            return charset == null || charset.equalsIgnoreCase("us-ascii")
                    ? Decoding.text(bytes)
                    : new String(bytes, java.nio.charset.Charset.forName(charset));
        } catch (IllegalArgumentException _) {
            return Decoding.text(bytes);
        }
    }

    private void attachment(Entity entity, int ordinal, Part part, Blocks blocks) throws IOException {
        Body body = entity.getBody();
        if (body instanceof Message message) {
            Path file = Files.createTempFile("mail-", ".eml");
            try (var out = Files.newOutputStream(file)) {
                new DefaultMessageWriter().writeMessage(message, out);
            }
            try (InputStream content = Files.newInputStream(file)) {
                members.read(content, nameOf(entity, "message-" + ordinal + ".eml"), part, blocks);
            } finally {
                Files.deleteIfExists(file);
            }
        } else if (body instanceof SingleBody single) {
            try (InputStream content = single.getInputStream()) {
                members.read(content, nameOf(entity, "attachment-" + ordinal), part, blocks);
            }
        }
    }

    private static String nameOf(Entity entity, String otherwise) {
        String name = entity.getFilename();
        if (name == null || name.isBlank()) {
            return otherwise;
        }
        try {
            return org.apache.james.mime4j.codec.DecoderUtil.decodeEncodedWords(
                    name, org.apache.james.mime4j.codec.DecodeMonitor.SILENT);
        } catch (RuntimeException _) {
            return name;
        }
    }
}
