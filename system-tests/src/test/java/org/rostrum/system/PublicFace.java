package org.rostrum.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Everything that the public can reach of one consultation, found by following links; and what lies on the disk beside it. */
final class PublicFace {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern LINK = Pattern.compile("(?:href=\"|<loc>|\"url\":\"|rel=\"next\" href=\")([^\"<]+)");
    private static final int MOST_PAGES = 500;

    private final Map<String, String> textByAddress = new LinkedHashMap<>();

    private PublicFace() {}

    /** Follows every link from the consultation's page, its feeds and its API; each must answer 200. */
    static PublicFace of(RunningSystem system, String consultation) throws IOException {
        var face = new PublicFace();
        var base = system.publishing();
        var site = base + "/consultations/" + consultation;
        var api = base + "/api/v1/consultations/" + consultation;
        var open = new ArrayDeque<>(List.of(
                site,
                site + "/contributions",
                site + "/feed.atom",
                site + "/feed.json",
                site + "/rounds/open/compilation.json",
                base + "/",
                base + "/sitemap.xml",
                api + "/contributions",
                api + "/accounting"));
        while (!open.isEmpty()) {
            var address = open.poll();
            if (face.textByAddress.containsKey(address)) {
                continue;
            }
            var text = face.read(address);
            LINK.matcher(text)
                    .results()
                    .map(match -> URI.create(address).resolve(match.group(1).replace("&amp;", "&")))
                    .map(link -> link.toString().replaceFirst("#.*", ""))
                    .filter(link -> link.startsWith(site) || link.startsWith(api))
                    .forEach(open::add);
            assertThat(face.textByAddress).hasSizeLessThan(MOST_PAGES);
        }
        return face;
    }

    /** A document that is being made is 503 for a moment. */
    private String read(String address) throws IOException {
        var answer = await().atMost(PATIENCE).until(() -> Http.get(address), made -> made.status() != 503);
        assertThat(answer.status()).as(address).isEqualTo(200);
        var text = address.endsWith(".docx")
                ? Documents.textOfDocx(answer.bytes()) + Documents.metadataOfDocx(answer.bytes())
                : address.endsWith(".pdf")
                        ? Documents.textOfPdf(answer.bytes()) + Documents.metadataOfPdf(answer.bytes())
                        : answer.text();
        textByAddress.put(address, text + answer.header("Content-Disposition"));
        return text;
    }

    /** Addresses whose text has that word, whatever its case. */
    List<String> addressesWith(String word) {
        var wanted = word.toLowerCase(Locale.ROOT);
        return textByAddress.entrySet().stream()
                .filter(page -> page.getValue().toLowerCase(Locale.ROOT).contains(wanted))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Files of the public bucket, of every topic and of every log that hold that word, whatever its case. */
    static List<Path> filesWith(RunningSystem system, String word) throws IOException {
        var wanted = new String(word.getBytes(UTF_8), ISO_8859_1).toLowerCase(Locale.ROOT);
        var roots = List.of(
                system.state().resolve("s3").resolve("rostrum-public"),
                system.state().resolve("kafka"),
                system.state().resolve("logs"));
        var found = new java.util.ArrayList<Path>();
        for (var root : roots) {
            assertThat(root).isDirectory();
            try (var files = Files.walk(root)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    // Kafka allots its files ahead: only what is small enough to be a segment in a test is read.
                    if (Files.size(file) < 64 << 20
                            && new String(Files.readAllBytes(file), ISO_8859_1)
                                    .toLowerCase(Locale.ROOT)
                                    .contains(wanted)) {
                        found.add(file);
                    }
                }
            }
        }
        return found;
    }
}
