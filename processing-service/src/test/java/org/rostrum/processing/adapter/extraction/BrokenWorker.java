package org.rostrum.processing.adapter.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A worker that does to itself what the file's text says: hang, mark-and-hang FILE, exhaust, crash, crash-once FILE, babble,
 * spend, litter; anything else is read.
 */
public final class BrokenWorker {

    private static final ObjectMapper JSON = new ObjectMapper();

    private BrokenWorker() {}

    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(System.in);
        DataOutputStream out = new DataOutputStream(System.out);
        write(out, "{\"protocol\":1}");
        while (true) {
            JsonNode request = JSON.readTree(in.readNBytes(in.readInt()));
            Path file = Path.of(request.get("file").asText());
            Path folder = Objects.requireNonNull(file.getParent());
            String[] words = Files.readString(file).split(" ", -1);
            String deed = words[0];
            doAsToldBy(deed, Path.of(words.length > 1 ? words[1] : ""), folder, out);
            write(
                    out,
                    "{\"status\":\"ok\",\"mediaType\":\"text/plain\",\"detail\":\"\",\"warnings\":[],\"last\":false,"
                            + "\"blocks\":[{\"kind\":\"paragraph\",\"level\":0,\"text\":\"" + deed
                            + " " + ProcessHandle.current().pid() + " " + count(folder) + " "
                            + System.getenv().keySet() + "\",\"page\":0}]}");
        }
    }

    private static long count(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.count();
        }
    }

    private static void doAsToldBy(String deed, Path begun, Path folder, DataOutputStream out) throws IOException {
        switch (deed) {
            case "hang" -> spin();
            case "mark-and-hang" -> {
                Files.createFile(begun);
                spin();
            }
            case "crash-once" -> {
                if (Files.notExists(begun)) {
                    Files.createFile(begun);
                    Runtime.getRuntime().halt(134);
                }
            }
            case "exhaust" -> fill();
            case "spend" -> Runtime.getRuntime().halt(5);
            case "litter" ->
                Files.writeString(Files.createDirectory(folder.resolve("left")).resolve("behind"), "x");
            case "crash" -> Runtime.getRuntime().halt(134);
            case "babble" -> out.writeInt(Integer.MAX_VALUE);
            default -> {}
        }
    }

    private static void spin() {
        long turns = 0;
        while (turns >= 0) {
            turns = (turns + 1) & Long.MAX_VALUE;
        }
    }

    private static void fill() {
        Object[] held = {};
        while (true) {
            held = new Object[] {held, new byte[1 << 20]};
        }
    }

    private static void write(DataOutputStream out, String json) throws IOException {
        byte[] bytes = json.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }
}
