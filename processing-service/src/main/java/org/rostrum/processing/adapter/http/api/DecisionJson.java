package org.rostrum.processing.adapter.http.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rostrum.contracts.KebabCase;
import org.rostrum.processing.domain.casework.Case;

@Schema(name = "Decision", description = "A case after a decision.")
public record DecisionJson(String reference, int version, int revision, String state) {

    static DecisionJson of(Case file) {
        return new DecisionJson(file.reference().value(), file.version(), file.revision(), KebabCase.of(file.state()));
    }
}
