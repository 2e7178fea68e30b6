package org.rostrum.intake.adapter.http;

import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Audience;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.RoundPhase;
import org.rostrum.intake.domain.DefinedConsultation;
import org.rostrum.intake.domain.Refusal;
import org.rostrum.intake.domain.Sender;
import org.rostrum.intake.usecase.Consultations;

/** Whoever opens the form of a members' round logs in first; nobody else ever meets the login server. */
class MembersLogin {
    private static final Pattern FORM = Pattern.compile("/?consultations/([^/]+)/respond/?");

    private final Consultations consultations;
    private final CallerRole caller;
    private final Clock clock;

    MembersLogin(Consultations consultations, CallerRole caller, Clock clock) {
        this.consultations = consultations;
        this.caller = caller;
        this.clock = clock;
    }

    /** Quarkus answers {@link UnauthorizedException} with the way to the login server. */
    @ServerRequestFilter
    void ask(ContainerRequestContext request, HttpHeaders headers) {
        if (!"GET".equals(request.getMethod())) {
            return; // what was typed is not thrown away for a login: the form says what to do
        }
        var match = FORM.matcher(request.getUriInfo().getPath());
        if (match.matches()
                && ConsultationId.isValid(match.group(1))
                && isForMembers(
                        match.group(1),
                        request.getUriInfo().getQueryParameters().getFirst("round"))) {
            admit(caller.sender(Audience.MEMBERS, headers));
        }
    }

    private static void admit(Sender visitor) {
        switch (visitor) {
            case MEMBER -> {}
            case LOGGED_IN -> throw Words.problem(new Refusal.MembersOnly(true)).asException();
            case ANYONE -> throw new UnauthorizedException();
        }
    }

    private boolean isForMembers(String consultation, @Nullable String round) {
        return consultations
                .find(new ConsultationId(consultation))
                .map(DefinedConsultation::definition)
                .flatMap(definition -> round(definition, round))
                .filter(found -> found.audience() == Audience.MEMBERS)
                .isPresent();
    }

    private Optional<Round> round(ConsultationDefinition definition, @Nullable String asked) {
        var now = clock.instant();
        return definition.rounds().stream()
                .filter(round -> asked == null
                        ? round.phaseAt(now, definition.zone()) == RoundPhase.OPEN
                                && !round.accepts().isEmpty()
                        : round.id().value().equals(asked))
                .findFirst();
    }
}
