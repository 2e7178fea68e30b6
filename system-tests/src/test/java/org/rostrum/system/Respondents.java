package org.rostrum.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** People who respond, and what they send. All of them are invented. */
final class Respondents {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Respondents() {}

    /** A complete, valid submission without attachments, with these answers by item. */
    static ObjectNode submission(String publication, Map<String, String> answers) {
        var submission = JSON.createObjectNode();
        submission
                .putObject("respondent")
                .put("givenName", "Wilhelmina")
                .put("familyName", "Quastenflosser")
                .put("jobTitle", "Head of Policy")
                .put("organisation", "Lakeside Network Cooperative")
                .put("country", "CH")
                .put("stakeholderGroup", "Civil society")
                .put("email", "wilhelmina@lakeside.example");
        submission.put("language", "en").put("publication", publication).put("declaration", true);
        var list = submission.putArray("answers");
        answers.forEach((item, text) -> list.addObject().put("item", item).put("text", text));
        return submission;
    }

    /** Every word by which the respondent above could be recognised. */
    static List<String> identity() {
        return List.of("Wilhelmina", "Quastenflosser", "Lakeside", "lakeside.example", "Head of Policy", "Switzerland");
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    static String json(ObjectNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
