package org.rostrum.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.rostrum.stack.state.Endpoints;
import org.rostrum.stack.state.StateFolder;
import org.rostrum.stack.verify.PublishedKeys;
import org.rostrum.stack.verify.Unverifiable;
import org.rostrum.stack.verify.VerifyReceipt;
import org.rostrum.stack.verify.VerifyReceipt.Finding;
import org.rostrum.stack.verify.VerifyReceipt.Given;

/** The verb that checks a receipt: exit code 0 if all is right, 1 if something is wrong, 2 if it could not be checked. */
final class Verifying {
    private static final int WRONG = 1;
    private static final int UNVERIFIABLE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final StateFolder state;
    private final Progress progress;

    Verifying(StateFolder state, Progress progress) {
        this.state = state;
        this.progress = progress;
    }

    void verify(CommandLine.Verify asked) {
        List<Finding> findings;
        try {
            findings = VerifyReceipt.verify(
                    text(asked.receipt()), keys(asked), given(asked.manifests()), given(asked.attachments()));
        } catch (Unverifiable e) {
            throw new StackFailure(UNVERIFIABLE, "Not checked. " + e.getMessage());
        }
        findings.forEach(finding -> progress.say((finding.right() ? " ✓ " : " ✗ ") + finding.sentence()));
        if (!VerifyReceipt.isRight(findings)) {
            throw new StackFailure(WRONG, "The receipt does not prove what it says.");
        }
    }

    private PublishedKeys keys(CommandLine.Verify asked) {
        if (asked.key() != null) {
            return PublishedKeys.read(text(asked.key()));
        }
        return PublishedKeys.read(fetched(asked.url() == null ? intake() : asked.url()));
    }

    /** Never the address on the receipt: whoever forges a receipt may print an address of their own. */
    private String intake() {
        try {
            return Endpoints.read(state).url(Part.INTAKE);
        } catch (StackFailure e) {
            throw new Unverifiable(
                    "Give the published key with --key FILE, or the organiser's address with --url URL.", e);
        }
    }

    private static String fetched(String url) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url.replaceAll("/+$", "") + "/api/v1/receipt-key"))
                    .timeout(PATIENCE)
                    .build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 200) {
                return response.body();
            }
            throw new Unverifiable("The key could not be fetched: " + url + " answered " + response.statusCode() + ".");
        } catch (IOException | IllegalArgumentException e) {
            throw new Unverifiable("The key could not be fetched: " + url + " does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unverifiable("The key could not be fetched: interrupted.", e);
        }
    }

    private static List<Given> given(List<Path> files) {
        return files.stream()
                .map(file -> Given.of(file.toString(), bytes(file)))
                .toList();
    }

    private static String text(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Unverifiable("The file " + file + " cannot be read.", e);
        }
    }
}
