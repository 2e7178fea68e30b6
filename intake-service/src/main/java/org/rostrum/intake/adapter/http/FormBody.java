package org.rostrum.intake.adapter.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.common.headers.HeaderUtil;
import org.jboss.resteasy.reactive.common.util.CaseInsensitiveMap;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;
import org.jspecify.annotations.Nullable;
import org.rostrum.intake.domain.OfferedFile;
import org.rostrum.intake.usecase.Attachments.Upload;
import org.rostrum.platform.problem.Problem;

/**
 * The web form as a browser posts it, read to its end whatever its size: texts and files go to the disk as they arrive. Then
 * as much text is taken into memory as there is room for; what is left over is handed out as a file, so that nothing that
 * somebody typed is thrown away.
 */
final class FormBody implements AutoCloseable {
    /** What is too large for the form, as a file in the draft. */
    static final String OVERFLOW_NAME = "long-answers.txt";

    private static final int SMALL = 4 * 1024;
    private static final int MOST_PARTS = 2_000;
    private static final Logger LOG = Logger.getLogger(FormBody.class);

    private final Path folder;
    private final Map<String, List<String>> texts = new HashMap<>();
    private final List<Upload> files = new ArrayList<>();
    private final List<Text> spooled = new ArrayList<>();

    private record Text(String name, long from, long size) {}

    private FormBody(Path folder) {
        this.folder = folder;
    }

    /** Throws {@link Malformed} for what is no form. */
    static FormBody read(InputStream body, @Nullable String contentType, BodiesInMemory.Room room) throws IOException {
        var form = new FormBody(Files.createTempDirectory("form"));
        try {
            form.spool(body, boundary(contentType));
            form.load(room);
            return form;
        } catch (IOException | RuntimeException e) {
            form.close();
            throw e;
        }
    }

    /** What was sent is not what a browser makes of a form. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    static Problem malformed() {
        return Problem.of(400, "wrong-parts", "This is no form as a browser sends it")
                .kept("Nothing was kept.")
                .next("Open the form again and send it from there.");
    }

    private static byte[] boundary(@Nullable String contentType) {
        var boundary = contentType == null ? null : HeaderUtil.extractQuotedValueFromHeader(contentType, "boundary");
        if (boundary == null) {
            throw new Malformed("no boundary");
        }
        return boundary.getBytes(StandardCharsets.US_ASCII);
    }

    private Path spoolFile() {
        return folder.resolve("texts");
    }

    private void spool(InputStream body, byte[] boundary) throws IOException {
        try (var reader = new Reader()) {
            var parser = MultipartParser.beginParse(reader, boundary, StandardCharsets.UTF_8.name());
            byte[] buffer = new byte[16 * 1024];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                parser.parse(ByteBuffer.wrap(buffer, 0, read));
            }
            if (!parser.isComplete()) {
                throw new Malformed("the form is cut short");
            }
        }
    }

    /** Where each part goes. */
    private final class Reader implements MultipartParser.PartHandler, AutoCloseable {
        private final OutputStream texts = new java.io.BufferedOutputStream(Files.newOutputStream(spoolFile()));
        private long written;
        private long begun;
        private int parts;
        private String name = "";
        private @Nullable OutputStream file;
        private @Nullable OfferedFile offered;
        private long size;

        Reader() throws IOException {}

        @Override
        public void beginPart(CaseInsensitiveMap<String> headers) {
            if (++parts > MOST_PARTS) {
                throw new Malformed("too many parts");
            }
            var disposition =
                    Optional.ofNullable(headers.getFirst("Content-Disposition")).orElse("");
            name = Optional.ofNullable(HeaderUtil.extractQuotedValueFromHeader(disposition, "name"))
                    .orElse("");
            var fileName = HeaderUtil.extractQuotedValueFromHeaderWithEncoding(disposition, "filename");
            begun = written;
            size = 0;
            if (fileName != null) {
                var type = Optional.ofNullable(headers.getFirst("Content-Type")).orElse("application/octet-stream");
                offered = new OfferedFile(fileName, type, 0);
                file = open(folder.resolve("file" + parts));
            }
        }

        private static OutputStream open(Path path) {
            try {
                return new java.io.BufferedOutputStream(Files.newOutputStream(path));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void data(ByteBuffer buffer) throws IOException {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            size += bytes.length;
            if (file != null) {
                file.write(bytes);
            } else {
                texts.write(bytes);
                written += bytes.length;
            }
        }

        @Override
        public void endPart() {
            try {
                end();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void end() throws IOException {
            if (file == null || offered == null) {
                spooled.add(new Text(name, begun, written - begun));
                return;
            }
            file.close();
            file = null;
            boolean leftEmpty = offered.fileName().isBlank() && size == 0;
            if (!leftEmpty) {
                var title = offered.fileName().isBlank() ? "attachment" : offered.fileName();
                files.add(SeenFile.of(title, offered.mediaType(), size, folder.resolve("file" + parts)));
            }
        }

        @Override
        public void close() throws IOException {
            texts.close();
            if (file != null) {
                file.close();
            }
        }
    }

    /** Short fields first: they say what the form is about. Long ones as far as there is room, then to a file. */
    private void load(BodiesInMemory.Room room) throws IOException {
        room.enter(spooled.stream().mapToLong(Text::size).sum());
        try (var spool = new RandomAccessFile(spoolFile().toFile(), "r");
                var rest = new Rest()) {
            long left = room.limit();
            for (var text : inOrderOfNeed()) {
                if (text.size() <= left) {
                    left -= text.size();
                    texts.computeIfAbsent(text.name(), name -> new ArrayList<>())
                            .add(read(spool, text));
                } else {
                    rest.add(spool, text);
                }
            }
        }
    }

    private List<Text> inOrderOfNeed() {
        var order = new ArrayList<Text>();
        spooled.stream().filter(text -> text.size() <= SMALL).forEach(order::add);
        spooled.stream().filter(text -> text.size() > SMALL).forEach(order::add);
        return order;
    }

    private static String read(RandomAccessFile spool, Text text) throws IOException {
        byte[] bytes = new byte[(int) text.size()];
        spool.seek(text.from());
        spool.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Written only if something is left over. */
    private final class Rest implements AutoCloseable {
        private @Nullable OutputStream out;

        void add(RandomAccessFile spool, Text text) throws IOException {
            if (out == null) {
                out = new java.io.BufferedOutputStream(Files.newOutputStream(path()));
            }
            out.write((text.name().replaceFirst("^answer\\.", "") + "\n\n").getBytes(StandardCharsets.UTF_8));
            spool.seek(text.from());
            byte[] buffer = new byte[64 * 1024];
            for (long left = text.size(); left > 0; ) {
                int read = spool.read(buffer, 0, (int) Math.min(buffer.length, left));
                out.write(buffer, 0, read);
                left -= read;
            }
            out.write("\n\n".getBytes(StandardCharsets.UTF_8));
        }

        private Path path() {
            return folder.resolve("rest");
        }

        @Override
        public void close() throws IOException {
            if (out != null) {
                out.close();
                var file = new OfferedFile(OVERFLOW_NAME, "text/plain; charset=utf-8", Files.size(path()));
                files.add(new Upload(file, path()));
                overflowed = true;
            }
        }
    }

    private boolean overflowed;

    /** Whether some text is among the files. */
    boolean hasOverflowed() {
        return overflowed;
    }

    @Nullable
    String text(String name) {
        var given = texts.get(name);
        return given == null ? null : given.getFirst();
    }

    String textOr(String name, String absent) {
        return Optional.ofNullable(text(name)).orElse(absent);
    }

    /** Every text of that name. */
    List<String> texts(String name) {
        return List.copyOf(texts.getOrDefault(name, List.of()));
    }

    List<Upload> files() {
        return List.copyOf(files);
    }

    @Override
    public void close() {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.warnf("Temporary files of a form cannot be removed; reason=%s", e.getMessage());
        }
    }
}
