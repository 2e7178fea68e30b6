package org.rostrum.processing.adapter.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.Publication;
import org.rostrum.platform.problem.Problem;
import org.rostrum.processing.domain.casework.CaseState;
import org.rostrum.processing.domain.casework.Stage;
import org.rostrum.processing.usecase.CaseCursor;
import org.rostrum.processing.usecase.CasePage;
import org.rostrum.processing.usecase.CaseSummary;
import org.rostrum.processing.usecase.ViewDashboard.Dashboard;

class ListTest {
    private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'{overview}&amp;";
    private static final Query EVERYTHING = Query.parse("", "", "", "", "", "");

    @Test
    void shows_hostile_text_in_every_field_inert() {
        var line = Samples.line(Samples.file(1, Publication.PUBLIC, new Stage.WithStaff()), HOSTILE, HOSTILE, 0, 0);

        var page = page(Query.parse(HOSTILE, HOSTILE, HOSTILE, HOSTILE, "", HOSTILE), line);
        var problem = Rendered.template(
                "problem",
                Map.of(
                        "problem",
                        Problem.of(404, "gone", HOSTILE).detail(HOSTILE).next(HOSTILE)));
        var denied = Rendered.template("denied", Map.of("user", HOSTILE));

        assertThat(List.of(page, problem, denied))
                .allSatisfy(html -> assertThat(html)
                        .doesNotContain("<script>alert", "<img src=x")
                        .contains("&quot;&gt;&lt;script&gt;"));
    }

    @Test
    void shows_a_case_in_a_row_with_a_link_whose_text_is_the_reference() {
        var file = Samples.file(1, Publication.PUBLIC, new Stage.WithStaff());

        var page = page(EVERYTHING, Samples.line(file, "Skippers' Cooperative", "en", 3, 1));

        assertThat(page)
                .contains("<a href=\"/cases/%s\"><code class=\"r-mono\">%s</code></a>"
                        .formatted(file.reference(), file.reference()))
                .contains("Skippers&#39; Cooperative", "English", "1 unreadable", "Europe/Zurich");
    }

    @Test
    void hides_who_anonymous_and_confidential_ones_are_from() {
        var anonymous = Samples.file(1, Publication.ANONYMOUS, new Stage.WithStaff());
        var confidential = Samples.file(2, Publication.CONFIDENTIAL, new Stage.Confidential());

        var page = page(
                EVERYTHING,
                Samples.line(anonymous, "Skippers of Oberau", "en", 0, 0),
                Samples.line(confidential, "Skippers of Oberau", "en", 0, 0));

        assertThat(page).doesNotContain("Skippers of Oberau").contains("Anonymous", "Confidential");
    }

    @Test
    void links_to_what_is_published_and_flags_what_changed_since() {
        var stage = new Stage.Published(Samples.clearance(true), "/consultations/a/contributions/b", Samples.RECEIVED);

        var page = page(EVERYTHING, Samples.line(Samples.file(1, Publication.PUBLIC, stage), "A", "en", 0, 0));

        assertThat(page)
                .contains("href=\"http://localhost:8403/consultations/a/contributions/b\"", "Changed since clearance");
    }

    @Test
    void keeps_filters_in_every_link() {
        var line = Samples.line(Samples.file(1, Publication.PUBLIC, new Stage.WithStaff()), "A", "en", 0, 0);

        var page = page(Query.parse("open-rivers-2026", "with-staff", "", "7k3", "", ""), line);

        assertThat(page).contains("/?consultation=open-rivers-2026&amp;state=cleared&amp;reference=7k3\"");
        assertThat(page).contains("/?consultation=open-rivers-2026&amp;state=with-staff&amp;reference=7k3&amp;cursor=");
        assertThat(page).contains("<option value=\"with-staff\" selected>", "value=\"7k3\"");
    }

    @Test
    void counts_the_cases_at_every_state() {
        assertThat(page(EVERYTHING)).contains("1,204", "No cases yet");
    }

    @Test
    void says_when_it_is_the_filters_that_leave_nothing() {
        assertThat(page(Query.parse("", "parked", "", "", "", "")))
                .contains("No case matches")
                .doesNotContain("No cases yet");
    }

    @Test
    void takes_a_reference_as_people_type_it() {
        assertThat(Query.parse("", "", "", " 7k3qx 9m", "", "").filter().reference())
                .contains("7K3QX-9M");
        assertThat(Query.parse("", "", "", "7k3", "", "").filter().reference()).contains("7K3");
        assertThat(Query.parse("", "", "", "  ", "", "").filter().reference()).isEmpty();
    }

    @Test
    void leaves_out_filters_that_make_no_sense() {
        var query = Query.parse("No Such Consultation!", "no-such-state", "", "", "", "no cursor");

        assertThat(query.isFiltered()).isFalse();
        assertThat(query.path()).isEqualTo("/");
    }

    private static String page(Query query, CaseSummary... lines) {
        var next = lines.length == 0
                ? Optional.<CaseCursor>empty()
                : Optional.of(new CaseCursor(Samples.RECEIVED, Samples.reference(1)));
        var dashboard = new Dashboard(
                new CasePage(List.of(lines), next),
                Map.of(CaseState.PUBLISHED, 1204),
                List.of(Samples.consultation("anything")));
        return Rendered.list(Overview.of(query, dashboard, "http://localhost:8403"));
    }
}
