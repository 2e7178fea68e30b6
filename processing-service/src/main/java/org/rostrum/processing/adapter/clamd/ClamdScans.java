package org.rostrum.processing.adapter.clamd;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rostrum.processing.usecase.MalwareScans;
import org.rostrum.processing.usecase.Unavailable;

/**
 * Sends a file to clamd as a stream (INSTREAM, {@code man 8 clamd}), so that clamd needs no access to our disk. One connection
 * for each file.
 */
public final class ClamdScans implements MalwareScans {

    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 1_024;
    private static final Pattern FOUND = Pattern.compile("stream: (.{1,200}) FOUND");
    private static final String TOO_LARGE = "INSTREAM size limit exceeded";

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("clamd-timeouts").daemon().unstarted(task));

    private final ClamdAddress address;
    private final Duration patience;

    /**
     * @param patience for one file, from the connection to the verdict
     */
    public ClamdScans(ClamdAddress address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    @Override
    public Verdict scan(Path file) {
        try {
            return verdict(answer(file));
        } catch (IOException cause) {
            throw new Unavailable(
                    "The malware scanner cannot be asked; check that clamd runs at " + address.text() + ".", cause);
        }
    }

    private String answer(Path file) throws IOException {
        SocketAddress place = address.resolved();
        try (SocketChannel connection = place instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open()) {
            var timeout = CLOCK.schedule(() -> closeQuietly(connection), patience.toMillis(), TimeUnit.MILLISECONDS);
            try {
                connection.connect(place);
                return converse(connection, file);
            } catch (AsynchronousCloseException late) {
                throw new IOException("clamd did not answer within " + patience, late);
            } finally {
                timeout.cancel(false);
            }
        }
    }

    private static String converse(SocketChannel connection, Path file) throws IOException {
        try (FileChannel content = FileChannel.open(file, StandardOpenOption.READ)) {
            write(connection, ByteBuffer.wrap("zINSTREAM\0".getBytes(US_ASCII)));
            ByteBuffer chunk = ByteBuffer.allocate(4 + CHUNK);
            while (content.read(chunk.position(4)) > 0) {
                chunk.putInt(0, chunk.position() - 4);
                write(connection, chunk.flip());
                chunk.clear();
            }
            write(connection, ByteBuffer.wrap(new byte[4]));
        } catch (AsynchronousCloseException late) {
            throw late;
        } catch (IOException refused) {
            // It hangs up on a stream that is too long, and says so before.
            return read(connection);
        }
        return read(connection);
    }

    private static void write(SocketChannel connection, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            connection.write(bytes);
        }
    }

    private static String read(SocketChannel connection) throws IOException {
        var answer = new ByteArrayOutputStream();
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_ANSWER);
        while (answer.size() < LONGEST_ANSWER && connection.read(bytes.clear()) >= 0) {
            answer.write(bytes.array(), 0, bytes.position());
            if (bytes.position() > 0 && bytes.get(bytes.position() - 1) == 0) {
                break;
            }
        }
        return answer.toString(UTF_8).replace("\0", "").strip();
    }

    private static Verdict verdict(String answer) throws IOException {
        if (answer.equals("stream: OK")) {
            return new Clean();
        }
        Matcher found = FOUND.matcher(answer);
        if (found.matches()) {
            return new Infected(found.group(1).replaceAll("[^A-Za-z0-9._/-]", "_"));
        }
        if (answer.startsWith(TOO_LARGE)) {
            return new TooLargeToScan();
        }
        throw new IOException("clamd answered neither OK nor FOUND");
    }

    private static void closeQuietly(SocketChannel connection) {
        try {
            connection.close();
        } catch (IOException _) {
            // Whoever waits for it is told that it is closed.
        }
    }
}
