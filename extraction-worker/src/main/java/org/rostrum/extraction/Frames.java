package org.rostrum.extraction;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/** Reads and writes the frames of the protocol. */
final class Frames {

    private static final int LARGEST_REQUEST = 64 * 1024;
    /** Text of two million characters in blocks of usual length, ten times over. */
    private static final int LARGEST_ANSWER = 24 << 20;

    private final ObjectMapper json = new ObjectMapper();
    private final DataInputStream in;
    private final DataOutputStream out;

    Frames(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = new DataOutputStream(out);
    }

    void sayReady(Confinement confinement) throws IOException {
        write(json.writeValueAsBytes(
                Map.of("protocol", 1, "network", confinement.network(), "protections", confinement.protections())));
    }

    /** The next request, or empty at the end of the input. */
    Optional<Request> next() throws IOException {
        int length;
        try {
            length = in.readInt();
        } catch (EOFException _) {
            return Optional.empty();
        }
        if (length < 0 || length > LARGEST_REQUEST) {
            throw new IOException("A request frame has up to " + LARGEST_REQUEST + " bytes, got " + length);
        }
        return Optional.of(json.readValue(in.readNBytes(length), Request.class));
    }

    /** Sends it, or the refusal instead where it is longer than the service reads. */
    void answer(Response response, Response tooLong) throws IOException {
        byte[] bytes = json.writeValueAsBytes(response);
        write(bytes.length > LARGEST_ANSWER ? json.writeValueAsBytes(tooLong) : bytes);
    }

    private void write(byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }
}
