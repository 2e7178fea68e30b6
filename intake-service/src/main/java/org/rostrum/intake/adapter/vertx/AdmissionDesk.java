package org.rostrum.intake.adapter.vertx;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rostrum.intake.IntakeConfig;
import org.rostrum.intake.domain.admission.Capacity;
import org.rostrum.intake.domain.admission.ClientRates;
import org.rostrum.intake.domain.admission.Penalties;
import org.rostrum.intake.domain.admission.Places;
import org.rostrum.intake.domain.admission.Rate;
import org.rostrum.intake.domain.admission.RecentKeys;
import org.rostrum.intake.domain.admission.Room;
import org.rostrum.intake.domain.admission.Together;

/**
 * Everything that admission remembers, in bounded memory, as the operator has set it. A singleton and not application scoped:
 * its fields are read, and a proxy has none.
 */
@Singleton
class AdmissionDesk {
    private static final int KEYS = 1 << 17;
    private static final int GUESSES_AT_ONCE = 4;
    /** A quarter of a heap of 256 MB. */
    private static final long BODIES = 64L * 1024 * 1024;

    final Places sending;
    final Places reading;
    final Places uploads;
    final ClientRates sendingRates;
    final ClientRates readingRates;
    final ClientRates accountRates;
    final ClientRates beginningRates;
    final Together underWay;
    final Together uploading;
    final Together guessing = new Together(GUESSES_AT_ONCE);
    final Room bodies = new Room(BODIES);
    final Penalties penalties;
    final RecentKeys keys = new RecentKeys(KEYS, new SecureRandom().nextLong());
    final KnownAccounts accounts = new KnownAccounts();
    final AdmissionCounts counts = new AdmissionCounts();
    final ClientAddresses addresses;
    final String proxyHeader;
    private final IntakeConfig.Admission config;

    AdmissionDesk(IntakeConfig all) {
        this.config = all.admission();
        int places = config.places().orElse(Runtime.getRuntime().availableProcessors() * config.placesPerProcessor());
        this.sending = new Places(capacity(places, config.reservedPlaces()));
        this.reading = new Places(capacity(config.readers(), 1));
        this.uploads = new Places(capacity(config.uploads(), 1));
        int clients = config.clientsRemembered();
        this.sendingRates = rates(config.sendingsPerSecond(), config.sendingsAtOnce(), clients);
        this.readingRates = rates(config.readingsPerSecond(), config.readingsAtOnce(), clients);
        this.accountRates = rates(config.accountRequestsPerSecond(), config.accountRequestsAtOnce(), clients);
        this.beginningRates = rates(config.uploadsBegunPerSecond(), config.uploadsBegunAtOnce(), clients);
        this.underWay = new Together(config.requestsUnderWay());
        this.uploading = new Together(config.uploadsUnderWay());
        this.penalties = new Penalties(clients);
        this.proxyHeader = config.proxyHeader();
        this.addresses = new ClientAddresses(
                Network.parse(config.trustedProxies().orElse(List.of())),
                Network.parse(config.uncounted().orElse(List.of())),
                proxyHeader);
    }

    boolean isOpen() {
        return config.enabled();
    }

    private Capacity capacity(int places, int reserved) {
        int ordinary = Math.max(1, places - reserved);
        int perLane = Math.max(1, ordinary * config.consultationPercent() / 100);
        return new Capacity(ordinary + reserved, reserved, perLane, config.waitingPerConsultation(), config.waiting());
    }

    private static ClientRates rates(double perSecond, int burst, int clients) {
        return new ClientRates(new Rate(perSecond, burst), clients);
    }

    Places places(Asked.Kind kind) {
        return switch (kind) {
            case READING, FREE -> reading;
            case SENDING, FINISHING -> sending;
            case UPLOAD -> uploads;
        };
    }

    /** How long one of that kind waits: people with a form would rather wait than come back. */
    Duration patience(Asked.Kind kind) {
        return kind == Asked.Kind.SENDING ? config.waitingTime() : config.waitingTimeOfPeople();
    }

    /** Takes one of what the client may ask for; how long until there is one, if there is none. */
    Optional<Duration> take(Asked asked, String client, boolean isAccount, long now) {
        if (isAccount) {
            return accountRates.take(client, now);
        }
        var rates = asked.kind() == Asked.Kind.READING
                ? readingRates
                : asked.beginsUpload() ? beginningRates : sendingRates;
        return rates.take(client, now);
    }
}
