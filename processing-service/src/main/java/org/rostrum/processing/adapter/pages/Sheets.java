package org.rostrum.processing.adapter.pages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.rostrum.contracts.Reference;
import org.rostrum.platform.problem.Problem;
import org.rostrum.processing.ProcessingConfig;
import org.rostrum.processing.usecase.ViewCase;

/** Shows a case's page, after whatever happened. */
@ApplicationScoped
class Sheets {
    private final ViewCase cases;
    private final CurrentUser user;
    private final String publicSite;

    Sheets(ViewCase cases, CurrentUser user, ProcessingConfig config) {
        this.cases = cases;
        this.user = user;
        this.publicSite = config.publishingUrl().toString();
    }

    /** @param flash what just succeeded; told once */
    Response page(Reference reference, Optional<Flash> flash) {
        var response = page(200, reference, Typed.NOTHING, flash);
        flash.ifPresent(told -> response.cookie(Flash.spent(address(reference))));
        return response.build();
    }

    /** The page as it is now, with what was typed and why it was refused. */
    Response refused(int status, Reference reference, Typed typed) {
        return page(status, reference, typed, Optional.empty()).build();
    }

    private Response.ResponseBuilder page(int status, Reference reference, Typed typed, Optional<Flash> flash) {
        var view = cases.view(reference).orElseThrow(Sheets::noSuchCase);
        var sheet = CaseSheets.of(view, typed, flash, publicSite);
        return Pages.of(status, Templates.sheet(sheet, user.member().name()));
    }

    static String address(Reference reference) {
        return "/cases/" + reference;
    }

    static RuntimeException noSuchCase() {
        return Problem.of(404, "no-such-case", "There is no case with this reference")
                .next("Check the reference; it looks like 7K3QX-9MPAD. One that just arrived may take a moment.")
                .asException();
    }
}
