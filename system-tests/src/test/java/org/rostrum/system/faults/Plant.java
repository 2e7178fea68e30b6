package org.rostrum.system.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.intake.usecase.EventLog;
import org.rostrum.intake.usecase.Identities;
import org.rostrum.platform.objectstore.ObjectStore;

/** A bug, planted around intake's own use cases where intake meets the world. */
enum Plant {
    /** None: intake as it is. */
    HEALTHY,
    /** The receipt goes out while the manifest is still to be written. */
    ACK_BEFORE_MANIFEST,
    /** The receipt goes out while the record is still to be produced; nobody reconciles. */
    ACK_BEFORE_RECORD,
    /** One replica's word is enough, it loses its tail, and nobody reconciles. */
    ACKS_ONE,
    /** Every request gets a submission of its own. */
    RANDOM_IDS,
    /** A repetition's receipt tells the time of the repetition. */
    NEW_INSTANT_ON_REPLAY,
    /** The manifest is written whether one is there or not. */
    MANIFEST_OVERWRITTEN,
    /** Attachments are hashed and forgotten. */
    ATTACHMENT_NOT_STORED,
    /** Attachments lose their end. */
    ATTACHMENT_CUT,
    /** Every record is produced twice, as two facts. */
    RECORD_TWICE,
    /** Any body passes for a repetition. */
    ANY_BODY_IS_THE_SAME,
    /** The time on the receipt is not the server's. */
    WRONG_CLOCK;

    private static final Duration LATER = Duration.ofSeconds(20);

    boolean reconciles() {
        return this != ACK_BEFORE_RECORD && this != ACKS_ONE;
    }

    String acks() {
        return this == ACKS_ONE ? "1" : "all";
    }

    Clock clock() {
        return this == WRONG_CLOCK ? Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)) : Clock.systemUTC();
    }

    /** The store as the use cases see it. */
    ObjectStore in(ObjectStore store) {
        return around(ObjectStore.class, (_, method, arguments) -> {
            boolean creates = method.getName().equals("createIfAbsent");
            boolean takesFile = method.getName().equals("put") && arguments[1] instanceof Path;
            if (creates && this == ACK_BEFORE_MANIFEST) {
                var _ = CompletableFuture.runAsync(() -> onward(store, method, arguments), later());
                return true;
            }
            if (creates && this == MANIFEST_OVERWRITTEN) {
                store.put((String) arguments[0], (byte[]) arguments[1], (String) arguments[2]);
                return true;
            }
            if (takesFile && this == ATTACHMENT_CUT) {
                store.put((String) arguments[0], "Half of".getBytes(UTF_8), "text/plain");
                return null;
            }
            return takesFile && this == ATTACHMENT_NOT_STORED ? null : onward(store, method, arguments);
        });
    }

    Identities in(Identities identities) {
        return around(Identities.class, (_, method, arguments) -> {
            if (this == RANDOM_IDS && method.getName().equals("submission")) {
                return new SubmissionId("1-" + random());
            }
            return this == ANY_BODY_IS_THE_SAME && method.getName().equals("requestDigest")
                    ? "0".repeat(64)
                    : onward(identities, method, arguments);
        });
    }

    private static String random() {
        var id = UUID.randomUUID();
        return HexFormat.of().toHexDigits(id.getMostSignificantBits())
                + HexFormat.of().toHexDigits(id.getLeastSignificantBits());
    }

    EventLog in(EventLog log) {
        return switch (this) {
            case ACK_BEFORE_RECORD ->
                (id, time, event) -> {
                    var _ = CompletableFuture.runAsync(() -> log.append(id, time, event), later());
                };
            case RECORD_TWICE ->
                (id, time, event) -> {
                    log.append(id, time, event);
                    log.append(id + "-again", time, event);
                };
            default -> log;
        };
    }

    private static Executor later() {
        return CompletableFuture.delayedExecutor(LATER.toSeconds(), TimeUnit.SECONDS);
    }

    private static <T> T around(Class<T> port, InvocationHandler handler) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }

    private static @Nullable Object onward(Object target, Method method, Object[] arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException expected) {
                throw expected;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
