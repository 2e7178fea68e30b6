package org.rostrum.intake.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Extension;
import org.rostrum.contracts.LatePolicy;
import org.rostrum.contracts.Round;
import org.rostrum.intake.domain.DefinedConsultation;
import org.rostrum.intake.domain.Limits;
import org.rostrum.intake.domain.Receipt;

/** Consultations as the API shows them. Written field by field: the definition's record is not the API. */
@ApplicationScoped
class ConsultationJson {
    private static final String ROOT = "/api/v1/consultations/";

    private final Limits limits;
    private final Clock clock;

    ConsultationJson(Limits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    Map<String, Object> summary(DefinedConsultation consultation) {
        var definition = consultation.definition();
        var json = new LinkedHashMap<String, Object>();
        json.put("id", definition.id());
        json.put("title", definition.title());
        json.put("organiser", definition.organiser());
        json.put("zone", definition.zone());
        json.put("rounds", rounds(definition));
        json.put("links", links(definition));
        return json;
    }

    Map<String, Object> whole(DefinedConsultation consultation) {
        var definition = consultation.definition();
        var json = new LinkedHashMap<String, Object>();
        json.put("id", definition.id());
        json.put("revision", consultation.revision());
        json.put("definedAt", consultation.definedAt());
        json.put("definition", definition);
        json.put("rounds", rounds(definition));
        json.put("limits", limits);
        json.put("links", links(definition));
        return json;
    }

    private List<Map<String, Object>> rounds(ConsultationDefinition definition) {
        var now = clock.instant();
        return definition.rounds().stream()
                .map(round -> round(definition, round, now))
                .toList();
    }

    private static Map<String, Object> round(ConsultationDefinition definition, Round round, Instant now) {
        var zone = definition.zone();
        var json = new LinkedHashMap<String, Object>();
        json.put("id", round.id());
        if (round.title() != null) {
            json.put("title", round.title());
        }
        json.put("phase", round.phaseAt(now, zone));
        json.put("audience", round.audience());
        json.put("accepts", round.accepts());
        json.put("opensAt", round.opensAt(zone));
        json.put("opensAtLocal", Receipt.inWords(round.opensAt(zone), zone));
        round.closesAt(zone).ifPresent(closing -> {
            json.put("closesAt", closing);
            json.put("closesAtLocal", Receipt.inWords(closing, zone));
        });
        json.put("zone", zone);
        if (round.grace() != null) {
            json.put("grace", round.grace());
        }
        json.put("late", round.takesLate() ? LatePolicy.ACCEPT : LatePolicy.REFUSE);
        json.put(
                "extensions",
                round.extensions().stream()
                        .map(extension -> extension(extension, zone))
                        .toList());
        json.put("rule", Words.rule(round, zone));
        json.put("links", Map.of("submissions", ROOT + definition.id() + "/rounds/" + round.id() + "/submissions"));
        return json;
    }

    private static Map<String, Object> extension(Extension extension, ZoneId zone) {
        return Map.of(
                "from", extension.from().closesAt(zone),
                "to", extension.to().closesAt(zone),
                "toLocal", Receipt.inWords(extension.to().closesAt(zone), zone),
                "reason", extension.reason(),
                "announcedAt", extension.announcedAt());
    }

    private static Map<String, String> links(ConsultationDefinition definition) {
        return Map.of(
                "self", ROOT + definition.id(),
                "page", "/consultations/" + definition.id(),
                "form", "/consultations/" + definition.id() + "/respond");
    }
}
