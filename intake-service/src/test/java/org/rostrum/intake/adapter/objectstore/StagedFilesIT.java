package org.rostrum.intake.adapter.objectstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.intake.usecase.StagedFiles;
import org.rostrum.intake.usecase.StagedFiles.Announced;
import org.rostrum.intake.usecase.StagedFiles.FileId;
import org.rostrum.intake.usecase.StagedFiles.Invitation;
import org.rostrum.intake.usecase.StagedFiles.Owner;
import org.rostrum.intake.usecase.StagedFiles.Place;
import org.rostrum.intake.usecase.StagedFiles.Staged;
import org.rostrum.platform.objectstore.ObjectStoreConfig;
import org.rostrum.platform.objectstore.PresignedPuts;
import org.rostrum.platform.objectstore.S3ObjectStore;
import org.rostrum.platform.objectstore.Sha256;
import org.rostrum.stack.EmbeddedStack;
import org.rostrum.stack.Part;

/** Files that clients put into the embedded stack's real store, with intake's own keys. */
class StagedFilesIT {
    private static final int SIZE = 50 * 1024 * 1024;
    private static final Place PLACE = new Place(new Owner("the-owner-of-files"), new FileId("0".repeat(32)));

    static EmbeddedStack stack;
    static S3ObjectStore store;
    static StagedFiles files;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        stack = EmbeddedStack.start(Path.of("target/stack-of-staged-files"), Part.S3);
        var environment = stack.environment(Part.INTAKE);
        var config = new ObjectStoreConfig(
                URI.create(stack.s3()),
                Objects.requireNonNull(environment.get("ROSTRUM_S3_ACCESS_KEY")),
                Objects.requireNonNull(environment.get("ROSTRUM_S3_SECRET_KEY")),
                "us-east-1",
                "rostrum-intake");
        store = new S3ObjectStore(config);
        files = new ObjectStoreStagedFiles(
                store, "rostrum-intake", new PresignedPuts(config, config.endpoint()), new SecureRandom());
    }

    @AfterAll
    static void stop() {
        store.close();
        stack.close();
    }

    @Test
    void fifty_megabytes_are_claimed_as_they_were_when_they_were_finished() throws Exception {
        var study = random(1);
        var other = random(2);
        files.remove(PLACE);
        var invitation = files.begin(
                PLACE, new Announced("study.pdf", "application/pdf", SIZE, null), Instant.now(), Duration.ofMinutes(5));
        assertThat(put(invitation, study)).isEqualTo(200);

        var begun = System.nanoTime();
        var staged = ((Staged) files.finish(PLACE)).file();
        System.out.printf("finishing 50 MB: %d ms%n", (System.nanoTime() - begun) / 1_000_000);
        assertThat(put(invitation, other)).as("the address is still valid").isEqualTo(200);

        assertThat(files.finish(PLACE)).isEqualTo(new Staged(staged));
        var submission = new SubmissionId("1-" + "0".repeat(32));
        var claimed = files.claim(staged, submission, 1, 1).orElseThrow();
        assertThat(claimed.sha256()).isEqualTo(Sha256.of(study).hex());
        store.download(claimed.key(), folder.resolve("copy"), claimed.sha256());
    }

    private static int put(Invitation invitation, Path file) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(invitation.url())
                .header("Content-Type", "application/pdf")
                .PUT(BodyPublishers.ofFile(file));
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }

    private Path random(int seed) throws IOException {
        byte[] bytes = new byte[SIZE];
        new Random(seed).nextBytes(bytes);
        return Files.write(folder.resolve("random-" + seed), bytes);
    }
}
