package org.rostrum.processing.adapter.http;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.KebabCase;
import org.rostrum.processing.usecase.CaseChanges;

/** Tells open dashboards and programs which case changed, as server-sent events. */
@ApplicationScoped
public class LiveChanges implements CaseChanges {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    /** A listener that is further behind is cut off; it connects again and reads the list anew. */
    private static final int BEHIND = 1024;

    private final BroadcastProcessor<CaseChanged> changes = BroadcastProcessor.create();

    /**
     * The data of an event.
     *
     * @param state in kebab-case, as in the list of cases
     */
    public record ChangeJson(String reference, String state, int revision) {}

    @Override
    public void tell(CaseChanged change) {
        changes.onNext(change);
    }

    /** Events {@code case-changed} from now on, and a heartbeat now and then, so that a dead connection is noticed. */
    public Multi<OutboundSseEvent> stream(Sse sse) {
        var changed = changes.onOverflow().buffer(BEHIND).map(change -> event(sse, change));
        var heartbeats = Multi.createFrom()
                .ticks()
                .every(HEARTBEAT)
                .onOverflow()
                .drop()
                .map(tick -> sse.newEvent("heartbeat", "{}"));
        return Multi.createBy().merging().streams(changed, heartbeats);
    }

    private static OutboundSseEvent event(Sse sse, CaseChanged change) {
        var data = new ChangeJson(change.reference().value(), KebabCase.of(change.state()), change.revision());
        return sse.newEvent("case-changed", new String(Json.write(data), StandardCharsets.UTF_8));
    }
}
