package org.rostrum.intake.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.common.headers.HeaderUtil;
import org.jboss.resteasy.reactive.common.util.CaseInsensitiveMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;
import org.rostrum.intake.domain.Limits;
import org.rostrum.platform.problem.Problem;
import org.rostrum.platform.problem.ProblemException;

/**
 * How much of the bodies being received lies in memory: everything but files, which go to the disk as they arrive. A small
 * body passes freely; a large one needs one of few places, or its sender is told to come back; none may be larger than
 * {@link Limits#textsBytes}. So neither one request nor many can fill the heap.
 */
@ApplicationScoped
class BodiesInMemory {
    /** Less than quarkus.http.limits.max-parameters, beyond which Quarkus fails without a word. */
    private static final int MOST_PARTS = 400;

    /** RFC 2046, 5.1.1. */
    private static final int LONGEST_BOUNDARY = 70;

    private static final int FREE = 256 * 1024;
    private static final int PLACES = 3;
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final Pattern STREAMED = Pattern.compile(
            "PUT /api/v1/.*/uploads/[^/]+|POST /api/v1/.*/submissions/batches|POST .*/(?:respond|amend)");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ROOM = Room.class.getName();

    private final Semaphore places = new Semaphore(PLACES);
    private final Limits limits;

    BodiesInMemory(Limits limits) {
        this.limits = limits;
    }

    @ServerRequestFilter
    void watch(ResteasyReactiveContainerRequestContext request) {
        if (!request.hasEntity() || isStreamed(request)) {
            return;
        }
        var room = new Room(places, limits.textsBytes());
        request.setProperty(ROOM, room);
        request.getServerRequestContext().registerCompletionCallback(end -> room.leave());
        request.setEntityStream(new Watched(request.getEntityStream(), meter(request, room)));
    }

    /** What is read piece by piece has bounds of its own. */
    private static boolean isStreamed(ContainerRequestContext request) {
        return STREAMED.matcher(request.getMethod() + " " + request.getUriInfo().getPath())
                .matches();
    }

    /** A room for something that lies on the disk already; to be left by the caller. */
    Room room() {
        return new Room(places, limits.textsBytes());
    }

    /** The room of the request that is being answered. */
    static Room room(ContainerRequestContext request) {
        if (request.getProperty(ROOM) instanceof Room room) {
            return room;
        }
        throw new IllegalStateException("every request with a body has its room");
    }

    private Meter meter(ContainerRequestContext request, Room room) {
        var boundary = boundary(request.getHeaderString(HttpHeaders.CONTENT_TYPE));
        return boundary == null
                ? (bytes, from, count) -> room.take(count)
                : new PartsMeter(
                        boundary, room, isOfApi(request) ? Optional.of(new SpoolLimits(limits)) : Optional.empty());
    }

    /** Null for what is no form. HeaderUtil fails on a boundary without a character. */
    private static @Nullable String boundary(@Nullable String type) {
        if (type == null || !type.startsWith("multipart/form-data")) {
            return null;
        }
        var boundary = type.endsWith("=") ? "" : HeaderUtil.extractQuotedValueFromHeader(type, "boundary");
        if (boundary == null || boundary.isBlank() || boundary.length() > LONGEST_BOUNDARY) {
            throw malformed().asException();
        }
        return boundary;
    }

    /** People with a form are shown it again with their text and every fault; for that it must be read to its end. */
    private static boolean isOfApi(ContainerRequestContext request) {
        return request.getUriInfo().getPath().startsWith("/api/");
    }

    /** What one request holds. */
    static final class Room {
        private final Semaphore places;
        private final long limit;
        private long taken;
        private boolean hasPlace;

        Room(Semaphore places, long limit) {
            this.places = places;
            this.limit = limit;
        }

        /** Bytes of text that one request may hold. */
        long limit() {
            return limit;
        }

        /** Throws a {@link org.rostrum.platform.problem.ProblemException}: 413 beyond the limit, 503 without a place. */
        synchronized void take(long bytes) {
            taken += bytes;
            if (taken > limit) {
                throw tooLarge(limit).asException();
            }
            if (taken > FREE && !hasPlace) {
                hasPlace = places.tryAcquire();
                requirePlace();
            }
        }

        /** As {@link #take} for what can wait, because it lies on the disk and no slow sender holds a place. */
        synchronized void enter(long bytes) {
            taken += Math.min(bytes, limit);
            if (taken > FREE && !hasPlace) {
                hasPlace = awaitPlace();
                requirePlace();
            }
        }

        private boolean awaitPlace() {
            try {
                return places.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private void requirePlace() {
            if (!hasPlace) {
                throw busy().asException().retryAfter(WAIT);
            }
        }

        synchronized void leave() {
            if (hasPlace) {
                hasPlace = false;
                places.release();
            }
        }
    }

    private static Problem tooLarge(long limit) {
        return Problem.of(413, "too-large", "The texts are too large together")
                .detail("At most %s of text are taken, files not counted.".formatted(Words.size(limit)))
                .kept("Nothing was kept.")
                .next("Send long texts as attachments (multipart/form-data).");
    }

    private static Problem busy() {
        return Problem.of(503, "busy", "Too many long texts are being received just now")
                .kept("Nothing was kept.")
                .next("Send the same again in a few seconds, with the same Idempotency-Key: that is safe.");
    }

    private static Problem malformed() {
        return Problem.of(400, "wrong-parts", "The form is not understandable")
                .detail("A part, or a header of one, breaks the rules of multipart/form-data (RFC 7578).")
                .kept("Nothing was kept.")
                .next("Let a library write the form, for example curl -F.");
    }

    private static Problem tooManyParts() {
        return Problem.of(413, "too-many-parts", "The form has too many parts")
                .detail("At most %d are read.".formatted(MOST_PARTS))
                .kept("Nothing was kept.")
                .next(
                        "Send the submission in one part and each attachment in one; the API's description is at /openapi.");
    }

    private interface Meter {
        void read(byte[] bytes, int from, int count) throws IOException;

        default void end() {}
    }

    /** Counts with the parser that will read the same bytes, so that the two cannot disagree about what is a file. */
    private static final class PartsMeter implements Meter, MultipartParser.PartHandler {
        private final MultipartParser.ParseState parser;
        private final Room room;
        private final Optional<SpoolLimits> spool;
        private boolean isFile;
        private boolean isAttachment;
        private int ofFiles;
        private long ofTexts;
        private int parts;

        PartsMeter(String boundary, Room room, Optional<SpoolLimits> spool) {
            this.parser = MultipartParser.beginParse(
                    this, boundary.getBytes(StandardCharsets.US_ASCII), StandardCharsets.UTF_8.name());
            this.room = room;
            this.spool = spool;
        }

        @Override
        public void read(byte[] bytes, int from, int count) throws IOException {
            ofFiles = 0;
            parse(ByteBuffer.wrap(bytes, from, count));
            room.take(Math.max(0, count - ofFiles));
        }

        /** The whole body is here, and the boundary that ends it is not. */
        @Override
        public void end() {
            if (!parser.isComplete()) {
                throw malformed().asException();
            }
        }

        /** The parser says by exceptions that it keeps to itself that this is no multipart body. */
        private void parse(ByteBuffer bytes) throws IOException {
            try {
                parser.parse(bytes);
            } catch (ProblemException e) {
                throw e;
            } catch (RuntimeException e) {
                throw malformed().asException();
            }
        }

        @Override
        public void beginPart(CaseInsensitiveMap<String> headers) {
            if (++parts > MOST_PARTS) {
                throw tooManyParts().asException();
            }
            var disposition = headers.getFirst(HttpHeaders.CONTENT_DISPOSITION);
            isFile = disposition != null
                    && disposition.startsWith("form-data")
                    && HeaderUtil.extractQuotedValueFromHeaderWithEncoding(disposition, "filename") != null;
            isAttachment = isFile
                    && "attachment".equals(HeaderUtil.extractQuotedValueFromHeaderWithEncoding(disposition, "name"));
            if (isAttachment) {
                spool.ifPresent(SpoolLimits::beginFile);
            }
        }

        @Override
        public void data(ByteBuffer buffer) {
            if (isFile) {
                ofFiles += buffer.remaining();
                int count = buffer.remaining();
                spool.ifPresent(limited -> spool(limited, count));
            }
            buffer.position(buffer.limit());
        }

        /** A text sent as a file may be as large as a text. */
        private void spool(SpoolLimits limited, int count) {
            if (isAttachment) {
                limited.take(count);
                return;
            }
            ofTexts += count;
            if (ofTexts > room.limit()) {
                throw tooLarge(room.limit()).asException();
            }
        }

        @Override
        public void endPart() {
            isFile = false;
        }
    }

    private static final class Watched extends InputStream {
        private final InputStream body;
        private final Meter meter;

        Watched(InputStream body, Meter meter) {
            this.body = body;
            this.meter = meter;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            int read = body.read(bytes, from, count);
            if (read > 0) {
                meter.read(bytes, from, read);
            } else if (read < 0) {
                meter.end();
            }
            return read;
        }

        @Override
        public int available() throws IOException {
            return body.available();
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
