package org.rostrum.system.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.rostrum.contracts.Channel;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.RoundId;
import org.rostrum.intake.domain.IdempotencyKey;
import org.rostrum.intake.domain.OfferedFile;
import org.rostrum.intake.domain.Sender;
import org.rostrum.intake.domain.SubmissionDraft;
import org.rostrum.intake.usecase.Attachments.Upload;
import org.rostrum.intake.usecase.ReceiveSubmission;
import org.rostrum.intake.usecase.ReceiveSubmission.Acknowledged;
import org.rostrum.intake.usecase.ReceiveSubmission.Refused;
import org.rostrum.intake.usecase.TryAgainLater;

/**
 * Intake's use cases behind a small HTTP front, with one bug planted: a process of its own, so that it can be killed. Takes
 * the port, the {@link Plant}, and intake's environment.
 */
final class PlantedIntake {
    private final Plant plant;
    private final PlantedWiring wiring;
    private final ReceiveSubmission receive;

    private PlantedIntake(Plant plant, PlantedWiring wiring) {
        this.plant = plant;
        this.wiring = wiring;
        this.receive = wiring.receive();
    }

    /** Serves until it is killed. */
    public static void main(String[] arguments) throws IOException {
        var plant = Plant.valueOf(arguments[1]);
        var intake = new PlantedIntake(plant, new PlantedWiring(plant, System.getenv()));
        var server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", intake::handle);
        intake.reconcile();
        server.start();
    }

    private void reconcile() {
        if (plant.reconciles()) {
            var reconcile = wiring.reconcile();
            reconcile.compareAll();
            var _ = Executors.newSingleThreadScheduledExecutor(
                            task -> Thread.ofPlatform().daemon().unstarted(task))
                    .scheduleWithFixedDelay(reconcile::retryUnconfirmed, 1, 1, TimeUnit.SECONDS);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            var body = new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1);
            switch (receive.receive(sending(key, body))) {
                case Acknowledged done -> reply(exchange, done.repeated() ? 200 : 201, receipt(done));
                case Refused refused ->
                    reply(exchange, 422, refused.reason().toString().getBytes(UTF_8));
            }
        } catch (TryAgainLater later) {
            reply(exchange, 503, later.kept().toString().getBytes(UTF_8));
        }
    }

    private byte[] receipt(Acknowledged done) throws IOException {
        var bytes = Json.writeCanonical(done.receipt());
        if (plant != Plant.NEW_INSTANT_ON_REPLAY || !done.repeated()) {
            return bytes;
        }
        var receipt = (ObjectNode) Json.mapper().readTree(bytes);
        return Json.mapper()
                .writeValueAsBytes(receipt.put("receivedAt", Instant.now().toString()));
    }

    private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private ReceiveSubmission.Sending sending(String key, String body) throws IOException {
        var parts = parts(body);
        var text = Json.mapper()
                .readTree(parts.getFirst().getBytes(ISO_8859_1))
                .at("/answers/0/text")
                .asText();
        var draft = new SubmissionDraft(
                null,
                SubmissionDraft.Person.NOBODY,
                null,
                "en",
                null,
                List.of(new SubmissionDraft.Box("2.e", text)),
                null,
                "public",
                true);
        return new ReceiveSubmission.Sending(
                new ConsultationId(Courier.CONSULTATION),
                new RoundId(Courier.ROUND),
                new IdempotencyKey(key),
                draft,
                List.of(),
                uploads(parts.subList(1, parts.size())),
                Sender.ANYONE,
                Channel.API,
                plant.clock().instant());
    }

    /** The contents of the parts of a form as {@link Sending} writes it; of a plain JSON body, that body. */
    private static List<String> parts(String body) {
        if (!body.startsWith("--")) {
            return List.of(body);
        }
        var parts = new ArrayList<String>();
        for (var part : body.split("--" + Courier.BOUNDARY, -1)) {
            int begin = part.indexOf("\r\n\r\n");
            if (begin > 0) {
                parts.add(part.substring(begin + 4, part.length() - 2));
            }
        }
        return parts;
    }

    private static List<Upload> uploads(List<String> contents) throws IOException {
        var uploads = new ArrayList<Upload>();
        for (var content : contents) {
            var file = Files.createTempFile("planted", ".txt");
            file.toFile().deleteOnExit();
            Files.write(file, content.getBytes(ISO_8859_1));
            uploads.add(new Upload(new OfferedFile("paper.txt", "text/plain", content.length()), file));
        }
        return uploads;
    }
}
