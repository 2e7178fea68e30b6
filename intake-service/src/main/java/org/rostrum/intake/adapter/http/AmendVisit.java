package org.rostrum.intake.adapter.http;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.KebabCase;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.intake.usecase.ChangeWindow.Open;
import org.rostrum.intake.usecase.ContactSeals;
import org.rostrum.intake.usecase.FollowSubmission.Progress;

/** One visit to the form in which somebody amends a submission. */
record AmendVisit(Progress progress, String secret, Open round, PageLanguage language) {
    SubmissionManifest manifest() {
        return progress.manifest();
    }

    List<String> items() {
        return round.round().items().map(item -> item.number().value()).toList();
    }

    /** The version that stands, as it would have been typed. */
    Form standing(ContactSeals seals) {
        var manifest = manifest();
        var typed = new HashMap<String, @Nullable String>();
        var person = manifest.respondent();
        typed.put("givenName", person.givenName());
        typed.put("familyName", person.familyName());
        typed.put("jobTitle", person.jobTitle());
        typed.put("organisation", person.organisation());
        typed.put("country", person.country());
        typed.put("stakeholderGroup", person.stakeholderGroup());
        typed.put("onBehalfOf", manifest.onBehalfOf());
        typed.put("language", manifest.language());
        typed.put("kind", KebabCase.of(manifest.kind()));
        typed.put("publication", KebabCase.of(manifest.publication()));
        typed.put("text", manifest.text());
        typed.put("summary", manifest.summary());
        typed.put(
                "email",
                Optional.ofNullable(manifest.sealedContact())
                        .map(contact -> seals.open(contact, manifest.submission()))
                        .orElse(null));
        manifest.answers().forEach(answer -> typed.put("answer." + answer.item().value(), answer.text()));
        return Form.saved(items(), given(typed));
    }

    private static Map<String, String> given(Map<String, @Nullable String> fields) {
        var given = new LinkedHashMap<String, String>();
        fields.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                given.put(name, value);
            }
        });
        return given;
    }
}
