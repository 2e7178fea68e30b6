package org.rostrum.intake.adapter.http;

import java.util.List;
import java.util.UUID;
import org.rostrum.intake.domain.IdempotencyKey;
import org.rostrum.intake.usecase.FormGuard;

/**
 * What stands in the form of an amendment.
 *
 * @param kept SHA-256 of each file of the version before that stays
 * @param ahead ids of files that were set aside when the form was not taken, and are to go with it
 * @param base the version that the respondent saw
 */
record AmendForm(Form form, List<String> kept, List<String> ahead, int base, String key, String opened) {
    AmendForm {
        kept = List.copyOf(kept);
        ahead = List.copyOf(ahead);
    }

    /** As it came back. */
    static AmendForm posted(AmendVisit visit, FormBody body, String opened) {
        var base = body.textOr("base", "");
        return new AmendForm(
                Form.posted(visit.items(), body::text),
                body.texts("keep").stream().sorted().distinct().toList(),
                body.texts("upload"),
                base.matches("[0-9]{1,4}")
                        ? Integer.parseInt(base)
                        : visit.manifest().version(),
                IdempotencyKey.parse(body.textOr("key", ""))
                        .map(IdempotencyKey::value)
                        .orElseGet(AmendForm::newKey),
                opened);
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    String trap() {
        return form.value(FormGuard.TRAP);
    }

    AmendForm withAhead(List<String> uploads) {
        return new AmendForm(form, kept, uploads, base, key, opened);
    }

    /** The same resting on another version, and under a key of its own. */
    AmendForm onTopOf(int version) {
        return new AmendForm(form, kept, ahead, version, newKey(), opened);
    }
}
