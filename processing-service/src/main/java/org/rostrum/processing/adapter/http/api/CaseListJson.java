package org.rostrum.processing.adapter.http.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rostrum.processing.usecase.CaseCursor;
import org.rostrum.processing.usecase.CasePage;

@Schema(name = "CaseList", description = "Some cases, the newest first.")
public record CaseListJson(
        List<CaseLineJson> cases,

        @Schema(description = "Value of `cursor` for the next page; absent on the last") @Nullable
        String next) {

    static CaseListJson of(CasePage page) {
        return new CaseListJson(
                page.cases().stream().map(CaseLineJson::of).toList(),
                page.next().map(CaseCursor::token).orElse(null));
    }
}
