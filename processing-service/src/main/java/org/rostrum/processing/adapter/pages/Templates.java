package org.rostrum.processing.adapter.pages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.rostrum.platform.problem.Problem;

/** The templates, checked against what they show when the service is built. */
@CheckedTemplate(basePath = "dashboard")
final class Templates {
    private Templates() {}

    static native TemplateInstance list(Overview overview, String user);

    static native TemplateInstance sheet(CaseSheet sheet, String user);

    static native TemplateInstance rounds(RoundList listing, String user);

    static native TemplateInstance next(NextSheet sheet, String user);

    static native TemplateInstance refilings(RefilingSheet sheet, String user);

    static native TemplateInstance campaigns(CampaignList listing, String user);

    static native TemplateInstance campaign(CampaignSheet sheet, String user);

    static native TemplateInstance keyitems(KeyPassageList listing, String user);

    static native TemplateInstance keypassages(KeyPassageSheet sheet, String user);

    static native TemplateInstance signedout();

    static native TemplateInstance denied(String user);

    static native TemplateInstance problem(Problem problem);
}
